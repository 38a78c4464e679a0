import Domain
import FoundationEssentials
import Postgres
import TestSupport

/// Ways to more rights than a tenant's administrator has, by the people and posts that he keeps.
extension Attack {
    static let directory: [Attack] =
        Role.allCases.filter { !$0.isGrantable && $0 != .system }.map(givingRole) + [
            Attack(
                name: "give somebody the role of the worker",
                weaken:
                    "ALTER TABLE core.post DROP CONSTRAINT post_role_check; UPDATE core.role SET grantable = true WHERE code = 'system'",
                restore:
                    "ALTER TABLE core.post ADD CONSTRAINT post_role_check CHECK (role <> 'system'); UPDATE core.role SET grantable = false WHERE code = 'system'"
            ) { attacker in
                try await attacker.gives("system", to: attacker.subordinate)
            },
            Attack(
                name: "give oneself a post",
                weaken: weakened("AND person_id <> (SELECT core.actor_person())"), restore: wholePolicy
            ) { attacker in
                try await attacker.gives("unit_head", to: attacker.province.person(of: .tenantAdmin, in: "district_101"))
            },
            Attack(
                name: "give a person of another tenant a post in one's own",
                weaken: weakened("AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = post.tenant_id)"),
                restore: wholePolicy
            ) { attacker in
                try await attacker.gives("clerk", to: attacker.province.person(of: .clerk, in: "district_102"))
            },
            Attack(
                name: "give a post in another tenant",
                weaken: weakened(
                    "tenant_id = (SELECT core.actor_writes())\nAND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = post.tenant_id)"
                ), restore: wholePolicy
            ) { attacker in
                try await attacker.gives("clerk", to: attacker.subordinate, in: "district_102")
            },
            Attack(
                name: "make an existing post one of the Office",
                weaken: "GRANT UPDATE (role) ON core.post TO thidua_tenant; ALTER TABLE core.post DISABLE TRIGGER guard",
                restore: "REVOKE UPDATE (role) ON core.post FROM thidua_tenant; ALTER TABLE core.post ENABLE TRIGGER guard"
            ) { attacker in
                try await attacker.touches(
                    "UPDATE core.post SET role = 'office_monitor' WHERE id = \(attacker.province.post(of: .clerk, in: "district_101"))")
            },
            Attack(
                name: "hand an existing post to another person",
                weaken: "GRANT UPDATE (person_id) ON core.post TO thidua_tenant; ALTER TABLE core.post DISABLE TRIGGER guard",
                restore: "REVOKE UPDATE (person_id) ON core.post FROM thidua_tenant; ALTER TABLE core.post ENABLE TRIGGER guard"
            ) { attacker in
                try await attacker.touches(
                    """
                    UPDATE core.post SET person_id = \(attacker.province.person(of: .tenantAdmin, in: "district_101"))
                    WHERE id = \(attacker.province.post(of: .unitHead, in: "district_101"))
                    """)
            },
            Attack(
                name: "end a post in another tenant",
                weaken:
                    "CREATE POLICY hole ON core.post FOR UPDATE TO thidua_tenant USING (true); CREATE POLICY sight ON core.post FOR SELECT TO thidua_tenant USING (true)",
                restore: "DROP POLICY hole ON core.post; DROP POLICY sight ON core.post"
            ) { attacker in
                try await attacker.touches(
                    "UPDATE core.post SET valid_to = '2023-06-19' WHERE id = \(attacker.province.post(of: .unitHead, in: "district_102"))")
            },
            Attack(
                name: "move a person of another tenant into one's own",
                weaken: """
                    GRANT UPDATE (tenant_id) ON core.person TO thidua_tenant; ALTER TABLE core.person DISABLE TRIGGER guard;
                    CREATE POLICY hole ON core.person FOR UPDATE TO thidua_tenant USING (true); CREATE POLICY sight ON core.person FOR SELECT TO thidua_tenant USING (true)
                    """,
                restore: """
                    REVOKE UPDATE (tenant_id) ON core.person FROM thidua_tenant; ALTER TABLE core.person ENABLE TRIGGER guard;
                    DROP POLICY hole ON core.person; DROP POLICY sight ON core.person
                    """
            ) { attacker in
                try await attacker.touches(
                    """
                    UPDATE core.person SET tenant_id = \(attacker.province.tenant("district_101"))
                    WHERE id = \(attacker.province.person(of: .chairman))
                    """)
            },
            Attack(
                name: "bring back a person who has left",
                weaken: "ALTER TABLE core.person DISABLE TRIGGER guard", restore: "ALTER TABLE core.person ENABLE TRIGGER guard"
            ) { attacker in
                try await attacker.run("UPDATE core.person SET ended_on = '2023-06-01' WHERE id = \(attacker.subordinate)")
                return try await attacker.touches("UPDATE core.person SET ended_on = NULL WHERE id = \(attacker.subordinate)")
            },
            Attack(
                name: "turn an ended post back on",
                weaken: "ALTER TABLE core.post DISABLE TRIGGER guard", restore: "ALTER TABLE core.post ENABLE TRIGGER guard"
            ) { attacker in
                let post = attacker.province.post(of: .clerk, in: "district_101")
                try await attacker.run("UPDATE core.post SET valid_to = '2023-06-01' WHERE id = \(post)")
                return try await attacker.touches("UPDATE core.post SET valid_to = NULL WHERE id = \(post)")
            },
            Attack(
                name: "let a post of the operator's gift go on in one's own tenant",
                weaken: """
                    DROP POLICY managed_change ON core.post;
                    CREATE POLICY managed_change ON core.post FOR UPDATE TO thidua_tenant
                        USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage')))
                    """,
                restore: """
                    DROP POLICY managed_change ON core.post;
                    CREATE POLICY managed_change ON core.post FOR UPDATE TO thidua_tenant
                        USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage'))
                            AND role IN (SELECT r.code FROM core.role AS r WHERE r.grantable))
                        WITH CHECK (tenant_id = (SELECT core.actor_writes()))
                    """
            ) { attacker in
                let admin = attacker.province.token(of: .tenantAdmin, in: "dept_vpub")
                try await attacker.enter("dept_vpub", with: admin)
                return try await attacker.touches(
                    "UPDATE core.post SET valid_to = '2030-01-01' WHERE id = \(attacker.province.post(of: .officeChief))")
            },
            Attack(
                name: "make a role one that every tenant may give",
                weaken:
                    "GRANT UPDATE ON core.role TO thidua_tenant; CREATE POLICY hole ON core.role FOR UPDATE TO thidua_tenant USING (true)",
                restore: "DROP POLICY hole ON core.role; REVOKE UPDATE ON core.role FROM thidua_tenant"
            ) { attacker in
                try await attacker.touches("UPDATE core.role SET grantable = true WHERE code = 'system_admin'")
            },
            Attack(
                name: "give one's own role another action",
                weaken:
                    "GRANT INSERT ON core.role_action TO thidua_tenant; CREATE POLICY hole ON core.role_action FOR INSERT TO thidua_tenant WITH CHECK (true)",
                restore: "DROP POLICY hole ON core.role_action; REVOKE INSERT ON core.role_action FROM thidua_tenant"
            ) { attacker in
                try await attacker.touches("INSERT INTO core.role_action (role, action) VALUES ('tenant_admin', 'campaign.launch')")
            },
        ]

    /// Somebody else's account.
    static let accounts: [Attack] = [
        Attack(
            name: "put another password on an account",
            weaken: """
                GRANT SELECT, UPDATE ON core.account TO thidua_tenant; CREATE POLICY hole ON core.account FOR UPDATE TO thidua_tenant USING (true);
                CREATE POLICY sight ON core.account FOR SELECT TO thidua_tenant USING (true)
                """,
            restore:
                "DROP POLICY hole ON core.account; DROP POLICY sight ON core.account; REVOKE SELECT, UPDATE ON core.account FROM thidua_tenant"
        ) { attacker in
            try await attacker.touches(
                "UPDATE core.account SET password_hash = '$argon2id$mine' WHERE username = \(attacker.province.seat(.chairman).username)")
        },
        Attack(
            name: "open a second account for somebody who has one",
            weaken: "ALTER TABLE core.account DROP CONSTRAINT account_person_id_key",
            restore: "ALTER TABLE core.account ADD CONSTRAINT account_person_id_key UNIQUE (person_id)"
        ) { attacker in
            try await attacker.opensAccount(for: attacker.province.person(of: .unitHead, in: "district_101"))
        },
        Attack(
            name: "open an account for a person of another tenant",
            weaken: accountRoutine(checks: "core.actor_may('directory.manage')"), restore: wholeAccountRoutine
        ) { attacker in
            try await attacker.opensAccount(for: try await attacker.personWithoutAccount(in: "district_102", role: nil), of: "district_102")
        },
        Attack(
            name: "open the account of somebody who holds a post of the operator's gift",
            weaken: accountRoutine(checks: "core.actor_may('directory.manage')"), restore: wholeAccountRoutine
        ) { attacker in
            try await attacker.opensAccount(for: try await attacker.personWithoutAccount(in: "district_101", role: "home_affairs_officer"))
        },
        Attack(
            name: "make a token out of nothing but the seat",
            weaken:
                "GRANT INSERT ON core.credential TO thidua_tenant; CREATE POLICY hole ON core.credential FOR INSERT TO thidua_tenant WITH CHECK (true)",
            restore: "DROP POLICY hole ON core.credential; REVOKE INSERT ON core.credential FROM thidua_tenant"
        ) { attacker in
            // By the routine it is refused as well: the attacker holds a token, no session.
            let routine = try? await attacker.number(
                "SELECT count(*) FROM (SELECT core.token_open(gen_random_uuid(), \(attacker.token.bytes), sha256('mine'), 'mine', interval '1 day')) AS t"
            )
            if routine != nil { return true }
            try await attacker.enter("district_101", with: attacker.token)
            return try await attacker.touches(
                """
                INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at)
                VALUES (gen_random_uuid(), 'token', core.actor_account(), core.actor_post(), sha256('mine'), now() + interval '300 days')
                """)
        },
    ]

    private static func givingRole(_ role: Role) -> Attack {
        Attack(
            name: "give the role \(role.rawValue)", weaken: weakened("AND role IN (SELECT r.code FROM core.role AS r WHERE r.grantable)"),
            restore: wholePolicy
        ) { attacker in
            try await attacker.gives(role.rawValue, to: attacker.subordinate)
        }
    }

    /// The conditions under which a manager gives a post, as sql/routines/35_people.sql has them.
    private static let conditions = [
        "tenant_id = (SELECT core.actor_writes())", "AND (SELECT core.actor_may('directory.manage'))",
        "AND person_id <> (SELECT core.actor_person())", "AND role IN (SELECT r.code FROM core.role AS r WHERE r.grantable)",
        "AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = post.tenant_id)",
    ]

    /// The policy without some of its conditions.
    private static func weakened(_ gone: String) -> String {
        let gone = gone.split(separator: "\n").map(String.init)
        return policy(conditions.map { gone.contains($0) ? ($0.hasPrefix("AND") ? "" : "true") : $0 })
    }

    private static let wholePolicy = policy(conditions)

    private static func policy(_ conditions: [String]) -> String {
        "DROP POLICY managed_add ON core.post; CREATE POLICY managed_add ON core.post FOR INSERT TO thidua_tenant WITH CHECK (\(conditions.joined(separator: " ")))"
    }

    /// `core.account_open` with other checks in front.
    private static func accountRoutine(checks: String) -> String {
        """
        ALTER FUNCTION core.account_open(uuid, uuid, text, bytea, interval) RENAME TO account_open_whole;
        SET ROLE thidua_owner;
        CREATE FUNCTION core.account_open(id uuid, person uuid, username text, link_hash bytea, lifetime interval) RETURNS timestamptz
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, core, pg_temp AS $$
        BEGIN
            IF \(checks) THEN
                INSERT INTO core.account (id, person_id, username) VALUES (account_open.id, person, account_open.username);
            END IF;
            RETURN NULL;
        END $$;
        GRANT EXECUTE ON FUNCTION core.account_open(uuid, uuid, text, bytea, interval) TO thidua_tenant;
        RESET ROLE
        """
    }

    private static let wholeAccountRoutine = """
        DROP FUNCTION core.account_open(uuid, uuid, text, bytea, interval);
        ALTER FUNCTION core.account_open_whole(uuid, uuid, text, bytea, interval) RENAME TO account_open
        """
}

extension Attacker {
    /// A person of his own tenant to whom he may give posts.
    fileprivate var subordinate: Person.ID { province.person(of: .individual, in: "district_101", unit: "10101") }

    fileprivate func gives(_ role: String, to person: Person.ID, in tenant: String = "district_101") async throws -> Bool {
        try await touches(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES (gen_random_uuid(), \(person), \(province.tenant(tenant)), \(province.tenant(tenant)), \(role), 'x', 'direct_worker', '2023-06-01')
            """)
    }

    fileprivate func opensAccount(for person: Person.ID, of tenant: String = "district_101") async throws -> Bool {
        try await run("SELECT core.account_open(gen_random_uuid(), \(person), \(tenant + ".attack"), sha256('mine'), interval '1 day')")
        return true
    }

    fileprivate func touches(_ sql: SQL) async throws -> Bool {
        try await connection.query(sql).affected == 1
    }

    /// Entered by the operator; stays, and is another one each time.
    fileprivate func personWithoutAccount(in tenant: String, role: String?) async throws -> Person.ID {
        let id = UUID()
        let place = province.tenant(tenant)
        try await province.asSuperuser(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            VALUES ('\(id)', '\(place)', 'x', 'x', 'can_bo', '2023-01-01')
            """)
        if let role {
            try await province.asSuperuser(
                """
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
                VALUES (gen_random_uuid(), '\(id)', '\(place)', '\(place)', '\(role)', 'x', 'direct_worker', '2023-01-01')
                """)
        }
        return Person.ID(id)
    }
}
