import Domain
import Postgres
import TestSupport

/// One change that breaks the policies of a database, with its undoing.
struct PolicyMutation: Sendable {
    let name: String
    let apply: String
    let undo: String

    /// Every mutation that the database as it is offers, in a fixed order.
    static func all(in province: Province) async throws -> [PolicyMutation] {
        try await province.withConnection(as: "postgres") { connection in
            try await policies(connection) + tables + roleActions + roles + (try await routines(connection)) + holes
        }
    }

    // MARK: - Conditions of policies

    /// Left out is what every officer knows: there nothing changes.
    private static func policies(_ connection: Connection) async throws -> [PolicyMutation] {
        let found = try await connection.query(
            """
            SELECT schemaname::text, tablename::text, policyname::text, coalesce(qual, ''), coalesce(with_check, '')
            FROM pg_policies
            WHERE schemaname IN ('core', 'district_101')
              AND tablename = ANY (\(guarded))
              AND policyname NOT IN ('owner_routines', 'owner_opens', 'owner_traces', 'owner_reads_units', 'owner_reads', 'owner_records', 'known_to_officers')
            ORDER BY 1, 2, 3
            """
        ).decode { (row) throws in
            (
                try row.next(String.self), try row.next(String.self), try row.next(String.self), try row.next(String.self),
                try row.next(String.self)
            )
        }
        var mutations: [PolicyMutation] = []
        for (schema, table, policy, using, check) in found {
            let clauses = [("USING", using), ("WITH CHECK", check)].filter { !$0.1.isEmpty }
            let head = "ALTER POLICY \(policy) ON \(schema).\(table)"
            func altering(_ text: (String) -> String) -> String {
                ([head] + clauses.map { "\($0.0) (\(text($0.1)))" }).joined(separator: " ")
            }
            let undo = altering { $0 }
            mutations.append(PolicyMutation(name: "\(head): true", apply: altering { _ in "true" }, undo: undo))
            // What stands in both clauses of an UPDATE is one rule: each of the two would hold alone.
            var seen: Set<String> = []
            for term in clauses.flatMap({ BooleanTerms(of: $0.1).all }) where !isDoubled(term) && seen.insert(term).inserted {
                mutations.append(
                    PolicyMutation(
                        name: "\(head): without \(term)", apply: altering { BooleanTerms(of: $0).dropping(term) }, undo: undo))
            }
        }
        return mutations
    }

    /// What says again what stands beside it: an id is of one tenant, and naming that besides only saves looking into others' partitions;
    /// there is one system, which alone has its action.
    private static func isDoubled(_ term: String) -> Bool {
        term.wholeMatch(of: /i\.tenant_id = \w+\.tenant_id/) != nil || term.contains("launch.receive") || term.contains("actor_is_system")
    }

    private static let guarded = [
        "person", "person_before", "post", "credential", "idempotency", "campaign", "campaign_content", "campaign_launch", "directive",
        "directive_file", "motto_decision", "sub_unit", "sub_unit_version", "launch", "launch_step", "work_item", "work_item_change",
        "progress", "ruling", "inbox", "audit_entry",
    ]

    // MARK: - Tables, rows, routines

    private static let tables =
        [
            "core.person", "core.post", "core.directive", "core.directive_file", "core.motto_decision", "core.campaign",
            "core.campaign_launch", "core.work_item", "core.ruling",
        ].map(withoutPolicies)
        + guarded.dropLast().suffix(9).map { withoutPolicies("district_101.\($0)") }

    private static func withoutPolicies(_ table: String) -> PolicyMutation {
        PolicyMutation(
            name: "no row security on \(table)", apply: "ALTER TABLE \(table) DISABLE ROW LEVEL SECURITY",
            undo: "ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY")
    }

    private static let roleActions = Policy.table.flatMap { policy in
        Action.allCases.map { action in
            let has = policy.actions.contains(action)
            let add = "INSERT INTO core.role_action (role, action) VALUES ('\(policy.role.rawValue)', '\(action.rawValue)')"
            let drop = "DELETE FROM core.role_action WHERE role = '\(policy.role.rawValue)' AND action = '\(action.rawValue)'"
            return PolicyMutation(
                name: "\(policy.role.rawValue) \(has ? "loses" : "gets") \(action.rawValue)", apply: has ? drop : add,
                undo: has ? add : drop)
        }
    }

    private static let roles = [
        set("sub_unit_head", "reach", "'tenant'", back: "'subtree'"), set("sub_unit_officer", "reach", "'tenant'", back: "'subtree'"),
        set("individual", "reach", "'subtree'", back: "'own'"), set("individual", "reach", "'tenant'", back: "'own'"),
        set("clerk", "reach", "'subtree'", back: "'tenant'"), set("system_admin", "province_role", "'auditor'", back: "NULL"),
        set("media_editor", "province_role", "'office'", back: "'media'"),
        set("auditor", "province_role", "'leadership'", back: "'auditor'"),
        set("system_admin", "grantable", "true", back: "false"),
    ]

    private static func set(_ role: String, _ column: String, _ value: String, back: String) -> PolicyMutation {
        let head = "UPDATE core.role SET \(column) ="
        return PolicyMutation(
            name: "\(role).\(column) = \(value)", apply: "\(head) \(value) WHERE code = '\(role)'",
            undo: "\(head) \(back) WHERE code = '\(role)'")
    }

    /// Another body for one of the routines that policies ask.
    private static func routines(_ connection: Connection) async throws -> [PolicyMutation] {
        let bodies = [
            ("core.actor_may(text)", "asked text", "boolean", "SELECT true"),
            ("core.actor_tenant()", "", "uuid", "SELECT ((core.actor())[9])::uuid"),
            ("core.actor_writes()", "", "uuid", "SELECT core.actor_tenant()"),
            ("core.actor_whole()", "", "uuid", "SELECT core.actor_tenant()"),
            ("core.actor_unit()", "", "uuid", "SELECT '00000000-0000-7000-8000-000000000000'::uuid"),
            ("core.actor_person()", "", "uuid", "SELECT '00000000-0000-7000-8000-000000000000'::uuid"),
            ("core.actor_is_system()", "", "boolean", "SELECT true"),
            ("core.tenant_is_open(uuid)", "tenant uuid", "boolean", "SELECT true"),
            ("core.issues_for_the_province(uuid)", "tenant_id uuid", "boolean", "SELECT true"),
            ("district_101.actor_units()", "", "uuid[]", "SELECT array_agg(id) FROM district_101.sub_unit"),
            ("district_101.actor_items()", "", "uuid[]", "SELECT '{}'::uuid[]"),
        ]
        var mutations: [PolicyMutation] = []
        for (signature, arguments, result, body) in bodies {
            let whole = try await connection.query("SELECT pg_get_functiondef(\(signature)::text::regprocedure)").only { (row) throws in
                try row.next(String.self)
            }
            let name = signature.prefix { $0 != "(" }
            mutations.append(
                PolicyMutation(
                    name: "\(name) is \(body)",
                    apply:
                        "CREATE OR REPLACE FUNCTION \(name)(\(arguments)) RETURNS \(result) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, core, pg_temp AS $body$ \(body) $body$",
                    undo: whole))
        }
        return mutations
    }

    /// A privilege with a policy that lets it be used.
    private static let holes = [
        hole("core.work_item", "SELECT", "media"), hole("core.launch_step", "SELECT", "media"), hole("core.progress", "SELECT", "media"),
        hole("core.sub_unit", "SELECT", "media"), hole("core.work_item", "INSERT", "home_affairs"),
        hole("core.ruling", "INSERT", "auditor"),
        hole("core.progress", "INSERT", "office"), hole("core.launch_step", "INSERT", "leadership"),
        hole("core.campaign_launch", "INSERT", "office"),
        hole("core.motto_decision", "INSERT", "home_affairs"), hole("core.work_item", "SELECT", "district_101"),
        hole("core.ruling", "SELECT", "district_101"), hole("core.person", "INSERT", "auditor"),
    ]

    private static func hole(_ table: String, _ command: String, _ role: String) -> PolicyMutation {
        let clause = command == "INSERT" ? "WITH CHECK (true)" : "USING (true)"
        return PolicyMutation(
            name: "\(role) may \(command) \(table)",
            apply: "GRANT \(command) ON \(table) TO \(role); CREATE POLICY hole ON \(table) FOR \(command) TO \(role) \(clause)",
            undo: "DROP POLICY hole ON \(table); REVOKE \(command) ON \(table) FROM \(role)")
    }
}
