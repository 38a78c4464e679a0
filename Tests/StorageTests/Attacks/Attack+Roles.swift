import Domain
import Postgres
import TestSupport

extension Attack {
    /// Leaving the role that was entered, or taking another.
    static let roles: [Attack] = [
        Attack(
            name: "RESET ROLE, then read another tenant",
            weaken: """
                GRANT USAGE ON SCHEMA district_102 TO thidua_web; GRANT SELECT ON district_102.sub_unit TO thidua_web;
                CREATE POLICY hole ON district_102.sub_unit FOR SELECT TO thidua_web USING (true)
                """,
            restore: """
                DROP POLICY hole ON district_102.sub_unit; REVOKE SELECT ON district_102.sub_unit FROM thidua_web;
                REVOKE USAGE ON SCHEMA district_102 FROM thidua_web
                """
        ) { attacker in
            try await attacker.run("RESET ROLE")
            return try await attacker.number("SELECT count(*) FROM district_102.sub_unit") > 0
        },
        Attack(
            name: "SET ROLE of another tenant, then read it",
            weaken: "CREATE POLICY hole ON district_102.sub_unit FOR SELECT TO district_102 USING (true)",
            restore: "DROP POLICY hole ON district_102.sub_unit"
        ) { attacker in
            try await attacker.run("SET ROLE district_102")
            return try await attacker.number("SELECT count(*) FROM district_102.sub_unit") > 0
        },
        Attack(
            name: "SET ROLE of another tenant, then write it",
            weaken: "CREATE POLICY hole ON district_102.inbox FOR INSERT TO district_102 WITH CHECK (true)",
            restore: "DROP POLICY hole ON district_102.inbox"
        ) { attacker in
            try await attacker.run("SET ROLE district_102")
            let written = try await attacker.connection.query(
                "INSERT INTO district_102.inbox (tenant_id, cause, target) VALUES (\(attacker.province.tenant("district_102").uuid), 'a', 'a')"
            )
            return written.affected == 1
        },
        Attack(
            name: "SET ROLE office, then read every tenant through the parent",
            weaken: "CREATE POLICY hole ON core.sub_unit FOR SELECT TO office USING (true)",
            restore: "DROP POLICY hole ON core.sub_unit"
        ) { attacker in
            try await attacker.run("SET ROLE office")
            return try await attacker.number("SELECT count(*) FROM core.sub_unit") > 0
        },
        Attack(
            name: "SET ROLE office, then assign work to another tenant",
            weaken: """
                INSERT INTO core.sector (code, name, position) VALUES ('attacked', 'x', 99) ON CONFLICT DO NOTHING;
                CREATE POLICY hole ON core.work_item FOR INSERT TO office WITH CHECK (true);
                ALTER POLICY seated_office_insert ON core.work_item WITH CHECK (true)
                """,
            restore: """
                DROP POLICY hole ON core.work_item;
                ALTER POLICY seated_office_insert ON core.work_item WITH CHECK ((SELECT core.actor_wide()) = 'office')
                """
        ) { attacker in
            try await attacker.run("SET ROLE office")
            let other = attacker.province.tenant("district_102").uuid
            let written = try await attacker.connection.query(
                """
                INSERT INTO core.work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, assigner_tenant_id,
                    assigner_post_id, assigned_on, recorded_on)
                SELECT \(other), gen_random_uuid(), \(other), 'X', 'task', 'lead', 'x', 'attacked', 'trinh',
                    \(other), gen_random_uuid(), '2023-06-20', '2023-06-20'
                """)
            return written.affected == 1
        },
        Attack(
            name: "SET ROLE office with one's own right to give work, then give it to another tenant",
            weaken: """
                INSERT INTO core.sector (code, name, position) VALUES ('attacked', 'x', 99) ON CONFLICT DO NOTHING;
                ALTER POLICY seated_office_insert ON core.work_item WITH CHECK (true)
                """,
            restore: "ALTER POLICY seated_office_insert ON core.work_item WITH CHECK ((SELECT core.actor_wide()) = 'office')"
        ) { attacker in
            let province = attacker.province
            try await attacker.enter("district_101", with: province.token(of: .unitHead, in: "district_101"))
            try await attacker.run("SET ROLE office")
            let (other, home) = (province.tenant("district_102").uuid, province.tenant("district_101").uuid)
            let written = try await attacker.connection.query(
                """
                INSERT INTO core.work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, assigner_tenant_id,
                    assigner_post_id, assigned_on, recorded_on)
                SELECT \(other), gen_random_uuid(), \(other), 'X', 'task', 'lead', 'x', 'attacked', 'trinh',
                    \(home), \(province.post(of: .unitHead, in: "district_101").uuid), '2023-06-20', '2023-06-20'
                """)
            return written.affected == 1
        },
        Attack(
            name: "SET ROLE of the owner, then read everything",
            weaken: "GRANT thidua_owner TO thidua_web",
            restore: "REVOKE thidua_owner FROM thidua_web"
        ) { attacker in
            try await attacker.run("SET ROLE thidua_owner")
            return try await attacker.number("SELECT count(*) FROM core.account") > 0
        },
        Attack(
            name: "SET SESSION AUTHORIZATION",
            weaken: "ALTER ROLE thidua_web SUPERUSER",
            restore: "ALTER ROLE thidua_web NOSUPERUSER"
        ) { attacker in
            try await attacker.run("SET SESSION AUTHORIZATION postgres")
            return true
        },
        Attack(
            name: "set_config of the role inside an expression",
            weaken: "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC",
            restore: "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC"
        ) { attacker in
            try await attacker.run("SELECT set_config('role', 'district_102', true)")
            return true
        },
        Attack(
            name: "row security switched off",
            weaken: "ALTER ROLE district_101 BYPASSRLS",
            restore: "ALTER ROLE district_101 NOBYPASSRLS"
        ) { attacker in
            try await attacker.run("SET LOCAL row_security = off")
            return try await attacker.number("SELECT count(*) FROM core.person") > 0
        },
    ]
}
