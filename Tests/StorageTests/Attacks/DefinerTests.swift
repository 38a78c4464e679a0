import Domain
import Postgres
import TestSupport
import Testing

/// A routine that runs with its owner's rights finds its tables and operators where its owner looked, whatever its caller's search_path says.
@Suite("Routines with their owner's rights", .province, .serialized, .timeLimit(.minutes(30)))
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

    @Test("are each run under a hostile search_path, by call or by trigger, and none looks there; one that does is caught")
    func hostilePath() async throws {
        try await province.asSuperuser(Self.trap)
        let (ran, trapped) = try await runEveryRoutine()
        #expect(trapped.isEmpty)
        #expect(ran > 40, "hardly any was run: \(ran)")
        try await province.asSuperuser(
            """
            CREATE FUNCTION core.careless(a text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN a = 'x'; END $$
            """)
        let found = try await runEveryRoutine().trapped
        try await province.asSuperuser("DROP FUNCTION core.careless(text); DROP SCHEMA hostile CASCADE")
        #expect(found.count == 1 && found.first?.contains("careless") == true, "\(found)")
    }

    /// Operators and functions that say so when somebody takes them for the true ones.
    private static let trap = """
        CREATE SCHEMA hostile;
        CREATE FUNCTION hostile.trap() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'trapped' USING ERRCODE = 'TDTRP'; END $$;
        DO $do$
        DECLARE
            kind text;
            sign text;
        BEGIN
            FOREACH kind IN ARRAY ARRAY['text', 'uuid', 'date', 'integer', 'bigint', 'timestamptz', 'bytea', 'boolean'] LOOP
                EXECUTE format('CREATE FUNCTION hostile.same(%1$s, %1$s) RETURNS boolean LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM hostile.trap(); RETURN true; END $$', kind);
                FOREACH sign IN ARRAY ARRAY['=', '<>', '<=', '>=', '<', '>'] LOOP
                    EXECUTE format('CREATE OPERATOR hostile.%2$s (FUNCTION = hostile.same, LEFTARG = %1$s, RIGHTARG = %1$s)', kind, sign);
                END LOOP;
            END LOOP;
        END $do$;
        CREATE FUNCTION hostile.sha256(bytea) RETURNS bytea LANGUAGE plpgsql AS $$ BEGIN PERFORM hostile.trap(); RETURN $1; END $$;
        CREATE FUNCTION hostile.clock_timestamp() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN PERFORM hostile.trap(); RETURN NULL; END $$;
        CREATE FUNCTION hostile.now() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN PERFORM hostile.trap(); RETURN NULL; END $$;
        CREATE FUNCTION hostile.today() RETURNS date LANGUAGE plpgsql AS $$ BEGIN PERFORM hostile.trap(); RETURN NULL; END $$;
        CREATE FUNCTION hostile.actor() RETURNS text[] LANGUAGE plpgsql AS $$ BEGIN PERFORM hostile.trap(); RETURN NULL; END $$;
        """

    /// Calls every routine with arguments of its types, and writes every table on which one is a trigger, with the hostile schema first.
    private func runEveryRoutine() async throws -> (ran: Int, trapped: [String]) {
        let actor = province.token(of: .tenantAdmin, in: "district_101")
        return try await province.withConnection(as: "postgres") { connection in
            var trapped: [String] = []
            let statements = try await connection.query(Self.statements).decode { row in try row.next(String.self) }
            for statement in statements {
                _ = try await connection.query("BEGIN")
                _ = try await connection.query("SELECT core.enter(\(actor.bytes), 'district_101')")
                _ = try await connection.query("SET LOCAL search_path = hostile, core, pg_catalog")
                do {
                    try await connection.script(statement)
                } catch let error as PostgresError {
                    // Anything else is a refusal of what it was given: it looked at it by the true operators.
                    if error.sqlState == "TDTRP" { trapped.append(statement) }
                }
                _ = try await connection.query("ROLLBACK")
            }
            return (statements.count, trapped)
        }
    }

    /// What runs each: a call, or a change of a table on which it is a trigger. The texts use no operator: it would be the hostile one.
    private static let statements: SQL = """
        SELECT format('SELECT %I.%I(%s)', n.nspname, p.proname, (
            SELECT string_agg(format('%L::%s', CASE format_type(t.kind, NULL)
                WHEN 'uuid' THEN '0192a000-0000-7000-8000-00000000abcd' WHEN 'bytea' THEN '\\x00' WHEN 'boolean' THEN 'true'
                WHEN 'integer' THEN '1' WHEN 'bigint' THEN '1' WHEN 'numeric' THEN '1' WHEN 'date' THEN '2023-06-20'
                WHEN 'interval' THEN '1 day' WHEN 'jsonb' THEN '{}' WHEN 'timestamp with time zone' THEN '2023-06-20'
                WHEN 'text' THEN 'x' WHEN 'name' THEN 'x' END, format_type(t.kind, NULL)), ', ' ORDER BY t.place)
            FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS t (kind, place)))
        FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
        WHERE p.prosecdef AND n.nspname IN ('core', 'district_101') AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
        UNION
        SELECT format('UPDATE core.%1$I SET %2$I = %2$I', c.relname, (
            SELECT a.attname FROM pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attgenerated = '' AND NOT a.attisdropped AND a.attidentity = ''
            ORDER BY a.attnum DESC LIMIT 1))
        FROM pg_trigger AS g JOIN pg_proc AS p ON p.oid = g.tgfoid JOIN pg_class AS c ON c.oid = g.tgrelid
        WHERE p.prosecdef AND NOT g.tgisinternal AND c.relnamespace = 'core'::regnamespace
        UNION
        SELECT format('INSERT INTO core.%1$I (%2$s) SELECT %2$s FROM core.%1$I LIMIT 1', c.relname, (
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attgenerated = '' AND NOT a.attisdropped AND a.attidentity = ''))
        FROM pg_trigger AS g JOIN pg_proc AS p ON p.oid = g.tgfoid JOIN pg_class AS c ON c.oid = g.tgrelid
        WHERE p.prosecdef AND NOT g.tgisinternal AND c.relnamespace = 'core'::regnamespace
        ORDER BY 1
        """

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
