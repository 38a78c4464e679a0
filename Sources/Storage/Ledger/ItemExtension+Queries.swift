public import Domain
import Postgres

extension ItemExtension {
    /// The extensions of an item, in their order, as they were known then.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> [ItemExtension]
    {
        let facts = LedgerFacts(at: moment)
        let steps = try await tx.rows(
            """
            SELECT \(fragment: ExtensionStep.columns(reason: tx.reason(ofExtension: "x")))
            FROM \(identifier: tx.table("extension_step")) AS x
            WHERE x.tenant_id = \(item.tenant)
              AND x.item_id = \(item.id)
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.happened_on"))
            ORDER BY x.position
            """, ExtensionStep.read)
        return paired(steps)
    }

    /// Of many items at once, for a review: to judge it asks for no reasons, and gets none.
    ///
    /// - Parameters:
    ///   - rows: which steps `x` are looked at.
    ///   - reason: of `x` as the officer reads it.
    static func everywhere(
        _ facts: LedgerFacts, where rows: SQL, reason: SQL = "''", in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID: [ItemExtension]] {
        let steps = try await tx.rows(
            """
            SELECT \(fragment: ExtensionStep.columns(reason: reason))
            FROM \(identifier: tx.table("extension_step")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND \(fragment: rows)
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.happened_on"))
            ORDER BY x.item_id, x.position
            """, ExtensionStep.read)
        return Dictionary(grouping: steps, by: \.item).mapValues(paired)
    }
}

extension ExtensionStep {
    /// What the doer asks or the assigner decides; who and when it is recorded follow from the transaction, what the item stands at from
    /// the item.
    public struct Statement: Sendable {
        public var kind: Kind
        public var happenedOn: CivilDate
        public var newDueOn: CivilDate?
        public var isPostFacto: Bool
        public var documentNumber: String
        /// Empty: of a decision the assigner's own name.
        public var documentIssuer: String
        public var reason: String

        public init(
            kind: Kind, happenedOn: CivilDate, newDueOn: CivilDate?, isPostFacto: Bool = false, documentNumber: String,
            documentIssuer: String = "", reason: String
        ) {
            self.kind = kind
            self.happenedOn = happenedOn
            self.newDueOn = newDueOn
            self.isPostFacto = isPostFacto
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.reason = reason
        }
    }

    /// Appends a step of the acting officer behind the last one that he read: who is second of two is refused by its place.
    public static func append(
        _ statement: Statement, id: ID, on item: WorkItem, after previous: ExtensionStep?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("extension_step"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, previous_position, previous_step, previous_on,
                 new_due_on, post_facto, document_number, document_issuer, reason, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(item.assigner), \(Int32(clamping: (previous?.position ?? 0) + 1)),
                \(statement.kind), \(statement.happenedOn), \(previous.map { Int32(clamping: $0.position) }), \(previous?.kind),
                \(previous?.happenedOn), \(statement.newDueOn), \(statement.isPostFacto), \(statement.documentNumber),
                CASE WHEN \(statement.kind) = 'asked' THEN \(statement.documentIssuer)
                    ELSE coalesce(nullif(\(statement.documentIssuer), ''),
                        (SELECT t.full_name FROM core.tenant_on(core.today()) AS t WHERE t.id = \(item.assigner)), '')
                END,
                \(statement.reason), core.actor_post(), core.today())
            """)
    }

    /// Of the table under the alias `x`, in the order in which ``read(_:)`` reads them.
    ///
    /// - Parameter reason: as the officer reads it.
    static func columns(reason: SQL) -> SQL {
        """
        x.id, x.item_id, x.position, x.step, x.happened_on, x.new_due_on, x.post_facto, x.document_number, \(fragment: reason), x.due_before,
        x.item_version, x.recorded_by, x.recorded_on, x.document_issuer
        """
    }

    static func read(_ row: inout RowReader) throws -> ExtensionStep {
        ExtensionStep(
            id: try row.next(), item: try row.next(), position: Int(try row.next(Int32.self)), kind: try row.next(),
            happenedOn: try row.next(), newDueOn: try row.next(), isPostFacto: try row.next(), documentNumber: try row.next(),
            reason: try row.next(), dueBefore: try row.next(), replacedVersion: try row.next(Int32?.self).map(Int.init),
            recordedBy: try row.next(), recordedOn: try row.next(), documentIssuer: try row.next())
    }
}

extension WaitingExtension {
    /// One page of what waits for a decision, the soonest due first; what was done or closed meanwhile waits no more.
    ///
    /// - Parameter ofAssigner: those alone that are the acting officer's seat to decide; what was asked in time and came to its due date undecided
    ///   is also the Chairman's (A27).
    public static func list(
        ofAssigner: Bool = false, after position: Position? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [WaitingExtension] {
        let after: SQL = position.map { "(x.due_before, x.id) > (\($0.dueOn), \($0.id))" } ?? "true"
        let isDecidedHere: SQL = ofAssigner ? "(\(fragment: WorkItem.ruledHere(tx)) OR \(fragment: isTheChairmans))" : "true"
        return try await tx.rows(
            """
            SELECT \(fragment: ExtensionStep.columns(reason: tx.reason(ofExtension: "x"))), i.code, i.title, t.slug, coalesce(u.full_name, '')
            FROM \(identifier: tx.table("extension_step")) AS x
                \(fragment: WorkItem.behind(tx))
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.step = 'asked'
              AND \(fragment: isDecidedHere)
              AND \(fragment: after)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("extension_step")) AS d
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
                      AND r.voided_by IS NULL
                      AND r.kind IN ('accepted', 'exempted', 'replaced', 'cancelled', 'transferred'))
            ORDER BY x.due_before, x.id
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            WaitingExtension(
                request: try ExtensionStep.read(&row), code: try row.next(), title: try row.next(), tenant: try row.next(),
                unitName: try row.next())
        }
    }

    /// Of the step `x` on the item `i`: that the Chairman acts, and has to decide it from this day on.
    private static let isTheChairmans: SQL = """
        ((SELECT (core.actor())[6]) = 'chairman' AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
            AND greatest(x.happened_on, x.recorded_on) <= x.due_before AND x.due_before <= (SELECT core.today()))
        """
}
