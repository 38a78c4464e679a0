public import Domain
public import Postgres

extension Difficulty.State: PostgresEncodable, PostgresDecodable {}
extension Difficulty.Step: PostgresEncodable, PostgresDecodable {}
extension Difficulty.Level: PostgresEncodable, PostgresDecodable {}

extension DifficultyDetail.Item {
    /// The items as they stood on the day on which it was raised.
    public static func all(of difficulty: Difficulty.ID, in tx: borrowing TenantTransaction) async throws -> [DifficultyDetail.Item] {
        try await tx.rows(
            """
            SELECT f.item, f.code, f.title, f."dueOn"
            FROM core.difficulty AS d
                CROSS JOIN LATERAL jsonb_to_recordset(d.facts) AS f (item uuid, code text, title text, "dueOn" date)
            WHERE d.id = \(difficulty)
            ORDER BY f."dueOn", f.code
            """
        ) { row in
            DifficultyDetail.Item(id: try row.next(), code: try row.next(), title: try row.next(), dueOn: try row.next())
        }
    }
}

extension DifficultyDetail.Extension {
    /// What became of the due dates of these items since it was raised, as far as they are in sight.
    public static func all(of difficulty: Difficulty.ID, in tx: borrowing TenantTransaction) async throws -> [DifficultyDetail.Extension] {
        try await tx.rows(
            """
            SELECT i.code, e.step, e.happened_on, e.new_due_on
            FROM core.difficulty AS d
                JOIN \(identifier: tx.table("work_item")) AS i
                    ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = d.tenant_id AND i.id = ANY (d.items)
                JOIN \(identifier: tx.table("extension_step")) AS e
                    ON \(fragment: tx.within("e.tenant_id")) AND e.tenant_id = i.tenant_id AND e.item_id = i.id AND e.recorded_on >= d.recorded_on
            WHERE d.id = \(difficulty)
            ORDER BY i.code, e.position
            """
        ) { row in
            DifficultyDetail.Extension(code: try row.next(), step: try row.next(), happenedOn: try row.next(), newDueOn: try row.next())
        }
    }
}

extension DifficultyDetail.Act {
    /// Every step in sight, in their order: who was asked to solve it reads from there on.
    public static func all(of difficulty: Difficulty.ID, in tx: borrowing TenantTransaction) async throws -> [DifficultyDetail.Act] {
        try await tx.rows(
            """
            SELECT s.step, s.words, s.document_number, s.recorded_on,
                CASE WHEN s.step = 'route' THEN coalesce(w.full_name, t.full_name, '') ELSE '' END, s.due_on, coalesce(n.title, '')
            FROM core.difficulty_step AS s
                LEFT JOIN core.tenant_on(core.today()) AS t ON t.id = s.solver_tenant_id
                LEFT JOIN LATERAL core.step_titles(ARRAY[s.recorded_by]) AS n ON true
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "s.solver_unit_id", in: "s.solver_tenant_id", tx))) AS w ON true
            WHERE s.difficulty_id = \(difficulty)
            ORDER BY s.position
            """
        ) { row in
            DifficultyDetail.Act(
                step: try row.next(), words: try row.next(), documentNumber: try row.next(), recordedOn: try row.next(),
                solverName: try row.next(), dueOn: try row.next(), title: try row.next())
        }
    }
}
