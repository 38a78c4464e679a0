public import Domain
import Postgres

extension HeldRound {
    /// The round of a review. Every officer may know it.
    public static func find(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> HeldRound? {
        try await tx.first("\(fragment: columns) WHERE r.review_id = \(review)", read)
    }

    /// Every round, the latest first. Every officer may know them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [HeldRound] {
        try await tx.rows("\(fragment: columns) ORDER BY r.opens_on DESC, r.id DESC", read)
    }

    private static let columns: SQL = """
        SELECT r.id, r.review_id, c.code, v.kind, r.opens_on, r.cut_off, r.locked_on, r.guidance_number, r.guidance_on, r.snapshot_version
        FROM core.nomination_round AS r
            JOIN core.review AS v ON v.id = r.review_id
            JOIN core.campaign AS c ON c.id = v.campaign_id
        """

    private static func read(_ row: inout RowReader) throws -> HeldRound {
        let (id, review): (ID, HeldReview.ID) = (try row.next(), try row.next())
        let (campaign, kind): (String, Campaign.Review) = (try row.next(), try row.next())
        let round = NominationRound(opensOn: try row.next(), cutOff: try row.next(), lockedOn: try row.next())
        return HeldRound(
            id: id, review: review, campaign: campaign, kind: kind, round: round, guidanceNumber: try row.next(),
            guidanceOn: try row.next(), snapshotVersion: Int(try row.next(Int32.self)))
    }

    /// Opens it as the acting officer of Home Affairs; the database finds the frozen figures on which it rests.
    public static func open(
        _ id: ID, of review: HeldReview.ID, opensOn: CivilDate, cutOff: CivilDate, guidanceNumber: String, guidanceOn: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on)
            VALUES (\(id), \(review), \(opensOn), \(cutOff), \(guidanceNumber), \(guidanceOn), core.actor_post(), core.today())
            """)
    }

    /// Locks its list today: nothing more is submitted, and withdrawing frees no slot any longer (A04). Answers whether there was one.
    public static func lock(_ review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute("UPDATE core.nomination_round SET locked_on = core.today() WHERE review_id = \(review)") == 1
    }
}

extension NominationStanding {
    /// What each unit in sight has of the round of a review, in customary order: those of the first tier, or every collective where each has
    /// slots of its own (A03).
    ///
    /// - Parameter cap: parameter `individualsInterim` or `individualsFinal`.
    public static func list(
        of review: HeldReview.ID, scope: NominationQuota.Scope, cap: Int, in tx: borrowing TenantTransaction
    ) async throws -> [NominationStanding] {
        let ofTier: SQL = scope == .eachCollective ? "true" : "p.unit_id = p.tenant_id"
        // A quota of the first tier counts for the whole tree.
        let ofUnit: SQL = scope == .eachCollective ? "d.unit_id = p.unit_id" : "true"
        return try await tx.rows(
            """
            SELECT t.slug, p.unit_id, p.unit_id = p.tenant_id, p.code, p.name, convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict', (
                    SELECT count(*)
                    FROM core.nomination_slot AS s
                    WHERE s.review_id = p.review_id AND s.unit_id = p.unit_id AND s.freed_on IS NULL
                ), (
                    SELECT count(*)
                    FROM core.nomination_slot AS s
                    WHERE s.review_id = p.review_id AND s.unit_id = p.unit_id AND s.freed_on IS NULL
                      AND EXISTS (
                            SELECT
                            FROM core.post AS h
                            WHERE h.person_id = s.person_id AND h.tenant_id = s.tenant_id AND h.leader_rank <> 'direct_worker'
                              AND h.valid_from <= s.taken_on AND (h.valid_to IS NULL OR h.valid_to >= s.taken_on))
                ), (
                    SELECT count(*)
                    FROM \(identifier: tx.table("award_dossier")) AS d
                    WHERE \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = p.tenant_id AND d.review_id = p.review_id
                      AND \(fragment: ofUnit) AND d.submitted_on IS NOT NULL AND d.state <> 'withdrawn'
                )
            FROM \(identifier: tx.table("review_part")) AS p
                JOIN core.tenant AS t ON t.id = p.tenant_id
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.review_id = \(review)
              AND p.version = (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = \(review))
              AND \(fragment: ofTier)
            ORDER BY p.position
            """
        ) { row in
            let (slug, unit, isFirstTier): (Tenant.Slug, SubUnit.ID, Bool) = (try row.next(), try row.next(), try row.next())
            let (code, name, raw): (String, String, String?) = (try row.next(), try row.next(), try row.next())
            let counts = try (0..<3).map { _ in Int(try row.next(Int64.self)) }
            // Nothing else is frozen.
            let verdict = raw.flatMap(UnitVerdict.Verdict.init(rawValue:)) ?? .insufficientBasis
            return NominationStanding(
                tenant: slug, unit: unit, code: code, name: name, verdict: verdict,
                slots: NominationQuota.slots(verdict, isFirstTier: isFirstTier, scope: scope, cap: cap), taken: counts[0],
                leaders: counts[1],
                submitted: counts[2])
        }
    }
}

extension UnitVerdict.Verdict {
    /// What a unit was judged in the last frozen figures of a review, as far as it is in sight; nil: it was not.
    public static func frozen(
        of unit: SubUnit.ID, _ tenant: Tenant.ID, review: HeldReview.ID, in tx: borrowing TenantTransaction
    ) async throws -> UnitVerdict.Verdict? {
        let raw = try await tx.first(
            """
            SELECT convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict'
            FROM \(identifier: tx.table("review_part")) AS p
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.tenant_id = \(tenant)
              AND p.review_id = \(review)
              AND p.unit_id = \(unit)
            ORDER BY p.version DESC
            LIMIT 1
            """
        ) { row in try row.next(String.self) }
        return raw.flatMap(UnitVerdict.Verdict.init(rawValue:))
    }
}
