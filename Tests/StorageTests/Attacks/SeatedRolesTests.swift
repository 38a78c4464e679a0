import Postgres
import TestSupport
import Testing

/// Wherever a province-wide role may write, a restrictive policy asks that the acting post has this role (`sql/routines/59_taken_roles.sql`):
/// a file of routines that comes later and gives such a role something to write is found here.
@Suite("Province-wide roles are taken by who has them", .province, .serialized, .timeLimit(.minutes(30)))
struct SeatedRolesTests {
    private let province = Province.current

    /// What a role may write without being seated in it, as `schema.table command role`.
    private static let unseated: SQL = """
        SELECT n.nspname || '.' || c.relname || ' ' || w.command || ' ' || w.role
        FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace
            CROSS JOIN (
                SELECT DISTINCT r.province_role AS role, k.command, k.code
                FROM core.role AS r
                    CROSS JOIN (VALUES ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) AS k (command, code)
                WHERE r.province_role IS NOT NULL
            ) AS w
        WHERE c.relkind IN ('r', 'p')
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND c.oid <> 'core.idempotency'::regclass             -- one's own, in whatever role
          AND CASE w.command WHEN 'DELETE' THEN has_table_privilege(w.role, c.oid, 'DELETE')
              ELSE has_any_column_privilege(w.role, c.oid, w.command) END
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                SELECT FROM pg_policy AS p
                WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd = w.code::"char" AND p.polroles = ARRAY[w.role::regrole::oid]
                  AND coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid))
                      = format('(( SELECT core.actor_wide() AS actor_wide) = %L::text)', w.role)))
        ORDER BY 1
        """

    private func found(_ connection: Connection) async throws -> [String] {
        try await connection.query(Self.unseated).decode { row in try row.next(String.self) }
    }

    @Test("every table that they may write asks for the seat; one that a later file adds, or a policy that was loosened, is found")
    func everyTable() async throws {
        try await province.withConnection(as: "postgres") { connection in
            #expect(try await found(connection).isEmpty)
            let writable = try await connection.query("SELECT count(*) FROM pg_policy WHERE polname LIKE 'seated\\_%'").only { row in
                try row.next(Int64.self)
            }
            #expect(writable > 50, "hardly any was looked at: \(writable)")

            _ = try await connection.query("BEGIN")
            for statement: SQL in [
                "CREATE TABLE core.planted (id uuid PRIMARY KEY, words text)",
                "ALTER TABLE core.planted ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
                "CREATE POLICY kept ON core.planted TO office, home_affairs USING ((SELECT core.actor_may('province.read')))",
                "GRANT SELECT, INSERT, UPDATE (words) ON core.planted TO office",
                "GRANT DELETE ON core.planted TO home_affairs",
            ] { _ = try await connection.query(statement) }
            let planted = ["core.planted DELETE home_affairs", "core.planted INSERT office", "core.planted UPDATE office"]
            #expect(try await found(connection) == planted)
            // What the file of the seats does when it is run after it.
            for statement: SQL in [
                "CREATE POLICY a ON core.planted AS RESTRICTIVE FOR DELETE TO home_affairs USING ((SELECT core.actor_wide()) = 'home_affairs')",
                "CREATE POLICY b ON core.planted AS RESTRICTIVE FOR INSERT TO office WITH CHECK ((SELECT core.actor_wide()) = 'office')",
                "CREATE POLICY c ON core.planted AS RESTRICTIVE FOR UPDATE TO office USING ((SELECT core.actor_wide()) = 'office')",
            ] { _ = try await connection.query(statement) }
            #expect(try await found(connection).isEmpty)
            // Another role's seat is none.
            _ = try await connection.query("ALTER POLICY b ON core.planted WITH CHECK ((SELECT core.actor_wide()) = 'leadership')")
            _ = try await connection.query("ALTER POLICY seated_office_insert ON core.campaign WITH CHECK (true)")
            #expect(try await found(connection) == ["core.campaign INSERT office", "core.planted INSERT office"])
            _ = try await connection.query("ROLLBACK")
            #expect(try await found(connection).isEmpty)
        }
    }
}
