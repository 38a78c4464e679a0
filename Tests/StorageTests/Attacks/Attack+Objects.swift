import Domain
import Postgres
import TestSupport

extension Attack {
    /// Shadowing objects, foreign rows inside one's own tables, and the functions that run text as SQL.
    static let objects: [Attack] = [
        Attack(
            name: "shadow a catalogue table by a temporary one",
            weaken: "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$",
            restore: "DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$"
        ) { attacker in
            try await attacker.run("CREATE TEMPORARY TABLE role_action (role text, action text)")
            return true
        },
        Attack(
            name: "make a function in one's own schema",
            weaken: "GRANT CREATE ON SCHEMA district_101 TO district_101; GRANT USAGE ON LANGUAGE sql TO PUBLIC",
            restore: "REVOKE CREATE ON SCHEMA district_101 FROM district_101; REVOKE USAGE ON LANGUAGE sql FROM PUBLIC"
        ) { attacker in
            try await attacker.run("CREATE FUNCTION district_101.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'")
            return true
        },
        Attack(
            name: "run a block of code",
            weaken: "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC", restore: "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC"
        ) { attacker in
            try await attacker.run("DO $$ BEGIN NULL; END $$")
            return true
        },
        Attack(
            name: "put a person into another tenant",
            weaken: "CREATE POLICY hole ON core.person FOR INSERT TO thidua_tenant WITH CHECK (true)",
            restore: "DROP POLICY hole ON core.person"
        ) { attacker in
            let written = try await attacker.connection.query(
                """
                INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
                VALUES (gen_random_uuid(), \(attacker.province.tenant("district_102").uuid), 'x', 'x', 'can_bo', '2023-01-01')
                """)
            return written.affected == 1
        },
        Attack(
            name: "put a row of another tenant into one's own table",
            weaken: """
                ALTER TABLE core.sub_unit DETACH PARTITION district_101.sub_unit;
                CREATE POLICY hole ON district_101.sub_unit FOR INSERT TO district_101 WITH CHECK (true)
                """,
            restore: """
                DROP POLICY hole ON district_101.sub_unit;
                DO $$ BEGIN
                    EXECUTE format('ALTER TABLE core.sub_unit ATTACH PARTITION district_101.sub_unit FOR VALUES IN (%L)',
                        (SELECT id FROM core.tenant WHERE slug = 'district_101'));
                END $$
                """
        ) { attacker in
            let written = try await attacker.connection.query(
                """
                INSERT INTO district_101.sub_unit (tenant_id, id, opened_on, recorded_on)
                VALUES (\(attacker.province.tenant("district_102").uuid), gen_random_uuid(), '2023-01-01', '2023-06-20')
                """)
            return written.affected == 1
        },
    ]

    /// One line each: a function that a single injected expression could call.
    static let expressions: [Attack] = [
        expression("SELECT query_to_xml('SELECT 1', true, true, '')", "pg_catalog.query_to_xml(text, boolean, boolean, text)"),
        expression("SELECT table_to_xml('core.tenant', true, true, '')", "pg_catalog.table_to_xml(regclass, boolean, boolean, text)"),
        expression("SELECT schema_to_xml('core', true, true, '')", "pg_catalog.schema_to_xml(name, boolean, boolean, text)"),
        expression("SELECT ts_stat('SELECT NULL::tsvector')", "pg_catalog.ts_stat(text)"),
        expression("SELECT ts_rewrite('a'::tsquery, 'SELECT NULL::tsquery, NULL::tsquery')", "pg_catalog.ts_rewrite(tsquery, text)"),
        expression("SELECT pg_terminate_backend(0)", "pg_catalog.pg_terminate_backend(integer, bigint)"),
        expression("SELECT pg_cancel_backend(0)", "pg_catalog.pg_cancel_backend(integer)"),
        expression("SELECT count(*) FROM pg_stat_get_activity(NULL)", "pg_catalog.pg_stat_get_activity(integer)"),
        expression("SELECT pg_try_advisory_lock(1)", "pg_catalog.pg_try_advisory_lock(bigint)"),
        expression("SELECT pg_sleep(0)", "pg_catalog.pg_sleep(double precision)"),
        expression("SELECT lo_create(0)", "pg_catalog.lo_create(oid)"),
        expression("SELECT lo_from_bytea(0, '\\x00')", "pg_catalog.lo_from_bytea(oid, bytea)"),
        expression("SELECT pg_relation_size('core.tenant'::regclass, 'main')", "pg_catalog.pg_relation_size(regclass, text)"),
        expression("SELECT pg_notify('x', 'y')", "pg_catalog.pg_notify(text, text)"),
        expression("SELECT pg_stat_get_live_tuples('core.tenant'::regclass)", "pg_catalog.pg_stat_get_live_tuples(oid)"),
        expression("SELECT pg_stat_get_backend_activity(1)", "pg_catalog.pg_stat_get_backend_activity(integer)"),
        expression("SELECT pg_export_snapshot()", "pg_catalog.pg_export_snapshot()"),
    ]

    /// What PostgreSQL keeps for superusers; tried all the same, with no control but theirs.
    static let superuserOnly: [Attack] = [
        superuser("SELECT pg_read_file('PG_VERSION')"), superuser("SELECT pg_ls_dir('.')"), superuser("SELECT lo_import('/etc/hostname')"),
        superuser("COPY (SELECT 1) TO PROGRAM 'true'"), superuser("SELECT count(*) FROM pg_authid"),
        superuser("SELECT count(*) FROM pg_hba_file_rules"),
        superuser("ALTER SYSTEM SET work_mem = '1GB'"), superuser("CREATE EXTENSION dblink"), superuser("SELECT * FROM pg_stat_activity"),
    ]

    private static func expression(_ sql: SQL, _ function: String) -> Attack {
        Attack(
            name: sql.text, weaken: "GRANT EXECUTE ON FUNCTION \(function) TO PUBLIC",
            restore: "REVOKE EXECUTE ON FUNCTION \(function) FROM PUBLIC"
        ) { attacker in
            try await attacker.run(sql)
            return true
        }
    }

    private static func superuser(_ sql: SQL) -> Attack {
        Attack(name: sql.text, weaken: "", restore: "") { attacker in
            try await attacker.run(sql)
            return true
        }
    }
}
