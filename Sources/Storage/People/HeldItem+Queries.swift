public import Domain
import Postgres

extension HeldItem {
    /// What is in the hands of a person of the acting officer's own tenant, the most pressing first.
    ///
    /// - Parameter post: only what he has by this post; nil: by any.
    /// - Throws: ``Problem/notFound`` where there is no such person here for who keeps the directory.
    public static func inHands(of person: Person.ID, by post: Post.ID? = nil, in tx: borrowing TenantTransaction) async throws -> [HeldItem]
    {
        try await tx.rows(
            """
            SELECT i.id, i.code, i.title, coalesce(v.full_name, ''), i.due_on, h.is_doer
            FROM core.person_hands(\(person), \(post)) AS h
                JOIN \(identifier: tx.table("work_item")) AS i ON i.tenant_id = \(try tx.requireTenant()) AND i.id = h.item_id
                LEFT JOIN LATERAL (
                    SELECT w.full_name
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.unit_id = i.unit_id
                    ORDER BY (w.valid_from <= core.today()) DESC, CASE WHEN w.valid_from <= core.today() THEN w.valid_from END DESC, w.valid_from
                    LIMIT 1
                ) AS v ON true
            ORDER BY i.sort_due, i.code COLLATE "C"
            """
        ) { row in
            HeldItem(
                id: try row.next(), code: try row.next(), title: try row.next(), unitName: try row.next(), dueOn: try row.next(),
                isDoer: try row.next())
        }
    }

    /// Gives what is in the hands of a person to the holder of another post, as far as he works in the same sub-unit.
    ///
    /// - Parameters:
    ///   - post: only what he has by this post.
    ///   - toUnit: what nobody takes goes back to its sub-unit.
    /// - Returns: how many items changed hands.
    /// - Throws: ``Problem/notFound``; codes `open-items` where something would be left, `invalid-input`, `move-of-oneself`.
    public static func handOver(
        from person: Person.ID, by post: Post.ID?, to successor: Post.ID?, restToUnit toUnit: Bool, because reason: String,
        in tx: borrowing TenantTransaction
    ) async throws -> Int {
        Int(
            try await tx.run("SELECT core.person_hand_over(\(person), \(post), \(successor), \(toUnit), \(reason))")
                .only { (row) throws in try row.next(Int32.self) })
    }
}
