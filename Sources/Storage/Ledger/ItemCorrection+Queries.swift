public import Domain
import Postgres

extension ItemCorrection {
    /// By which an item was cut out of others, or replaced by others; nil where neither happened.
    static func find(of item: WorkItem, at moment: LedgerMoment, in tx: borrowing TenantTransaction) async throws -> ItemCorrection? {
        let facts = LedgerFacts(at: moment)
        return try await tx.first(
            """
            SELECT c.id, c.kind, c.decided_on, c.document_number, c.reason,
                ARRAY(
                    SELECT i.code
                    FROM \(identifier: tx.table("ruling")) AS x
                        JOIN \(identifier: tx.table("work_item")) AS i ON i.tenant_id = x.tenant_id AND i.id = x.item_id
                    WHERE x.tenant_id = c.tenant_id AND x.correction_id = c.id
                    ORDER BY i.code COLLATE "C"
                ),
                ARRAY(
                    SELECT i.code
                    FROM \(identifier: tx.table("work_item")) AS i
                    WHERE i.tenant_id = c.tenant_id AND i.correction_id = c.id
                    ORDER BY i.code COLLATE "C"
                ),
                c.recorded_by, c.recorded_on, c.document_issuer
            FROM \(identifier: tx.table("item_correction")) AS c
            WHERE c.tenant_id = \(item.tenant)
              AND \(fragment: facts.known("c.recorded_on"))
              AND (c.id = \(item.correction)
                OR c.id = (
                    SELECT r.correction_id
                    FROM \(identifier: tx.table("ruling")) AS r
                    WHERE r.tenant_id = \(item.tenant) AND r.item_id = \(item.id) AND r.correction_id IS NOT NULL))
            ORDER BY c.recorded_at DESC
            LIMIT 1
            """
        ) { row in
            ItemCorrection(
                id: try row.next(), kind: try row.next(), decidedOn: try row.next(), documentNumber: try row.next(), reason: try row.next(),
                replaced: try row.next(), made: try row.next(), recordedBy: try row.next(), recordedOn: try row.next(),
                documentIssuer: try row.next())
        }
    }

    /// What the assigner records; who and when follow from the transaction.
    public struct Statement: Sendable {
        public var kind: Kind
        public var decidedOn: CivilDate
        public var documentNumber: String
        /// Empty: the assigner's own name.
        public var documentIssuer: String
        public var reason: String

        public init(kind: Kind, decidedOn: CivilDate, documentNumber: String, documentIssuer: String = "", reason: String) {
            self.kind = kind
            self.decidedOn = decidedOn
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.reason = reason
        }
    }

    /// Records it for items like this one; what is replaced and what is made must name it before the transaction ends.
    public static func append(_ statement: Statement, id: ID, on item: WorkItem, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_correction"))
                (tenant_id, id, unit_id, assigner_tenant_id, kind, decided_on, document_number, document_issuer, reason, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.unit), \(item.assigner), \(statement.kind), \(statement.decidedOn),
                \(statement.documentNumber),
                coalesce(nullif(\(statement.documentIssuer), ''),
                    (SELECT t.full_name FROM core.tenant_on(core.today()) AS t WHERE t.id = \(item.assigner)), ''),
                \(statement.reason), core.actor_post(), core.today())
            """)
    }
}
