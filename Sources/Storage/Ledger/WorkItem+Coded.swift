public import Domain
import Postgres

extension WorkItem {
    /// Items in sight that have one of these codes, those of who co-ordinates among them. Units may have items of the same code.
    public static func coded(_ codes: [String], in tx: borrowing TenantTransaction) async throws -> [WorkItem] {
        if codes.isEmpty { return [] }
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.code = ANY (\(codes))
            """
        ) { row in
            try WorkItem(row: &row)
        }
    }
}
