public import Domain
import Postgres

/// What `sql/bootstrap.sql` once arranged, looked at again: a superuser may have changed it since, and a restored or cloned database has
/// lost the part that belongs to the database itself.
extension OperatorTransaction {
    public func bootstrapFindings() async throws -> [Finding] {
        try await callableFindings() + publicFindings() + loginFindings() + settingFindings()
    }

    /// Ways out of a tenant that PUBLIC must not call; and who may, beside their owner.
    private func callableFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT p.oid::regprocedure::text, coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC')
            FROM pg_proc AS p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
            WHERE p.pronamespace = 'pg_catalog'::regnamespace
              AND (p.proname IN ('set_config',
                    'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema', 'table_to_xml', 'table_to_xmlschema',
                    'table_to_xml_and_xmlschema', 'schema_to_xml', 'schema_to_xmlschema', 'schema_to_xml_and_xmlschema', 'database_to_xml',
                    'database_to_xmlschema', 'database_to_xml_and_xmlschema', 'cursor_to_xml', 'cursor_to_xmlschema', 'ts_stat', 'ts_rewrite',
                    'pg_terminate_backend', 'pg_cancel_backend', 'pg_stat_get_activity', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until',
                    'pg_relation_size', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_database_size',
                    'pg_tablespace_size', 'pg_notify', 'pg_export_snapshot', 'currval', 'nextval', 'setval', 'lastval', 'loread', 'lowrite')
                OR p.proname LIKE 'lo\\_%'
                OR p.proname LIKE 'pg\\_stat\\_get\\_%'
                OR (p.proname LIKE 'pg\\_%advisory\\_%' AND p.proname NOT LIKE '%\\_xact\\_%'))
              AND a.grantee <> p.proowner
              AND NOT (p.proname LIKE 'pg\\_stat\\_get\\_%' AND a.grantee = 'pg_monitor'::regrole)
              AND NOT (a.grantee <> 0 AND (p.proname, a.grantee::regrole::text) IN (
                    ('set_config', 'thidua_owner'), ('set_config', 'thidua_migrator'), ('set_config', 'thidua_signin'),
                    ('set_config', 'thidua_web'), ('set_config', 'thidua_worker'), ('pg_notify', 'thidua_owner'),
                    ('pg_export_snapshot', 'thidua_owner'), ('pg_notify', 'thidua_migrator'), ('pg_advisory_lock', 'thidua_migrator'), ('pg_try_advisory_lock', 'thidua_migrator'),
                    ('pg_advisory_unlock', 'thidua_migrator')))
            ORDER BY 1, 2
            """
        ).decode { row in
            Finding(try row.next(), "\(try row.next(String.self)) được gọi hàm này; chạy lại sql/bootstrap.sql bằng tài khoản quản trị")
        }
    }

    /// What PUBLIC may do with the database, its schemas and languages.
    private func publicFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT subject, right_
            FROM (VALUES
                (current_database()::text, 'CONNECT', has_database_privilege('public', current_database(), 'CONNECT')),
                (current_database()::text, 'TEMPORARY', has_database_privilege('public', current_database(), 'TEMPORARY')),
                (current_database()::text, 'CREATE', has_database_privilege('public', current_database(), 'CREATE')),
                ('schema public', 'USAGE', has_schema_privilege('public', 'public', 'USAGE')),
                ('schema public', 'CREATE', has_schema_privilege('public', 'public', 'CREATE')),
                ('schema core', 'USAGE', has_schema_privilege('public', 'core', 'USAGE')),
                ('language plpgsql', 'USAGE', has_language_privilege('public', 'plpgsql', 'USAGE')),
                ('language sql', 'USAGE', has_language_privilege('public', 'sql', 'USAGE')),
                ('pg_catalog.pg_class', 'SELECT', has_table_privilege('public', 'pg_catalog.pg_class', 'SELECT')),
                ('pg_catalog.pg_stat_activity', 'SELECT', has_table_privilege('public', 'pg_catalog.pg_stat_activity', 'SELECT'))
            ) AS r (subject, right_, granted)
            WHERE granted
            """
        ).decode { row in
            Finding(try row.next(), "PUBLIC có quyền \(try row.next(String.self)); chạy lại sql/bootstrap.sql bằng tài khoản quản trị")
        }
    }

    /// Logins and group roles: as bootstrap makes them, and members of nothing that is stronger than they are.
    private func loginFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT w.name, 'không có vai trò này'
            FROM (VALUES ('thidua_owner'), ('thidua_tenant'), ('office'), ('home_affairs'), ('leadership'), ('council'), ('media'), ('auditor'),
                ('thidua_migrator'), ('thidua_signin'), ('thidua_web'), ('thidua_worker')) AS w (name)
            WHERE NOT EXISTS (SELECT FROM pg_roles AS r WHERE r.rolname = w.name)
            UNION ALL
            SELECT r.rolname::text, 'có thuộc tính vượt quyền (SUPERUSER, CREATEDB, CREATEROLE, REPLICATION, BYPASSRLS, LOGIN hoặc INHERIT sai)'
            FROM pg_roles AS r
                JOIN (VALUES
                    ('thidua_owner', false, false), ('thidua_tenant', false, NULL), ('office', false, NULL), ('home_affairs', false, NULL),
                    ('leadership', false, NULL), ('council', false, NULL), ('media', false, NULL), ('auditor', false, NULL),
                    ('thidua_migrator', true, true), ('thidua_signin', true, false), ('thidua_web', true, false), ('thidua_worker', true, false)
                ) AS w (name, login, inherit) ON w.name = r.rolname
            WHERE r.rolsuper OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
               OR r.rolcreaterole <> (r.rolname = 'thidua_migrator')
               OR r.rolcanlogin <> w.login
               OR r.rolinherit <> w.inherit
            UNION ALL
            SELECT l.rolname::text, format('là thành viên của vai trò “%s”', r.rolname)
            FROM pg_roles AS l
                JOIN pg_roles AS r ON r.oid <> l.oid AND pg_has_role(l.oid, r.oid, 'MEMBER')
            WHERE l.rolname IN ('thidua_signin', 'thidua_web', 'thidua_worker')
              AND (r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolreplication OR r.rolcanlogin
                   OR r.rolname LIKE 'pg\\_%' OR r.rolname = 'thidua_owner')
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }

    /// A login can give itself settings, such as a role to begin with; none may have any.
    private func settingFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT s.setrole::regrole::text, array_to_string(s.setconfig, ', ')
            FROM pg_db_role_setting AS s
                JOIN pg_roles AS r ON r.oid = s.setrole
            WHERE r.rolcanlogin
              AND r.rolname LIKE 'thidua\\_%'
              AND s.setdatabase IN (0, (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database()))
            """
        ).decode { row in Finding(try row.next(), "có thiết lập riêng (\(try row.next(String.self))); gỡ bằng ALTER ROLE … RESET ALL") }
    }
}
