public import Domain
import Postgres

extension InitiativeDetail.Step {
    /// What is done; its place follows from the record that was read, who and when it is recorded from the transaction.
    public struct Statement: Sendable {
        public var step: Initiative.Step
        public var happenedOn: CivilDate
        public var reason: String
        public var documentNumber: String
        public var signer: String
        /// Of a proposal.
        public var dossier: AwardDossier.ID?

        public init(
            step: Initiative.Step, happenedOn: CivilDate, reason: String = "", documentNumber: String = "", signer: String = "",
            dossier: AwardDossier.ID? = nil
        ) {
            self.step = step
            self.happenedOn = happenedOn
            self.reason = reason
            self.documentNumber = documentNumber
            self.signer = signer
            self.dossier = dossier
        }
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    public static func append(
        _ statement: Statement, id: EntityID<InitiativeDetail.Step>, to record: InitiativeRecord, in tx: borrowing TenantTransaction
    ) async throws {
        // What the last four say, the guard finds.
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("initiative_step"))
                (tenant_id, id, initiative_id, position, step, happened_on, reason, document_number, signer, dossier_id, recorded_by, recorded_on,
                 before, party, wanting, proposes)
            VALUES (\(record.tenant), \(id), \(record.id), \(Int32(clamping: record.steps + 1)), \(statement.step), \(statement.happenedOn),
                \(statement.reason), \(statement.documentNumber), \(statement.signer), \(statement.dossier), core.actor_post(), core.today(),
                'found', 'desk', '{}', false)
            """)
    }

    /// Every step of an initiative in sight, in their order, with the titles that the officer may know.
    public static func all(of record: InitiativeRecord, in tx: borrowing TenantTransaction) async throws -> [InitiativeDetail.Step] {
        try await tx.rows(
            """
            SELECT s.position, s.step, s.state, s.party, s.happened_on, s.reason, s.document_number, s.signer, e.number,
                (SELECT y.title FROM core.step_titles(ARRAY[s.recorded_by]) AS y), \(fragment: Signature.columns(as: "w"))
            FROM \(identifier: tx.table("initiative_step")) AS s
                LEFT JOIN \(identifier: tx.table("register_entry")) AS e
                    ON e.tenant_id IN (s.tenant_id, core.province_tenant()) AND e.kind = 'praiseLetters' AND e.subject_id = s.id
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(record.tenant)
              AND s.initiative_id = \(record.id)
            ORDER BY s.position
            """
        ) { row in
            InitiativeDetail.Step(
                position: Int(try row.next(Int32.self)), step: try row.next(), state: try row.next(), party: try row.next(),
                happenedOn: try row.next(), reason: try row.next(), documentNumber: try row.next(), signer: try row.next(),
                register: try row.next(Int32?.self).map(Int.init), title: try row.next(), signature: try Signature.next(&row))
        }
    }

    /// What was done with initiatives in sight and when, each in its order: what their clocks run by.
    public static func dates(
        of initiatives: [Initiative.ID], in tx: borrowing TenantTransaction
    ) async throws -> [Initiative.ID: [(step: Initiative.Step, on: CivilDate)]] {
        if initiatives.isEmpty { return [:] }
        let rows = try await tx.rows(
            """
            SELECT s.initiative_id, s.step, s.happened_on
            FROM \(identifier: tx.table("initiative_step")) AS s
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.initiative_id = ANY (\(initiatives))
            ORDER BY s.initiative_id, s.position
            """
        ) { row in
            let id: Initiative.ID = try row.next()
            let (step, day): (Initiative.Step, CivilDate) = (try row.next(), try row.next())
            return (id: id, step: step, on: day)
        }
        return Dictionary(grouping: rows, by: \.id).mapValues { $0.map { (step: $0.step, on: $0.on) } }
    }
}
