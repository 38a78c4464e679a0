public import Domain
import Postgres

extension Petition {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Petition? {
        try await tx.first("\(fragment: columns(tx)) AND x.id = \(id)", read)
    }

    /// Those in sight, the latest filed first.
    ///
    /// - Parameters:
    ///   - isOwn: only what the acting person filed for himself.
    ///   - isOpen: only what is not answered yet.
    ///   - dossier: only about this one.
    ///   - last: the one with which the page before ended.
    public static func list(
        isOwn: Bool = false, isOpen: Bool = false, about dossier: AwardDossier.ID? = nil, after last: ID? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [Petition] {
        let next: SQL = last.map { "x.id < \($0)" } ?? "true"
        let about: SQL = dossier.map { "x.dossier_id = \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
              AND \(fragment: about)
              AND (x.person_id = core.actor_person() OR NOT \(isOwn))
              AND (x.answered_on IS NULL OR NOT \(isOpen))
            ORDER BY x.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// How many about a dossier wait for their answer, for who reads the dossier.
    public static func open(about dossier: AwardDossier.ID, of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Int {
        let found = try await tx.first("SELECT core.dossier_petitions(\(tenant), \(dossier))") { row in try row.next(Int32.self) }
        return Int(found ?? 0)
    }

    /// What is filed; the term and whether the dossier is one of the unit, the database finds.
    public struct Statement: Sendable {
        public var kind: Kind
        public var campaign: Campaign.ID
        public var dossier: AwardDossier.ID?
        /// On whose result, where it is about no dossier; nil: the province's.
        public var giver: SubUnit.ID?
        public var words: String

        public init(kind: Kind, campaign: Campaign.ID, dossier: AwardDossier.ID?, giver: SubUnit.ID?, words: String) {
            self.kind = kind
            self.campaign = campaign
            self.dossier = dossier
            self.giver = giver
            self.words = words
        }
    }

    /// Files it for the unit, for a sub-unit of it, or for the acting person himself.
    public static func file(
        _ statement: Statement, id: ID, of tenant: Tenant.ID, _ unit: SubUnit.ID?, _ person: Person.ID?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.petition (id, tenant_id, unit_id, person_id, campaign_id, dossier_id, giver_id, kind, words, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(unit), \(person), \(statement.campaign), \(statement.dossier), \(statement.giver), \(statement.kind), \(statement.words),
                core.actor_post(), core.today())
            """)
    }

    /// Records the answer of today, once. Answers whether there was a petition.
    public static func answer(
        _ id: ID, _ outcome: Outcome, words: String, documentNumber: String, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.petition
            SET answered_on = core.today(), outcome = \(outcome), answer = \(words), answer_number = \(documentNumber)
            WHERE id = \(id)
            """) == 1
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.id, x.kind, t.slug, t.full_name, x.tenant_id, x.giver_id, coalesce(g.full_name, ''), x.unit_id, u.full_name, x.person_id, n.full_name, p.code, x.dossier_id, x.words, x.recorded_on, x.term_days,
            x.term_working, x.term_source, x.due_on, x.outcome, x.answer, x.answer_number, x.answered_on
        FROM core.petition AS x
            JOIN core.tenant_on(core.today()) AS t ON t.id = x.tenant_id
            JOIN core.campaign AS p ON p.id = x.campaign_id
            LEFT JOIN core.person AS n ON n.id = x.person_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "x.giver_id", in: "x.tenant_id", tx))) AS g ON true
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "x.unit_id", in: "x.tenant_id", tx))) AS u ON true
        WHERE (\(fragment: tx.within("x.tenant_id")) OR x.tenant_id = ANY (core.tenants_in_stead()))
        """
    }

    private static func read(_ row: inout RowReader) throws -> Petition {
        let (id, kind): (ID, Kind) = (try row.next(), try row.next())
        let (slug, tenantName): (Tenant.Slug, String) = (try row.next(), try row.next())
        let (tenantID, giver, giverName): (Tenant.ID, SubUnit.ID?, String) = (try row.next(), try row.next(), try row.next())
        let (unit, unitName): (SubUnit.ID?, String?) = (try row.next(), try row.next())
        let (person, personName): (Person.ID?, String?) = (try row.next(), try row.next())
        let (campaign, dossier): (String, AwardDossier.ID?) = (try row.next(), try row.next())
        let (words, filedOn): (String, CivilDate) = (try row.next(), try row.next())
        let term = Term(
            days: Int(try row.next(Int32.self)), isWorking: try row.next(), source: try row.next(), dueOn: try row.next())
        let (outcome, said): (Outcome?, String?) = (try row.next(), try row.next())
        let (number, answeredOn): (String?, CivilDate?) = (try row.next(), try row.next())
        var answer: Answer?
        if let outcome, let said, let number, let answeredOn {
            answer = Answer(outcome: outcome, words: said, documentNumber: number, answeredOn: answeredOn)
        }
        return Petition(
            id: id, kind: kind, tenant: slug, tenantName: tenantName, tenantID: tenantID, giver: giver, giverName: giverName, unit: unit,
            unitName: unitName, person: person, personName: personName, campaign: campaign, dossier: dossier, words: words,
            filedOn: filedOn, term: term, answer: answer)
    }
}
