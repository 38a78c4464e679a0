public import Domain
import Postgres

extension RecordedAward {
    /// The golden book of the province, or of a unit, the latest number first.
    ///
    /// - Parameter last: year and number with which the page before ended.
    public static func list(
        _ selection: Selection, after last: (year: Int, number: Int)? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [RecordedAward] {
        let decision = selection.decision.map { DecisionNumber($0, symbol: nil).key }
        let next: SQL = last.map { "(e.year, e.number) < (\(Int32(clamping: $0.year)), \(Int32(clamping: $0.number)))" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
              AND (\(selection.year.map { Int32(clamping: $0) })::integer IS NULL OR e.year = \(selection.year.map { Int32(clamping: $0) }))
              AND (\(decision)::text IS NULL OR \(decision) IN (d.number_key, split_part(d.number_key, '/', 1)))
              AND (\(selection.tenant)::text IS NULL OR t.slug = \(selection.tenant))
              AND (\(selection.book)::uuid IS NULL OR e.book = \(selection.book))
              AND (\(selection.person)::uuid IS NULL OR x.person_id = \(selection.person))
            ORDER BY e.year DESC, e.number DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT a.id, e.number, a.form, a.subject, d.number, d.signed_on, d.signer, a.dossier_id, t.slug, t.full_name, x.person_id,
            coalesce(x.achievement, ''), a.printed_name, a.printed_post, a.name_confirmed, a.reward, a.regime_code,
            m.kind, m.number, m.signed_on, r.printed_name, r.printed_post, k.consents
        FROM \(identifier: tx.table("award")) AS a
            JOIN \(identifier: tx.table("award_decision")) AS d
                ON \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = a.tenant_id AND d.id = a.decision_id
            JOIN \(identifier: tx.table("register_entry")) AS e
                ON \(fragment: tx.within("e.tenant_id")) AND e.tenant_id = a.tenant_id AND e.kind = 'goldenBook' AND e.subject_id = a.id
            JOIN core.tenant_on(core.today()) AS t ON t.id = a.dossier_tenant_id
            LEFT JOIN \(identifier: tx.table("award_dossier")) AS x
                ON \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = a.dossier_tenant_id AND x.id = a.dossier_id
            \(fragment: AwardAmendment.last(of: "a.dossier_id", as: "m"))
            \(fragment: AwardAmendment.last(of: "a.dossier_id", as: "r", kind: .replace))
            \(fragment: PublicityConsent.last(of: "a.dossier_id", "a.dossier_tenant_id", as: "k", tx))
        WHERE \(fragment: tx.within("a.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> RecordedAward {
        let id: ID = try row.next()
        let number = Int(try row.next(Int32.self))
        let (form, subject): (AwardForm, AwardSubject) = (try row.next(), try row.next())
        let decision = Award.Decision(number: try row.next(), signedOn: try row.next())
        let signer: String = try row.next()
        let awardee = Awardee(
            dossier: try row.next(), tenant: try row.next(), tenantName: try row.next(), person: try row.next(),
            achievement: try row.next())
        let (name, post, isConfirmed): (String, String, Bool) = (try row.next(), try row.next(), try row.next())
        let reward: Int32? = try row.next()
        let regime: String? = try row.next()
        return RecordedAward(
            id: id, number: number, form: form, subject: subject, decision: decision, signer: signer, awardee: awardee, printedName: name,
            printedPost: post, isNameConfirmed: isConfirmed, reward: reward.map(Int.init) ?? 0, regime: regime ?? "",
            amended: try Amended(row: &row), consents: try row.next())
    }
}

extension RecordedAward.Amended {
    /// Five columns: the last paper, and the name by the last replacement; nil where nothing amends it.
    init?(row: inout RowReader) throws {
        let (kind, number, day): (AwardAmendment.Kind?, String?, CivilDate?) = (try row.next(), try row.next(), try row.next())
        let (name, post): (String?, String?) = (try row.next(), try row.next())
        guard let kind, let number, let day else { return nil }
        self.init(kind: kind, decision: .init(number: number, signedOn: day), name: name, post: post)
    }
}

extension PublishedAward {
    /// What every officer may know of the province's awards, the latest signed first.
    ///
    /// - Parameters:
    ///   - proposer: of one unit; nil: of all.
    ///   - last: the one with which the page before ended.
    public static func list(
        of proposer: Tenant.ID? = nil, after last: (signedOn: CivilDate, id: RecordedAward.ID)? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [PublishedAward] {
        try await tx.rows(
            """
            SELECT p.id, p.named, p.printed_name, p.printed_post, p.unit_name, p.form, p.subject, p.number, p.signed_on,
                p.amended, p.amended_number, p.amended_on, NULL::text, NULL::text
            FROM core.awards_in_public(\(proposer), \(last?.signedOn), \(last?.id), \(Int32(clamping: limit))) AS p
            ORDER BY p.signed_on DESC, p.id DESC
            """
        ) { row in
            let (id, isNamed): (RecordedAward.ID, Bool) = (try row.next(), try row.next())
            let (name, post, unit): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let (form, subject): (AwardForm, AwardSubject) = (try row.next(), try row.next())
            return PublishedAward(
                id: id, isNamed: isNamed, name: name, post: post, unit: unit, form: form, subject: subject,
                decision: Award.Decision(number: try row.next(), signedOn: try row.next()), amended: try RecordedAward.Amended(row: &row))
        }
    }
}

extension AwardBudget {
    /// What the awards of a review cost, as far as they are in sight: reckoned as if they were signed today, recorded ones as they were.
    public static func reckon(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> AwardBudget {
        let lines = try await tx.rows(
            """
            SELECT s.stage, s.subject, count(*), coalesce(sum(s.reward), 0)::bigint, count(*) FILTER (WHERE s.reward IS NULL)
            FROM (
                SELECT CASE WHEN a.id IS NOT NULL THEN 'recorded' WHEN x.state = 'decided' THEN 'decided' ELSE 'proposed' END AS stage, x.subject,
                    coalesce(a.reward, core.reward_amount(r.percent_of_base_salary, b.vnd_per_month, o.unit_vnd, o.direction)) AS reward
                FROM \(identifier: tx.table("award_dossier")) AS x
                    LEFT JOIN core.award AS a ON a.tenant_id = core.province_tenant() AND a.dossier_id = x.id
                    LEFT JOIN core.legal_regime AS g ON CASE WHEN x.regime_code IS NULL
                        THEN g.valid_from <= core.today() AND (g.valid_to IS NULL OR g.valid_to >= core.today()) ELSE g.code = x.regime_code END
                    LEFT JOIN core.reward_rate AS r ON r.decree = g.decree AND r.form = x.form AND r.subject = x.subject
                        AND r.valid_from <= core.today() AND (r.valid_to IS NULL OR r.valid_to >= core.today())
                    LEFT JOIN core.reward_rounding AS o ON o.decree = g.decree
                        AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
                    LEFT JOIN core.base_salary AS b ON b.valid_from <= core.today() AND (b.valid_to IS NULL OR b.valid_to >= core.today())
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.review_id = \(review)
                  AND x.submitted_on IS NOT NULL
                  AND x.state NOT IN ('withdrawn', 'refused', 'revoked')
            ) AS s
            GROUP BY s.stage, s.subject
            ORDER BY array_position(ARRAY['proposed', 'decided', 'recorded'], s.stage), s.subject
            """
        ) { row in
            let (stage, subject): (String, AwardSubject) = (try row.next(), try row.next())
            let numbers = try (0..<3).map { _ in Int(try row.next(Int64.self)) }
            return Line(
                stage: Stage(rawValue: stage) ?? .proposed, subject: subject, count: numbers[0], amount: numbers[1], unknown: numbers[2])
        }
        return AwardBudget(lines: lines)
    }
}
