public import Domain
import Postgres

extension ItemDispute {
    /// The disputes about an item, in their order, as they were known then.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> [ItemDispute]
    {
        let facts = LedgerFacts(at: moment)
        let steps = try await tx.rows(
            """
            SELECT \(fragment: DisputeStep.columns)
            FROM \(identifier: tx.table("dispute_step")) AS x
                \(fragment: DisputeStep.source(tx))
            WHERE x.tenant_id = \(item.tenant)
              AND x.item_id = \(item.id)
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.happened_on"))
            ORDER BY x.position
            """, DisputeStep.read)
        return paired(steps)
    }
}

extension DisputeStep {
    /// What the unit says or the assigner answers; who and when it is recorded follow from the transaction, how the item stands from the item.
    public struct Statement: Sendable {
        public var kind: Kind
        public var happenedOn: CivilDate
        public var ground: Ground?
        /// Who should lead instead.
        public var proposed: LedgerReferences.Unit?
        public var duplicateCode: String?
        public var remedy: Remedy?
        /// By which it was transferred or replaced.
        public var ruling: Ruling.ID?
        public var newDueOn: CivilDate?
        public var documentNumber: String
        /// Empty: the assigner's own name, of an answer.
        public var documentIssuer: String
        public var reason: String

        public init(
            kind: Kind, happenedOn: CivilDate, ground: Ground? = nil, proposed: LedgerReferences.Unit? = nil, duplicateCode: String? = nil,
            remedy: Remedy? = nil, ruling: Ruling.ID? = nil, newDueOn: CivilDate? = nil, documentNumber: String,
            documentIssuer: String = "",
            reason: String
        ) {
            self.kind = kind
            self.happenedOn = happenedOn
            self.ground = ground
            self.proposed = proposed
            self.duplicateCode = duplicateCode
            self.remedy = remedy
            self.ruling = ruling
            self.newDueOn = newDueOn
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.reason = reason
        }
    }

    /// Appends a step of the acting officer behind the last one that he read: who is second of two is refused by its place.
    public static func append(
        _ statement: Statement, id: ID, on item: WorkItem, after previous: DisputeStep?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("dispute_step"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, previous_position, previous_step, previous_on,
                 ground, proposed_tenant_id, proposed_unit_id, duplicate_code, remedy, ruling_id, new_due_on, document_number, document_issuer,
                 reason, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(item.assigner), \(Int32(clamping: (previous?.position ?? 0) + 1)),
                \(statement.kind), \(statement.happenedOn), \(previous.map { Int32(clamping: $0.position) }), \(previous?.kind),
                \(previous?.happenedOn), \(statement.ground), \(statement.proposed?.tenant), \(statement.proposed?.unit),
                \(statement.duplicateCode), \(statement.remedy), \(statement.ruling), \(statement.newDueOn), \(statement.documentNumber),
                CASE WHEN \(statement.kind) = 'raised' THEN \(statement.documentIssuer)
                    ELSE coalesce(nullif(\(statement.documentIssuer), ''),
                        (SELECT t.full_name FROM core.tenant_on(core.today()) AS t WHERE t.id = \(item.assigner)))
                END,
                \(statement.reason), core.actor_post(), core.today())
            """)
    }

    /// Of the table under the alias `x` joined with ``source(_:)``, in the order in which ``read(_:)`` reads them.
    static let columns: SQL = """
        x.id, x.item_id, x.position, x.step, x.happened_on, x.ground, coalesce(px.full_name, pt.full_name), x.duplicate_code, x.remedy, x.new_due_on,
        x.document_number, x.document_issuer, x.reason, x.recorded_by, x.recorded_on
        """

    /// What the proposed lead is called: a unit of the province, or a sub-unit of the same one.
    static func source(_ tx: borrowing TenantTransaction) -> SQL {
        """
        LEFT JOIN core.tenant_on((SELECT core.today())) AS pt ON pt.id = x.proposed_tenant_id
        LEFT JOIN LATERAL (
            SELECT v.full_name
            FROM \(identifier: tx.table("sub_unit_version")) AS v
            WHERE \(fragment: tx.within("v.tenant_id"))
              AND v.tenant_id = x.proposed_tenant_id
              AND v.unit_id = x.proposed_unit_id
              AND v.unit_id <> v.tenant_id
              AND v.valid_from <= (SELECT core.today())
            ORDER BY v.valid_from DESC
            LIMIT 1
        ) AS px ON true
        """
    }

    static func read(_ row: inout RowReader) throws -> DisputeStep {
        DisputeStep(
            id: try row.next(), item: try row.next(), position: Int(try row.next(Int32.self)), kind: try row.next(),
            happenedOn: try row.next(), ground: try row.next(), proposedLead: try row.next(), duplicateCode: try row.next(),
            remedy: try row.next(), newDueOn: try row.next(), documentNumber: try row.next(), documentIssuer: try row.next(),
            reason: try row.next(), recordedBy: try row.next(), recordedOn: try row.next())
    }
}

extension WaitingDispute {
    /// One page of what waits for an answer, the first raised first; what is gone or exempted waits no more.
    public static func list(after position: Position? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws
        -> [WaitingDispute]
    {
        let after: SQL = position.map { "(x.recorded_on, x.id) > (\($0.recordedOn), \($0.id))" } ?? "true"
        return try await tx.rows(
            """
            SELECT \(fragment: DisputeStep.columns), i.code, i.title, t.slug, coalesce(u.full_name, '')
            FROM \(identifier: tx.table("dispute_step")) AS x
                \(fragment: DisputeStep.source(tx))
                \(fragment: WorkItem.behind(tx))
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.step = 'raised'
              AND \(fragment: after)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("dispute_step")) AS d
                    WHERE \(fragment: tx.within("d.tenant_id"))
                      AND d.tenant_id = x.tenant_id
                      AND d.item_id = x.item_id
                      AND d.position > x.position)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("ruling")) AS r
                    WHERE \(fragment: tx.within("r.tenant_id"))
                      AND r.tenant_id = x.tenant_id
                      AND r.item_id = x.item_id
                      AND r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred'))
            ORDER BY x.recorded_on, x.id
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            WaitingDispute(
                raised: try DisputeStep.read(&row), code: try row.next(), title: try row.next(), tenant: try row.next(),
                unitName: try row.next())
        }
    }
}
