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
