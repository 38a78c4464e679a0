public import Domain
import Postgres

extension ProgressReport {
    /// The reports on an item, in the order of their evidence.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> [ProgressReport]
    {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT \(fragment: columns(tx))
            FROM \(identifier: tx.table("progress")) AS p
                \(fragment: Signature.source(of: "p.delegation_id", as: "w"))
            WHERE p.tenant_id = \(item.tenant)
              AND p.item_id = \(item.id)
              AND \(fragment: facts.known("p.recorded_on"))
              AND \(fragment: facts.dated("p.evidence_on"))
            ORDER BY p.evidence_on, p.recorded_at, p.id
            """, read)
    }

    /// One report on an item.
    public static func find(_ id: ID, of item: WorkItem, in tx: borrowing TenantTransaction) async throws -> ProgressReport? {
        try await tx.first(
            """
            SELECT \(fragment: columns(tx))
            FROM \(identifier: tx.table("progress")) AS p
                \(fragment: Signature.source(of: "p.delegation_id", as: "w"))
            WHERE p.tenant_id = \(item.tenant)
              AND p.item_id = \(item.id)
              AND p.id = \(id)
            """, read)
    }

    /// What a doer says; who and when follow from the transaction.
    public struct Statement: Sendable {
        public var kind: Kind
        /// Nil: today.
        public var evidenceOn: CivilDate?
        public var milestonePercent: Int?
        public var figure: Figure?
        public var documentNumber: String
        public var documentIssuer: String
        public var narrative: String
        public var occurrence: CivilDate?
        public var delayedBy: String?

        public init(
            kind: Kind, evidenceOn: CivilDate? = nil, milestonePercent: Int? = nil, figure: Figure? = nil, documentNumber: String = "",
            documentIssuer: String = "", narrative: String = "", occurrence: CivilDate? = nil, delayedBy: String? = nil
        ) {
            self.kind = kind
            self.evidenceOn = evidenceOn
            self.milestonePercent = milestonePercent
            self.figure = figure
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.narrative = narrative
            self.occurrence = occurrence
            self.delayedBy = delayedBy
        }
    }

    /// Appends a report of the acting officer.
    ///
    /// - Parameter draft: what it is approved from.
    public static func append(
        _ statement: Statement, id: ID, to item: WorkItem, from draft: Draft.ID? = nil, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("progress"))
                (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, actual, actual_status, document_number, document_issuer,
                 narrative, occurrence_due_on, delayed_by, draft_id, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(statement.kind), coalesce(\(statement.evidenceOn), core.today()),
                \(statement.milestonePercent.map(Int32.init(clamping:))), \(statement.figure?.value), \(statement.figure?.status),
                \(statement.documentNumber), \(statement.documentIssuer), \(statement.narrative), \(statement.occurrence),
                \(statement.delayedBy), \(draft),
                core.actor_post(), core.today())
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        p.id, p.item_id, p.kind, p.evidence_on, p.milestone_percent, p.actual, p.actual_status, p.document_number, p.document_issuer,
        \(fragment: tx.narrative(of: "p")), p.recorded_by, p.recorded_on, p.prepared_by, \(fragment: Signature.columns(as: "w")),
        p.occurrence_due_on, p.delayed_by
        """
    }

    private static func read(_ row: inout RowReader) throws -> ProgressReport {
        ProgressReport(
            id: try row.next(), item: try row.next(), kind: try row.next(), evidenceOn: try row.next(),
            milestonePercent: try row.next(Int32?.self).map(Int.init), figure: try Figure(row: &row), documentNumber: try row.next(),
            documentIssuer: try row.next(), narrative: try row.next(), recordedBy: try row.next(), recordedOn: try row.next(),
            preparedBy: try row.next(), signature: try Signature.next(&row), occurrence: try row.next(),
            delayedBy: try row.next())
    }
}
