public import Domain
import Postgres

extension PraiseLetter {
    /// The letters that the last frozen figures of a review give, as far as they are in sight, in the order of the units.
    public static func list(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> [PraiseLetter] {
        let struck = try await struck(in: review, in: tx)
        return try await tx.rows(
            """
            SELECT t.slug, p.unit_id, p.name, (p.json ->> 'aheadOrAbove')::integer, (p.json ->> 'aheadBase')::integer, EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("award_dossier")) AS x
                    WHERE \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = p.tenant_id AND x.review_id = \(review)
                      AND x.unit_id = p.unit_id AND x.person_id IS NULL
                      AND x.state IN ('decided', 'issued', 'presented', 'corrected', 'replaced')
                ), l.declined, l.note, l.signed_on, l.signer, e.number
            FROM (
                    SELECT q.tenant_id, q.unit_id, q.name, q.position, convert_from(q.verdict, 'UTF8')::jsonb AS json
                    FROM \(identifier: tx.table("review_part")) AS q
                    WHERE \(fragment: tx.within("q.tenant_id"))
                      AND q.review_id = \(review)
                      AND q.version = (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = \(review))
                ) AS p
                JOIN core.tenant_on(core.today()) AS t ON t.id = p.tenant_id
                LEFT JOIN core.award_letter AS l ON l.review_id = \(review) AND l.unit_id = p.unit_id AND l.struck_on IS NULL
                LEFT JOIN \(identifier: tx.table("register_entry")) AS e
                    ON \(fragment: tx.within("e.tenant_id")) AND e.tenant_id = core.province_tenant() AND e.kind = 'praiseLetters'
                        AND e.subject_id = l.id
            WHERE (p.json ->> 'letter')::boolean
            ORDER BY t.position, p.position
            """
        ) { row in
            let (tenant, unit, name): (Tenant.Slug, SubUnit.ID, String) = (try row.next(), try row.next(), try row.next())
            let (ahead, base, isAwarded): (Int32?, Int32?, Bool) = (try row.next(), try row.next(), try row.next())
            let (declined, note): (Bool?, String?) = (try row.next(), try row.next())
            let (signedOn, signer, number): (CivilDate?, String?, Int32?) = (try row.next(), try row.next(), try row.next())
            var answer: Answer?
            if let declined, let signedOn {
                answer = Answer(
                    isDeclined: declined, note: note ?? "", signedOn: signedOn, signer: signer ?? "", number: number.map(Int.init))
            }
            let share = ahead.flatMap { ahead in base.map { QuotedShare(Int(ahead), of: Int($0)) } }
            return PraiseLetter(
                tenant: tenant, unit: unit, name: name, share: share, isAwarded: isAwarded, answer: answer, struck: struck[unit] ?? [])
        }
    }

    /// What was struck of the letters of a review, by the collective.
    private static func struck(
        in review: HeldReview.ID, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [Struck]] {
        let found = try await tx.rows(
            """
            SELECT l.unit_id, l.declined, l.note, l.signed_on, l.signer, e.number, l.struck_reason, l.struck_on
            FROM core.award_letter AS l
                LEFT JOIN \(identifier: tx.table("register_entry")) AS e
                    ON \(fragment: tx.within("e.tenant_id")) AND e.tenant_id = core.province_tenant() AND e.kind = 'praiseLetters'
                        AND e.subject_id = l.id
            WHERE l.review_id = \(review)
              AND l.struck_on IS NOT NULL
            ORDER BY l.recorded_at
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let answer = Answer(
                isDeclined: try row.next(), note: try row.next(), signedOn: try row.next(), signer: try row.next(),
                number: try row.next(Int32?.self).map(Int.init))
            return (unit: unit, struck: Struck(answer, reason: try row.next(), struckOn: try row.next()))
        }
        return Dictionary(grouping: found, by: \.unit).mapValues { $0.map(\.struck) }
    }

    /// Strikes the letter to a collective that stands, as the acting officer of Home Affairs; answers whether there was one.
    public static func strike(
        to unit: SubUnit.ID, in review: HeldReview.ID, reason: String, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.award_letter
            SET struck_on = core.today(), struck_by = core.actor_post(), struck_reason = \(reason)
            WHERE review_id = \(review) AND unit_id = \(unit) AND struck_on IS NULL
            """) == 1
    }

    /// Whether the Chairman declined to send one to a collective.
    public static func isDeclined(to unit: SubUnit.ID, in review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT
            FROM core.award_letter AS l
            WHERE l.review_id = \(review) AND l.unit_id = \(unit) AND l.declined AND l.struck_on IS NULL
            """
        ) { _ in true } ?? false
    }

    /// Records what the Chairman did, as the acting officer of Home Affairs; a letter that is sent takes the next number of its register.
    public static func record(
        _ answer: Answer, id: ID, to unit: SubUnit.ID, of tenant: Tenant.ID, in review: HeldReview.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.award_letter (id, review_id, tenant_id, unit_id, declined, note, signed_on, signer, recorded_by, recorded_on)
            VALUES (\(id), \(review), \(tenant), \(unit), \(answer.isDeclined), \(answer.note), \(answer.signedOn), \(answer.signer), core.actor_post(),
                core.today())
            """)
    }
}
