import Domain
import Postgres
import TestSupport

extension Attack {
    /// Learning that something exists, or how much of it, where it cannot be read: by a foreign key, a unique index, an estimate, a sequence.
    static let existence: [Attack] = [
        handingOn(
            naming: "a person", column: "assignee_id",
            foreign: { $0.person(of: .clerk, in: "district_102").description }),
        handingOn(naming: "a post", column: "unit_leader_id", foreign: { $0.post(of: .clerk, in: "district_102").description }),
        Attack(
            name: "ask whether another tenant has a name of account",
            weaken: "ALTER TABLE core.account DISABLE TRIGGER name_space", restore: "ALTER TABLE core.account ENABLE TRIGGER name_space"
        ) { attacker in
            try await attacker.run(
                """
                INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
                VALUES ('0192a000-0000-7000-8000-00000000eeee', \(attacker.province.tenant("district_101")), 'x', 'x', 'can_bo', '2023-01-01')
                """)
            let taken = attacker.province.seat(.tenantAdmin, in: "district_102").username
            do {
                try await attacker.run(
                    "SELECT core.account_open(gen_random_uuid(), '0192a000-0000-7000-8000-00000000eeee', \(taken), sha256('mine'), interval '1 day')"
                )
                return true
            } catch let error as PostgresError {
                return error.sqlState == "23505"
            }
        },
        Attack(
            name: "read how many rows the tables of others are estimated to have",
            weaken: "GRANT SELECT (reltuples) ON pg_catalog.pg_class TO PUBLIC",
            restore: "REVOKE SELECT (reltuples) ON pg_catalog.pg_class FROM PUBLIC"
        ) { attacker in
            try await attacker.run("SELECT c.reltuples FROM pg_catalog.pg_class AS c WHERE c.relname = 'work_item'")
            return true
        },
        Attack(
            name: "read how far the sequence of the audit has come",
            weaken: "GRANT SELECT ON SEQUENCE core.audit_entry_id_seq TO PUBLIC",
            restore: "REVOKE SELECT ON SEQUENCE core.audit_entry_id_seq FROM PUBLIC"
        ) { attacker in
            try await attacker.number("SELECT last_value FROM core.audit_entry_id_seq") >= 0
        },
        Attack(
            name: "SET ROLE leadership with an administrator's right to his own audit, then read everybody's",
            weaken: "CREATE POLICY hole ON core.audit_entry FOR SELECT TO leadership USING ((SELECT core.actor_may('audit.read')))",
            restore: "DROP POLICY hole ON core.audit_entry"
        ) { attacker in
            try await attacker.run("SET LOCAL ROLE leadership")
            return try await attacker.number("SELECT count(*) FROM core.audit_entry") > 0
        },
        Attack(
            name: "SET ROLE auditor with an administrator's right to his own audit, then read everybody's",
            weaken: "CREATE POLICY hole ON core.audit_entry FOR SELECT TO auditor USING ((SELECT core.actor_may('audit.read')))",
            restore: "DROP POLICY hole ON core.audit_entry"
        ) { attacker in
            try await attacker.run("SET LOCAL ROLE auditor")
            return try await attacker.number("SELECT count(*) FROM core.audit_entry") > 0
        },
        Attack(
            name: "ask for the title of another tenant's post by its id",
            weaken: "INSERT INTO core.role_action (role, action) VALUES ('tenant_admin', 'province.read')",
            restore: "DELETE FROM core.role_action WHERE role = 'tenant_admin' AND action = 'province.read'"
        ) { attacker in
            try await attacker.number("SELECT count(core.audit_actor(\(attacker.province.post(of: .clerk, in: "district_102"))))") > 0
        },
    ]

    /// An item for a commune of one's own that names a row of another tenant: the foreign key would let an id pass that exists.
    private static func handingOn(
        naming what: String, column: String, foreign: @escaping @Sendable (Province) -> String
    ) -> Attack {
        Attack(
            name: "name \(what) of another tenant in an item",
            weaken: """
                INSERT INTO core.sector (code, name, position) VALUES ('attacked', 'x', 99) ON CONFLICT DO NOTHING;
                CREATE TABLE public.kept_policy AS
                    SELECT pg_get_expr(polwithcheck, polrelid) AS checked FROM pg_policy
                    WHERE polrelid = 'district_101.work_item'::regclass AND polname = 'handed_on';
                ALTER POLICY handed_on ON district_101.work_item WITH CHECK (true)
                """,
            restore: """
                DO $$ BEGIN
                    EXECUTE format('ALTER POLICY handed_on ON district_101.work_item WITH CHECK (%s)', (SELECT checked FROM public.kept_policy));
                END $$;
                DROP TABLE public.kept_policy
                """
        ) { attacker in
            let province = attacker.province
            try await attacker.enter("district_101", with: province.token(of: .unitHead, in: "district_101"))
            let (home, unit) = (province.tenant("district_101"), province.unit("10101", in: "district_101"))
            let (post, row) = (province.post(of: .unitHead, in: "district_101"), foreign(province))
            try await attacker.connection.script(
                """
                INSERT INTO district_101.work_item (tenant_id, id, unit_id, \(column), code, kind, role, title, sector, completion, assigner_tenant_id,
                    assigner_post_id, assigned_on, recorded_on)
                VALUES ('\(home)', gen_random_uuid(), '\(unit)', '\(row)', 'X', 'task', 'lead', 'x', 'attacked', 'trinh', '\(home)', '\(post)',
                    '2023-06-20', '2023-06-20')
                """)
            return true
        }
    }
}
