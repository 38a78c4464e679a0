import Domain
import Postgres
import TestSupport

extension Attack {
    /// The signed actor: forged, replayed, taken from another backend. Each control replaces core.actor() by a weaker one.
    static let settings: [Attack] = [
        Attack(
            name: "forge the actor's setting",
            weaken: weakActor(checking: "true"), restore: strongActor
        ) { attacker in
            let mine = try await attacker.signedSetting()
            let here = attacker.province.tenant("district_101").description
            let there = attacker.province.tenant("district_102").description
            try await attacker.setActor(mine.split(separator: here, omittingEmptySubsequences: false).joined(separator: there))
            return try await attacker.readsTheOtherDistrict()
        },
        Attack(
            name: "replay another officer's setting in a later transaction of the same connection",
            weaken: weakActor(checking: "parts[1] = pg_backend_pid()::text AND signed"), restore: strongActor
        ) { attacker in
            try await attacker.enter("district_102", with: attacker.province.token(of: .tenantAdmin, in: "district_102"))
            let theirs = try await attacker.signedSetting()
            try await attacker.enter("district_101", with: attacker.token)
            try await attacker.setActor(theirs)
            return try await attacker.readsTheOtherDistrict()
        },
        Attack(
            name: "use the setting of another backend",
            weaken: weakActor(checking: "signed"), restore: strongActor
        ) { attacker in
            let province = attacker.province
            let theirs = try await province.withConnection(as: "thidua_web") { connection in
                let victim = Attacker(
                    province: province, connection: connection, token: province.token(of: .tenantAdmin, in: "district_102"))
                try await victim.enter("district_102", with: victim.token)
                return try await victim.signedSetting()
            }
            try await attacker.setActor(theirs)
            return try await attacker.readsTheOtherDistrict()
        },
        Attack(
            name: "take the tenant without a token",
            weaken: "GRANT thidua_owner TO thidua_web", restore: "REVOKE thidua_owner FROM thidua_web"
        ) { attacker in
            try await attacker.run("ROLLBACK")
            try await attacker.run("BEGIN")
            try await attacker.run("SET LOCAL ROLE thidua_owner")
            return true
        },
    ]

    /// core.actor() with other checks than its own; `signed` says whether the signature holds.
    private static func weakActor(checking condition: String) -> String {
        """
        CREATE TABLE public.kept_actor AS SELECT pg_get_functiondef('core.actor()'::regprocedure) AS definition;
        CREATE OR REPLACE FUNCTION core.actor() RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
        SET search_path = pg_catalog, core, pg_temp AS $$
        DECLARE
            payload text := split_part(current_setting('thidua.actor', true), '#', 1);
            signed boolean := split_part(current_setting('thidua.actor', true), '#', 2) = core.sign(payload);
            parts text[] := string_to_array(payload, '|', '');
        BEGIN
            RETURN CASE WHEN \(condition) THEN parts END;
        END $$
        """
    }

    private static let strongActor = """
        DO $$ DECLARE definition text; BEGIN
            SELECT k.definition INTO definition FROM public.kept_actor AS k;
            EXECUTE definition;
        END $$;
        DROP TABLE public.kept_actor
        """
}

extension Attacker {
    fileprivate func readsTheOtherDistrict() async throws -> Bool {
        try await run("SET LOCAL ROLE district_102")
        return try await number("SELECT count(*) FROM district_102.sub_unit") > 0
    }
}
