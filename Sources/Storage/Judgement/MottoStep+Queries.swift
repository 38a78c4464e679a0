public import Domain
import Postgres

extension MottoStep {
    /// What is said; its place, who and when it is recorded follow from the transaction, what stands from the steps before.
    public struct Statement: Sendable {
        public var kind: Kind
        public var body: Body
        public var happenedOn: CivilDate
        public var parts: [Part]
        public var isAccepted: Bool?
        public var documentNumber: String
        public var criticism: String
        public var words: String

        public init(
            kind: Kind, body: Body, happenedOn: CivilDate, parts: [Part] = [], isAccepted: Bool? = nil, documentNumber: String = "",
            criticism: String = "", words: String = ""
        ) {
            self.kind = kind
            self.body = body
            self.happenedOn = happenedOn
            self.parts = parts
            self.isAccepted = isAccepted
            self.documentNumber = documentNumber
            self.criticism = criticism
            self.words = words
        }
    }

    /// Appends a step of the acting officer behind the last one that he read: who is second of two is refused by its place.
    public static func append(
        _ statement: Statement, id: ID, on unit: JudgedUnit, of campaign: Campaign.ID, review: Campaign.Review, after position: Int,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("motto_step"))
                (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, parts, grades, remarks, accepted,
                 document_number, criticism, words, recorded_by, recorded_on)
            VALUES (\(unit.tenant), \(id), \(campaign), \(review.rawValue), \(unit.unit), \(Int32(clamping: position + 1)), \(statement.kind),
                \(statement.body), \(statement.happenedOn), \(statement.parts.map(\.code)), \(statement.parts.map(\.grade.rawValue)),
                jsonb_object(\(statement.parts.map(\.code)), \(statement.parts.map(\.remark))), \(statement.isAccepted),
                \(statement.documentNumber), \(statement.criticism), \(statement.words), core.actor_post(), core.today())
            """)
    }

    /// Every step of these units in a review, as far as it is in sight, unit by unit in their order.
    public static func all(
        of units: [JudgedUnit], of campaign: Campaign.ID, review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [MottoStep]] {
        let steps = try await tx.rows(
            """
            SELECT s.id, s.unit_id, s.position, s.step, s.body, s.happened_on, s.parts, s.grades,
                ARRAY(
                    SELECT coalesce(\(fragment: tx.remarks(ofMotto: "s")) ->> c.code, '')
                    FROM unnest(s.parts) WITH ORDINALITY AS c (code, place)
                    ORDER BY c.place
                ), s.accepted, s.document_number, s.criticism, \(fragment: tx.words(ofMotto: "s")), p.title, s.recorded_on
            FROM \(identifier: tx.table("motto_step")) AS s
                LEFT JOIN core.post AS p ON p.id = s.recorded_by
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = ANY (\(Array(Set(units.map(\.tenant)))))
              AND s.unit_id = ANY (\(units.map(\.unit)))
              AND s.campaign_id = \(campaign)
              AND s.review = \(review.rawValue)
            ORDER BY s.unit_id, s.position
            """, read)
        return Dictionary(grouping: steps, by: \.unit)
    }

    private static func read(_ row: inout RowReader) throws -> MottoStep {
        let id: ID = try row.next()
        let unit: SubUnit.ID = try row.next()
        let position = Int(try row.next(Int32.self))
        let kind: Kind = try row.next()
        let body: Body = try row.next()
        let happenedOn: CivilDate = try row.next()
        let codes: [String] = try row.next()
        let grades: [String] = try row.next()
        let remarks: [String] = try row.next()
        let parts = zip(zip(codes, grades), remarks).compactMap { pair, remark in
            Grade(rawValue: pair.1).map { Part(code: pair.0, grade: $0, remark: remark) }
        }
        return MottoStep(
            id: id, unit: unit, position: position, kind: kind, body: body, happenedOn: happenedOn, parts: parts,
            isAccepted: try row.next(),
            documentNumber: try row.next(), criticism: try row.next(), words: try row.next(), recordedBy: try row.next(),
            recordedOn: try row.next())
    }

    /// The papers by which the Chairman criticised these units in the period of a review (A54), as far as the officer may know it.
    public static func signedCriticisms(
        of units: [JudgedUnit], of campaign: Campaign.ID, review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [String]] {
        let papers = try await tx.rows(
            """
            SELECT p.unit_id, p.number, p.signed_on
            FROM core.criticism_papers(\(campaign), \(review.rawValue), \(units.map(\.unit))) AS p
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let number: String = try row.next()
            let day: CivilDate = try row.next()
            return (unit: unit, paper: "\(number) ngày \(day.vietnamese)")
        }
        return Dictionary(grouping: papers, by: \.unit).mapValues { $0.map(\.paper) }
    }

    /// Units whose motto a council accepted before the Chairman criticised them: it is open again (A54).
    public static func reopened(
        of units: [JudgedUnit], of campaign: Campaign.ID, review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> Set<SubUnit.ID> {
        Set(
            try await tx.rows(
                """
                WITH d AS MATERIALIZED (
                    SELECT DISTINCT ON (s.tenant_id, s.unit_id) s.tenant_id, s.unit_id, s.accepted, s.recorded_at
                    FROM \(identifier: tx.table("motto_step")) AS s
                    WHERE \(fragment: tx.within("s.tenant_id"))
                      AND s.tenant_id = ANY (\(Array(Set(units.map(\.tenant)))))
                      AND s.unit_id = ANY (\(units.map(\.unit)))
                      AND s.campaign_id = \(campaign)
                      AND s.review = \(review.rawValue)
                      AND s.accepted IS NOT NULL
                    ORDER BY s.tenant_id, s.unit_id, s.position DESC
                )
                \(fragment: reopened(among: "d", campaign, review, nil))
                """
            ) { row in try row.next(SubUnit.ID.self) })
    }

    /// Of the latest conclusions of councils the units of those by which a motto was accepted and is open again, asked for all of them at once: for each
    /// by itself it took as long as judging them.
    ///
    /// - Parameters:
    ///   - conclusions: rows `tenant_id, unit_id, accepted, recorded_at`, one of each unit.
    ///   - knownOn: a criticism that was recorded later does not count.
    static func reopened(
        among conclusions: SQL, _ campaign: Campaign.ID, _ review: Campaign.Review, _ knownOn: CivilDate?
    ) -> SQL {
        """
        SELECT o.unit_id
        FROM (
            SELECT array_agg(a.tenant_id) AS tenants, array_agg(a.unit_id) AS units, array_agg(a.recorded_at) AS moments
            FROM \(fragment: conclusions) AS a
            WHERE a.accepted
        ) AS c
            CROSS JOIN LATERAL core.mottos_reopened(\(campaign), \(review.rawValue), c.tenants, c.units, c.moments, \(knownOn)) AS o
        """
    }

    /// Who comments on each of these units of the first tier.
    public static func commenters(on tenants: [Tenant.ID], in tx: borrowing TenantTransaction) async throws -> [Tenant.ID: [Body]] {
        let rows = try await tx.rows(
            "SELECT t.id, coalesce(core.motto_commenters(t.id), '{}') FROM unnest(\(tenants)) AS t (id)"
        ) { row in
            let tenant: Tenant.ID = try row.next()
            let names: [String] = try row.next()
            return (tenant, names.compactMap(Body.init))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the acting person has assessed this unit in this review: then he does not decide.
    public static func isAssessedByActor(
        _ unit: JudgedUnit, of campaign: Campaign.ID, review: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.first(
            "SELECT core.motto_assessed_by_actor(\(unit.tenant), \(campaign), \(unit.unit), \(review.rawValue))"
        ) { row in try row.next(Bool.self) } ?? false
    }
}
