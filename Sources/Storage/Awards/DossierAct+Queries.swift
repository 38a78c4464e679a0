public import Domain
import Postgres

extension DossierAct {
    /// What is done; its place follows from the dossier that was read, who and when it is recorded from the transaction.
    public struct Statement: Sendable {
        public var step: AwardDossier.Step
        public var happenedOn: CivilDate
        public var reason: String
        public var documentNumber: String
        /// Of the council that decided.
        public var session: CouncilSession.ID?

        public init(
            step: AwardDossier.Step, happenedOn: CivilDate, reason: String = "", documentNumber: String = "",
            session: CouncilSession.ID? = nil
        ) {
            self.step = step
            self.happenedOn = happenedOn
            self.reason = reason
            self.documentNumber = documentNumber
            self.session = session
        }
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    public static func append(
        _ statement: Statement, id: ID, to record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        // What the last six say, the guard finds.
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("dossier_step"))
                (tenant_id, id, dossier_id, position, step, happened_on, reason, document_number, session_id, recorded_by, recorded_on,
                 before, supplements, own_dossier, late, wanting, awarded)
            VALUES (\(record.dossier.proposer), \(id), \(record.dossier.id), \(Int32(clamping: record.steps + 1)), \(statement.step),
                \(statement.happenedOn), \(statement.reason), \(statement.documentNumber), \(statement.session), core.actor_post(), core.today(),
                'found', 0, false, false, '{}', false)
            """)
    }

    /// Every step of dossiers in sight, each in its order.
    public static func all(
        of dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: [DossierAct]] {
        if dossiers.isEmpty { return [:] }
        let acts = try await tx.rows(
            """
            SELECT s.id, s.dossier_id, s.position, s.step, s.happened_on, s.reason, s.recorded_by, s.recorded_on
            FROM \(identifier: tx.table("dossier_step")) AS s
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.dossier_id = ANY (\(dossiers))
            ORDER BY s.dossier_id, s.position
            """, read)
        return Dictionary(grouping: acts, by: \.dossier)
    }

    /// Every step of a dossier, in their order.
    public static func all(
        of dossier: AwardDossier.ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> [DossierAct] {
        try await tx.rows(
            """
            SELECT s.id, s.dossier_id, s.position, s.step, s.happened_on, s.reason, s.recorded_by, s.recorded_on
            FROM \(identifier: tx.table("dossier_step")) AS s
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(tenant)
              AND s.dossier_id = \(dossier)
            ORDER BY s.position
            """, read)
    }

    static func read(_ row: inout RowReader) throws -> DossierAct {
        DossierAct(
            id: try row.next(), dossier: try row.next(), position: Int(try row.next(Int32.self)), step: try row.next(),
            happenedOn: try row.next(), reason: try row.next(), recordedBy: try row.next(), recordedOn: try row.next())
    }
}
