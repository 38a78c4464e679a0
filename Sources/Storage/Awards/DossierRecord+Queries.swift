public import Domain
import Postgres

extension DossierRecord {
    public static func find(_ id: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> DossierRecord? {
        try await tx.first("\(fragment: columns(tx)) AND d.id = \(id)", read)
    }

    /// Dossiers in sight, in the order in which they were drafted.
    public static func list(
        _ filter: DossierFilter = DossierFilter(), of review: HeldReview.ID? = nil, after: AwardDossier.ID? = nil, limit: Int? = nil,
        in tx: borrowing TenantTransaction
    ) async throws -> [DossierRecord] {
        let ofReview: SQL = review.map { "d.review_id = \($0)" } ?? "true"
        let next: SQL = after.map { "d.id > \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: ofReview)
              AND \(fragment: next)
              AND \(fragment: filter.conditions(tx))
            ORDER BY d.id
            LIMIT \(limit.map { Int32(clamping: $0) })
            """, read)
    }

    /// Of the day of business: names as they are called now, the verdict as the last frozen figures have it.
    static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        // A unit's own rounds are in its own sight alone.
        var (kind, round): (SQL, SQL) = ("v.kind", "")
        if case .own = tx.scope {
            kind = "coalesce(v.kind, o.kind)"
            round = """
                LEFT JOIN \(identifier: tx.table("own_round")) AS o
                    ON \(fragment: tx.within("o.tenant_id")) AND o.tenant_id = d.tenant_id AND o.id = d.round_id
                """
        }
        return """
            SELECT d.id, d.campaign_id, d.track, \(fragment: kind), d.form, d.unit_id, d.person_id, d.tenant_id, c.code, t.slug, t.full_name, n.full_name, u.full_name,
                d.achievement, d.state, d.held_in, d.supplements, EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("dossier_step")) AS s
                    WHERE \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'present'
                ), d.steps, d.recorded_on, d.submitted_on, d.late, d.regime_code, d.regime_on, d.giver_id, b.verdict, \(fragment: currentVerdict(tx)),
                b.verdict IS NOT NULL AND core.flip_is_ruled(d.tenant_id, d.id, d.review_id), u.kind
            FROM \(identifier: tx.table("award_dossier")) AS d
                JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
                JOIN core.campaign AS c ON c.id = d.campaign_id
                LEFT JOIN core.review AS v ON v.id = d.review_id
                \(fragment: round)
                LEFT JOIN core.person AS n ON n.id = d.person_id
                LEFT JOIN LATERAL (
                    SELECT x.full_name, x.kind
                    FROM \(identifier: tx.table("sub_unit_version")) AS x
                    WHERE \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = d.tenant_id AND x.unit_id = d.unit_id AND x.valid_from <= core.today()
                    ORDER BY x.valid_from DESC
                    LIMIT 1
                ) AS u ON true
                LEFT JOIN LATERAL (
                    SELECT s.verdict
                    FROM \(identifier: tx.table("dossier_step")) AS s
                    WHERE \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'submit'
                    ORDER BY s.position DESC
                    LIMIT 1
                ) AS b ON true
            WHERE \(fragment: tx.within("d.tenant_id"))
            """
    }

    /// Of the collective, or of the unit that brings the person's slot (A02, A03); asked only where a dossier rests on a verdict.
    fileprivate static func currentVerdict(_ tx: borrowing TenantTransaction) -> SQL {
        """
        CASE WHEN b.verdict IS NOT NULL THEN (
            SELECT convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict'
            FROM \(identifier: tx.table("review_part")) AS p
            WHERE \(fragment: tx.within("p.tenant_id")) AND p.tenant_id = d.tenant_id AND p.review_id = d.review_id
              AND p.version = (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = d.review_id)
              AND p.unit_id = CASE WHEN d.person_id IS NULL OR \(fragment: eachCollectiveBrings) THEN d.unit_id ELSE d.tenant_id END
        ) END
        """
    }

    /// Whether by the plan under which the figures `p` of a review were frozen each collective brings its people (A03); else the first tier does.
    static let eachCollectiveBrings: SQL = """
        EXISTS (
            SELECT
            FROM core.review_snapshot AS z
                JOIN core.review AS y ON y.id = z.review_id
                JOIN core.campaign_version AS k ON k.campaign_id = y.campaign_id AND k.version = (z.head::jsonb #>> '{plan,version}')::integer
                CROSS JOIN LATERAL jsonb_array_elements(k.document -> 'parameters') AS m (value)
            WHERE z.review_id = p.review_id AND z.version = p.version
              AND m.value ->> 'name' = \(Campaign.ParameterName.quotaScope.rawValue)
              AND m.value ->> 'value' = \(NominationQuota.Scope.eachCollective.rawValue)
        )
        """

    static func read(_ row: inout RowReader) throws -> DossierRecord {
        let (id, campaign, track): (AwardDossier.ID, Campaign.ID, AwardTrack) = (try row.next(), try row.next(), try row.next())
        let (review, form): (Campaign.Review?, AwardForm) = (try row.next(), try row.next())
        let (unit, person): (SubUnit.ID, Person.ID?) = (try row.next(), try row.next())
        let nominee: Nominee = person.map { .individual($0, of: unit) } ?? .collective(unit)
        let (proposer, code, slug): (Tenant.ID, String, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (name, personName, unitName): (String, String?, String?) = (try row.next(), try row.next(), try row.next())
        let isWhole = unit.uuid == proposer.uuid
        let collective = isWhole ? name : unitName ?? ""
        let achievement: String = try row.next()
        let (state, heldIn): (AwardDossier.State, AwardDossier.State?) = (try row.next(), try row.next())
        let supplements = Int(try row.next(Int32.self))
        let isPresented: Bool = try row.next()
        let standing = DossierStanding(track, state: state, heldIn: heldIn, supplementsAsked: supplements, isPresented: isPresented)
        let steps = Int(try row.next(Int32.self))
        let (draftedOn, submittedOn, isLate): (CivilDate, CivilDate?, Bool) = (try row.next(), try row.next(), try row.next())
        let (regime, completeOn, giver): (String?, CivilDate?, SubUnit.ID?) = (try row.next(), try row.next(), try row.next())
        let basis = try DossierBasis(row: &row)
        return DossierRecord(
            dossier: AwardDossier(
                id: id, campaign: campaign, track: track, review: review, form: form, nominee: nominee, proposer: proposer, giver: giver),
            campaignCode: code, proposerSlug: slug, proposerName: name, nomineeName: person == nil ? collective : personName ?? "",
            unitName: isWhole ? "" : unitName ?? "", achievement: achievement, standing: standing, steps: steps, draftedOn: draftedOn,
            submittedOn: submittedOn, isLate: isLate, regime: regime, completeOn: completeOn, basis: basis, unitKind: try row.next())
    }
}

extension DossierBasis {
    /// Three columns; nil where it rests on no verdict.
    fileprivate init?(row: inout RowReader) throws {
        let (resting, current, isRuled): (String?, String?, Bool) = (try row.next(), try row.next(), try row.next())
        guard let resting = resting.flatMap(UnitVerdict.Verdict.init(rawValue:)) else { return nil }
        self.init(resting: resting, current: current.flatMap(UnitVerdict.Verdict.init(rawValue:)), isRuled: isRuled)
    }
}

extension DossierFilter {
    /// The conditions on dossiers `d` of campaigns `c` and reviews `v`.
    func conditions(_ tx: borrowing TenantTransaction) -> SQL {
        var parts: [SQL] = []
        if let tenant { parts.append("t.slug = \(tenant)") }
        if let state { parts.append("d.state = \(state)") }
        if let campaign { parts.append("c.code = \(campaign)") }
        if let review { parts.append("v.kind = \(review)") }
        if let track { parts.append("d.track = \(track)") }
        if let party {
            let waiting = AwardTrack.allCases.flatMap { track in party.states(on: track).map { "\(track.rawValue) \($0.rawValue)" } }
            // Handed over is handed over, whatever was corrected since.
            let inTurn: SQL = """
                (d.track || ' ' || d.state = ANY (\(waiting)) AND NOT (d.state IN ('issued', 'corrected', 'replaced') AND EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("dossier_step")) AS s
                    WHERE \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'present')))
                """
            let waits = Self.waitsForRuling(tx)
            parts.append(
                party == .appraiser
                    ? "(\(fragment: inTurn) OR \(fragment: waits))" : "(\(fragment: inTurn) AND NOT \(fragment: waits))")
        }
        return parts.isEmpty ? "true" : SQL.joined(parts, separator: "\n    AND ")
    }

    /// As ``DossierRecord/waitsForRuling``, of dossiers `d` that rest on verdicts `b`.
    private static func waitsForRuling(_ tx: borrowing TenantTransaction) -> SQL {
        let states = AwardDossier.State.allCases.filter(\.restsOnVerdict).map(\.rawValue)
        let current = DossierRecord.currentVerdict(tx)
        return """
            (b.verdict IS NOT NULL AND d.state = ANY (\(states)) AND (\(fragment: current)) IS DISTINCT FROM b.verdict
                AND NOT (b.verdict = 'pending' AND (\(fragment: current)) IS NOT DISTINCT FROM 'pass')
                AND NOT core.flip_is_ruled(d.tenant_id, d.id, d.review_id))
            """
    }
}
