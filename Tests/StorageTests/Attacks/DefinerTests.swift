import Postgres
import TestSupport
import Testing

/// A routine that runs with its owner's rights finds its tables and operators where its owner looked, whatever its caller's search_path says.
@Suite("Routines with their owner's rights", .province, .serialized, .timeLimit(.minutes(10)))
struct DefinerTests {
    private let province = Province.current

    @Test("look in fixed schemas with pg_temp last, belong to the owner, and are not for PUBLIC; one that is not like that is found")
    func everyRoutine() async throws {
        #expect(try await offenders().isEmpty)
        try await province.asSuperuser(
            """
            CREATE FUNCTION core.careless() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM core.account'
            """)
        let found = try await offenders()
        try await province.asSuperuser("DROP FUNCTION core.careless()")
        #expect(found == ["core.careless()"])
    }

    @Test("nobody behind the door can put an object where a routine might look for it")
    func nowhereToCreate() async throws {
        let places = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT r.rolname || ' in ' || n.nspname
                FROM pg_roles AS r
                    CROSS JOIN pg_namespace AS n
                WHERE (r.rolname IN ('thidua_web', 'thidua_worker', 'thidua_signin', 'office', 'home_affairs', 'leadership', 'council', 'media', 'auditor')
                        OR pg_has_role(r.oid, 'thidua_tenant', 'MEMBER') AND NOT r.rolsuper AND r.rolname NOT LIKE 'thidua%')
                  AND has_schema_privilege(r.oid, n.oid, 'CREATE')
                UNION ALL
                SELECT r.rolname || ' for a while'
                FROM pg_roles AS r
                WHERE r.rolname IN ('thidua_web', 'thidua_worker', 'thidua_signin', 'district_101', 'office')
                  AND has_database_privilege(r.oid, current_database(), 'TEMPORARY')
                """
            ).decode { row in try row.next(String.self) }
        }
        #expect(places.isEmpty)
    }

    private func offenders() async throws -> [String] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT p.oid::regprocedure::text
                FROM pg_proc AS p
                WHERE p.prosecdef
                  AND p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'extensions')
                  AND (p.proowner <> 'thidua_owner'::regrole
                    OR has_function_privilege('public', p.oid, 'EXECUTE')
                    OR NOT EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=pg_catalog%, pg_temp'))
                ORDER BY 1
                """
            ).decode { row in try row.next(String.self) }
        }
    }
}
