import Domain
import Foundation
import Postgres
import TestSupport

extension Attack {
    /// Password hashes, sessions, the signing key.
    static let secrets: [Attack] = [
        Attack(
            name: "read a password hash from its table",
            weaken:
                "GRANT SELECT ON core.account TO thidua_tenant; CREATE POLICY hole ON core.account FOR SELECT TO thidua_tenant USING (true)",
            restore: "DROP POLICY hole ON core.account; REVOKE SELECT ON core.account FROM thidua_tenant"
        ) { attacker in
            try await attacker.number("SELECT count(password_hash) FROM core.account") > 0
        },
        Attack(
            name: "read a password hash through the sign-in routine",
            weaken: "GRANT EXECUTE ON FUNCTION core.signin_find(text) TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.signin_find(text) FROM thidua_tenant"
        ) { attacker in
            try await attacker.number("SELECT count(*) FROM core.signin_find(\(attacker.province.seat(.chairman).username))") > 0
        },
        Attack(
            name: "make a session for somebody else",
            weaken:
                "GRANT INSERT ON core.credential TO thidua_tenant; CREATE POLICY hole ON core.credential FOR INSERT TO thidua_tenant WITH CHECK (true)",
            restore: "DROP POLICY hole ON core.credential; REVOKE INSERT ON core.credential FROM thidua_tenant"
        ) { attacker in
            let victim = try await attacker.province.withConnection(as: "postgres") { connection in
                try await connection.query(
                    "SELECT id FROM core.account WHERE username = \(attacker.province.seat(.chairman).username)"
                ).only { row in try row.next(UUID.self) }
            }
            let made = try await attacker.connection.query(
                """
                INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at)
                VALUES (gen_random_uuid(), 'session', \(victim), \(attacker.province.post(of: .chairman).uuid), sha256('mine'), now() + interval '1 hour')
                """)
            return made.affected == 1
        },
        Attack(
            name: "read the token hashes of sessions",
            weaken:
                "GRANT SELECT ON core.credential TO thidua_tenant; CREATE POLICY hole ON core.credential FOR SELECT TO thidua_tenant USING (true)",
            restore: """
                DROP POLICY hole ON core.credential; REVOKE SELECT ON core.credential FROM thidua_tenant;
                GRANT SELECT (id, kind, account_id, post_id, label, created_at, expires_at, ended_at) ON core.credential TO thidua_tenant
                """
        ) { attacker in
            try await attacker.number("SELECT count(token_hash) FROM core.credential") > 0
        },
        Attack(
            name: "read the hashes of password links",
            weaken:
                "GRANT SELECT ON core.password_link TO thidua_tenant; CREATE POLICY hole ON core.password_link FOR SELECT TO thidua_tenant USING (true)",
            restore: "DROP POLICY hole ON core.password_link; REVOKE SELECT ON core.password_link FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("SELECT count(token_hash) FROM core.password_link")
            return true
        },
        Attack(
            name: "make a password link for somebody else past the routine that asks who keeps him",
            weaken: """
                GRANT EXECUTE ON FUNCTION core.link_make(uuid, uuid, bytea, interval) TO thidua_tenant;
                ALTER FUNCTION core.link_make(uuid, uuid, bytea, interval) SECURITY DEFINER
                """,
            restore: """
                ALTER FUNCTION core.link_make(uuid, uuid, bytea, interval) SECURITY INVOKER;
                REVOKE EXECUTE ON FUNCTION core.link_make(uuid, uuid, bytea, interval) FROM thidua_tenant
                """
        ) { attacker in
            let victim = try await attacker.accountOfTheChairman()
            try await attacker.run("SELECT core.link_make(\(victim), NULL, sha256('mine'), interval '1 day')")
            return true
        },
        Attack(
            name: "use a password link through the sign-in routine",
            weaken: "GRANT EXECUTE ON FUNCTION core.signin_link(bytea), core.signin_link_use(bytea, text) TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.signin_link(bytea), core.signin_link_use(bytea, text) FROM thidua_tenant"
        ) { attacker in
            let mine = try await attacker.linkOfSomebodyOfHisOwn()
            try await attacker.run("SELECT core.signin_link_use(\(mine), '$argon2id$mine')")
            return true
        },
        Attack(
            name: "read the secret of a second factor",
            weaken:
                "GRANT SELECT ON core.second_factor TO thidua_tenant; CREATE POLICY hole ON core.second_factor FOR SELECT TO thidua_tenant USING (true)",
            restore: "DROP POLICY hole ON core.second_factor; REVOKE SELECT ON core.second_factor FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("SELECT count(secret) FROM core.second_factor")
            return true
        },
        Attack(
            name: "begin the second step of a sign-in without the first",
            weaken: "GRANT EXECUTE ON FUNCTION core.signin_step_open(uuid, bytea) TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.signin_step_open(uuid, bytea) FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("SELECT core.signin_step_open(core.actor_account(), sha256('mine'))")
            return true
        },
        Attack(
            name: "end the sessions of somebody else past the routines that ask who keeps him",
            weaken: """
                GRANT EXECUTE ON FUNCTION core.account_end_credentials(uuid, bytea) TO thidua_tenant;
                ALTER FUNCTION core.account_end_credentials(uuid, bytea) SECURITY DEFINER
                """,
            restore: """
                ALTER FUNCTION core.account_end_credentials(uuid, bytea) SECURITY INVOKER;
                REVOKE EXECUTE ON FUNCTION core.account_end_credentials(uuid, bytea) FROM thidua_tenant
                """
        ) { attacker in
            let victim = try await attacker.accountOfTheChairman()
            try await attacker.run("SELECT core.account_end_credentials(\(victim), NULL)")
            return true
        },
        Attack(
            name: "let one's role off the second factor",
            weaken:
                "GRANT INSERT ON core.factor_policy TO thidua_tenant; CREATE POLICY hole ON core.factor_policy FOR INSERT TO thidua_tenant WITH CHECK (true)",
            restore: "DROP POLICY hole ON core.factor_policy; REVOKE INSERT ON core.factor_policy FROM thidua_tenant"
        ) { attacker in
            try await attacker.run(
                "INSERT INTO core.factor_policy (kind, role, since, required, reason) VALUES ('production', 'tenant_admin', '2023-01-01', false, 'x')"
            )
            return true
        },
        Attack(
            name: "forget one's failed sign-ins",
            weaken:
                "GRANT DELETE, SELECT ON core.signin_throttle TO thidua_tenant; CREATE POLICY hole ON core.signin_throttle TO thidua_tenant USING (true)",
            restore: "DROP POLICY hole ON core.signin_throttle; REVOKE DELETE, SELECT ON core.signin_throttle FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("DELETE FROM core.signin_throttle")
            return true
        },
        Attack(
            name: "keep an idle session alive",
            weaken: "GRANT EXECUTE ON FUNCTION core.signin_touch(bytea, double precision[]) TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.signin_touch(bytea, double precision[]) FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("SELECT core.signin_touch(sha256(\(attacker.token.bytes)), ARRAY[0.0::double precision])")
            return true
        },
        Attack(
            name: "read the key that signs actors",
            weaken: "GRANT SELECT ON core.actor_key TO thidua_tenant",
            restore: "REVOKE SELECT ON core.actor_key FROM thidua_tenant"
        ) { attacker in
            try await attacker.number("SELECT count(inner_pad) FROM core.actor_key") > 0
        },
        Attack(
            name: "sign a payload of one's own",
            weaken: "GRANT EXECUTE ON FUNCTION core.sign(text) TO PUBLIC; GRANT SELECT ON core.actor_key TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.sign(text) FROM PUBLIC; REVOKE SELECT ON core.actor_key FROM thidua_tenant"
        ) { attacker in
            try await attacker.number("SELECT length(core.sign('x'))::bigint") > 0
        },
        Attack(
            name: "seat an actor of one's own choice",
            weaken: """
                GRANT EXECUTE ON FUNCTION core.seat(text), core.sign(text) TO PUBLIC; GRANT SELECT ON core.actor_key TO thidua_tenant;
                GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC
                """,
            restore: """
                REVOKE EXECUTE ON FUNCTION core.seat(text), core.sign(text) FROM PUBLIC; REVOKE SELECT ON core.actor_key FROM thidua_tenant;
                REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC
                """
        ) { attacker in
            try await attacker.run("SELECT core.seat('x')")
            return true
        },
        Attack(
            name: "claim the jobs of others",
            weaken: "GRANT EXECUTE ON FUNCTION core.job_claim(integer, interval, integer) TO thidua_tenant",
            restore: "REVOKE EXECUTE ON FUNCTION core.job_claim(integer, interval, integer) FROM thidua_tenant"
        ) { attacker in
            try await attacker.run("SELECT core.job_claim(1, interval '1 minute')")
            return true
        },
    ]
}

extension Attacker {
    fileprivate func accountOfTheChairman() async throws -> UUID {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.account WHERE username = \(province.seat(.chairman).username)")
                .only { row in try row.next(UUID.self) }
        }
    }

    /// A link that he may make himself, for an officer of his tenant; thrown away with his transaction.
    fileprivate func linkOfSomebodyOfHisOwn() async throws -> [UInt8] {
        let token = [UInt8](repeating: 7, count: 32)
        let person = province.person(of: .clerk, in: "district_101")
        try await run("SELECT core.account_reset(\(person.uuid), sha256(\(token)), interval '1 day')")
        return token
    }
}
