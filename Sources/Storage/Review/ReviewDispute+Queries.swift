public import Domain
import Postgres

extension ReviewDispute {
    /// What is disputed in a review, in the order in which it came; of one unit or of all in sight.
    public static func list(
        in review: HeldReview, after: ID? = nil, limit: Int? = nil, in tx: borrowing TenantTransaction
    ) async throws -> [ReviewDispute] {
        let next: SQL = after.map { "d.id > \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND d.review_id = \(review.id)
              AND \(fragment: next)
            ORDER BY d.id
            LIMIT \(limit.map { Int32(clamping: $0) })
            """, read)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> (
        ReviewDispute, review: HeldReview.ID, of: Tenant.ID
    )? {
        guard let dispute = try await tx.first("\(fragment: columns(tx)) AND d.id = \(id)", read) else { return nil }
        return try await tx.first(
            """
            SELECT d.review_id, d.tenant_id
            FROM \(identifier: tx.table("review_dispute")) AS d
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(id)
            """
        ) { row in (dispute, review: try row.next(), of: try row.next()) }
    }

    /// What the unit says of one of its items.
    public struct Statement: Sendable {
        public var wrong: String
        public var documentNumber: String
        public var documentOn: CivilDate

        public init(wrong: String, documentNumber: String, documentOn: CivilDate) {
            self.wrong = wrong
            self.documentNumber = documentNumber
            self.documentOn = documentOn
        }
    }

    /// Disputes an item as the acting officer, whose unit it is.
    public static func insert(
        _ statement: Statement, id: ID, on item: WorkItem, in review: HeldReview, in tx: borrowing TenantTransaction
    ) async throws {
        // What the last three say, the guard finds.
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("review_dispute"))
                (tenant_id, id, review_id, item_id, unit_id, wrong, document_number, document_on, recorded_by, recorded_on, settle_until, frozen, judged)
            VALUES (\(item.tenant), \(id), \(review.id), \(item.id), \(item.unit), \(statement.wrong), \(statement.documentNumber),
                \(statement.documentOn), core.actor_post(), core.today(), core.today(), false, false)
            """)
    }

    /// Answers it as the acting officer of the Office.
    public static func answer(
        _ id: ID, of tenant: Tenant.ID, _ outcome: Answer.Outcome, words: String, documentNumber: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("review_answer")) (tenant_id, dispute_id, outcome, words, document_number, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(outcome), \(words), \(documentNumber), core.actor_post(), core.today())
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT d.id, t.slug, t.full_name, d.item_id, i.code, i.title, d.wrong, d.document_number, d.document_on, d.recorded_on,
            a.outcome, a.words, a.document_number, a.recorded_on
        FROM \(identifier: tx.table("review_dispute")) AS d
            JOIN \(identifier: tx.table("work_item")) AS i
                ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = d.tenant_id AND i.id = d.item_id
            JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
            LEFT JOIN \(identifier: tx.table("review_answer")) AS a
                ON \(fragment: tx.within("a.tenant_id")) AND a.tenant_id = d.tenant_id AND a.dispute_id = d.id
        WHERE \(fragment: tx.within("d.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> ReviewDispute {
        let (id, tenant, unitName): (ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
        let (item, code, title): (WorkItem.ID, String, String) = (try row.next(), try row.next(), try row.next())
        let (wrong, number, on): (String, String, CivilDate) = (try row.next(), try row.next(), try row.next())
        let disputedOn: CivilDate = try row.next()
        let outcome: Answer.Outcome? = try row.next()
        let (words, paper, answeredOn): (String?, String?, CivilDate?) = (try row.next(), try row.next(), try row.next())
        let answer = outcome.flatMap { outcome in
            answeredOn.map { Answer(outcome: outcome, words: words ?? "", documentNumber: paper ?? "", answeredOn: $0) }
        }
        return ReviewDispute(
            id: id, tenant: tenant, unitName: unitName, item: item, code: code, title: title, wrong: wrong, documentNumber: number,
            documentOn: on, disputedOn: disputedOn, answer: answer)
    }
}
