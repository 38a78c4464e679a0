import Domain
import Postgres

/// The policies as they stand in the database, and every mutation of them.
struct PolicyCatalogue {
    /// A policy on a table of `core`, or one of the pattern that every tenant's table has.
    struct RowPolicy: Sendable {
        let schema: String
        let relation: String
        let name: String
        let command: String
        let roles: [String]
        let using: String?
        let check: String?
        /// Lets rows through; a restrictive one only keeps some of them back.
        let isPermissive: Bool

        var isPattern: Bool { schema == PolicyCatalogue.sample }
    }

    struct Routine: Sendable {
        let schema: String
        let name: String
        let definition: String
        /// Whether anything asks it: a policy, another routine.
        let isAsked: Bool
    }

    /// Stands for every tenant: their tables have the same policies.
    static let sample = "district_101"

    private let tenants: [String]
    private let policies: [RowPolicy]
    private let routines: [Routine]
    /// Who has what on a table: `schema.relation command role`, every role of the application's.
    private let rights: [String: Set<String>]
    /// The columns of the tables under row level security, as `schema.relation column`; and those that no UPDATE of an officer changes.
    private let columns: Set<String>
    private let fixed: Set<String>

    init(_ province: Province) async throws {
        (tenants, policies, routines, rights, columns, fixed) = try await province.withConnection(as: "postgres") { connection in
            // So that every name in a deparsed text says its schema.
            _ = try await connection.query("SET search_path = pg_catalog")
            return (
                try await connection.query("SELECT slug FROM core.tenant ORDER BY slug").decode { try $0.next(String.self) },
                try await Self.policies(connection), try await Self.routines(connection), try await Self.rights(connection),
                try await Self.columns(connection), try await Self.fixedColumns(connection)
            )
        }
    }

    private static func policies(_ connection: Connection) async throws -> [RowPolicy] {
        try await connection.query(
            """
            SELECT n.nspname::text, c.relname::text, p.polname::text,
                CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                ARRAY(SELECT CASE r.o WHEN 0 THEN 'public' ELSE pg_get_userbyid(r.o)::text END FROM unnest(p.polroles) AS r (o) ORDER BY 1),
                pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), p.polpermissive
            FROM pg_policy AS p
                JOIN pg_class AS c ON c.oid = p.polrelid
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('core', \(sample))
            ORDER BY 1, 2, 3
            """
        ).decode { row in
            RowPolicy(
                schema: try row.next(), relation: try row.next(), name: try row.next(), command: try row.next(), roles: try row.next(),
                using: try row.next(), check: try row.next(), isPermissive: try row.next())
        }
    }

    private static func routines(_ connection: Connection) async throws -> [Routine] {
        try await connection.query(
            """
            SELECT n.nspname::text, p.proname::text, pg_get_functiondef(p.oid),
                EXISTS (
                    SELECT FROM pg_policy AS y
                    WHERE concat(pg_get_expr(y.polqual, y.polrelid), pg_get_expr(y.polwithcheck, y.polrelid)) LIKE '%' || p.proname || '(%')
                OR EXISTS (SELECT FROM pg_proc AS q WHERE q.oid <> p.oid AND q.prosrc LIKE '%' || p.proname || '(%')
            FROM pg_proc AS p
                JOIN pg_namespace AS n ON n.oid = p.pronamespace
            WHERE n.nspname IN ('core', \(sample)) AND p.proname LIKE 'actor\\_%'
            ORDER BY 1, 2
            """
        ).decode { row in
            Routine(schema: try row.next(), name: try row.next(), definition: try row.next(), isAsked: try row.next())
        }
    }

    /// Of the roles that a statement can have taken: those of one tenant, of its seats elsewhere, of the province, the owner and the logins.
    private static func rights(_ connection: Connection) async throws -> [String: Set<String>] {
        let rows = try await connection.query(
            """
            SELECT concat_ws(' ', n.nspname || '.' || c.relname, k.command), r.rolname::text
            FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS k (command)
                JOIN pg_roles AS r ON r.rolname IN ('thidua_owner', 'thidua_web', 'thidua_worker', 'thidua_tenant', \(sample), 'office',
                    'home_affairs', 'leadership', 'council', 'media', 'auditor')
            WHERE n.nspname IN ('core', \(sample)) AND c.relkind IN ('r', 'p')
              AND CASE k.command WHEN 'DELETE' THEN has_table_privilege(r.oid, c.oid, 'DELETE')
                  ELSE has_any_column_privilege(r.oid, c.oid, k.command) END
            """
        ).decode { row in (try row.next(String.self), try row.next(String.self)) }
        return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    private static func columns(_ connection: Connection) async throws -> Set<String> {
        let rows = try await connection.query(
            """
            SELECT concat_ws(' ', n.nspname || '.' || c.relname, a.attname)
            FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname IN ('core', \(sample)) AND c.relrowsecurity
            """
        ).decode { row in try row.next(String.self) }
        return Set(rows)
    }

    /// No role of an officer may change them, or the database says no before it asks a policy: a trigger, the bounds of a partition. That is
    /// tried, on a row of the stage.
    private static func fixedColumns(_ connection: Connection) async throws -> Set<String> {
        _ = try await connection.query(
            """
            CREATE FUNCTION pg_temp.stays(relation regclass, attribute name, other text) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN
                EXECUTE format('UPDATE %1$s SET %2$I = %3$s WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM %1$s WHERE %2$I IS NOT NULL LIMIT 1)',
                    relation, attribute, other);
                RAISE EXCEPTION 'taken back' USING ERRCODE = 'TDROW';
            EXCEPTION WHEN OTHERS THEN
                RETURN SQLSTATE IN ('TD422', '23514');
            END $$
            """)
        let rows = try await connection.query(
            """
            SELECT concat_ws(' ', n.nspname || '.' || c.relname, a.attname)
            FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname IN ('core', \(sample))
              AND EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polcmd IN ('w', '*'))
              AND (NOT EXISTS (
                    SELECT FROM pg_roles AS r
                    WHERE r.rolname IN ('thidua_tenant', \(sample), 'office', 'home_affairs', 'leadership', 'council', 'media', 'auditor')
                      AND has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE'))
                OR pg_temp.stays(c.oid, a.attname, CASE a.atttypid WHEN 'uuid'::regtype THEN 'gen_random_uuid()' ELSE quote_ident(a.attname) END))
            """
        ).decode { row in try row.next(String.self) }
        return Set(rows)
    }

    // MARK: - Row policies

    var ofPolicies: [PolicyMutation] { policies.flatMap(mutations) }

    private func mutations(of policy: RowPolicy) -> [PolicyMutation] {
        var found = [
            mutation(.dropped, policy, "", drop(policy), create(policy)),
            widening(policy),
        ]
        if let using = policy.using, using != "true" { found += weaker(.usingTrue, policy, "USING", using) }
        if let check = policy.check, check != "true" { found += weaker(.checkTrue, policy, "WITH CHECK", check) }
        return found.compactMap(\.self)
    }

    private func weaker(_ kind: PolicyMutation.Kind, _ policy: RowPolicy, _ clause: String, _ expression: String) -> [PolicyMutation] {
        let condition = SQLCondition(expression)
        let changes =
            [(PolicyMutation.Kind, String, String)]([(kind, "true", "")])
            + condition.withoutOneCondition.map { (.condition, $0.text, $0.change) }
            + condition.turnedRound.map { (.turned, $0.text, $0.change) }
        return changes.map { kind, text, change in
            mutation(
                kind, policy, "\(clause) \(change)", "ALTER POLICY \(policy.name) ON {table} \(clause) (\(text))",
                "ALTER POLICY \(policy.name) ON {table} \(clause) (\(expression))",
                equivalence: equivalence(kind, text, instead: expression, clause, policy))
        }
    }

    private func equivalence(
        _ kind: PolicyMutation.Kind, _ text: String, instead original: String, _ clause: String, _ policy: RowPolicy
    ) -> String? {
        // A condition that was said twice may be left out once.
        if text == original { return "the text is the same" }
        if policy.isPermissive, reached(by: policy).isEmpty { return "whoever it is for is let through by another policy already" }
        guard kind != .turned, let using = policy.using, let check = policy.check else { return nil }
        let kept = SQLCondition(text).conditions
        let lost = SQLCondition(original).conditions.filter { !kept.contains($0) }
        if clause == "WITH CHECK" {
            // What USING asks of the row before, no UPDATE can change.
            let isAsked = asksOfFixedColumns(SQLCondition(using).conditions, lost, policy)
            return isAsked ? "USING asks the same of columns that no UPDATE changes" : nil
        }
        // What is neither read nor left as WITH CHECK wants it can be neither held nor changed.
        let readings = sight(of: policy.roles, "\(policy.schema).\(policy.relation)")
        let isRead = !readings.isEmpty && readings.allSatisfy { reading in lost.allSatisfy { SQLCondition(reading).conditions.contains($0) } }
        guard policy.command == "UPDATE", isRead else { return nil }
        return check == "false" || asksOfFixedColumns(SQLCondition(check).conditions, lost, policy)
            ? "what is read and WITH CHECK ask the same of columns that no UPDATE changes" : nil
    }

    private func asksOfFixedColumns(_ asked: [String], _ lost: [String], _ policy: RowPolicy) -> Bool {
        lost.allSatisfy { condition in
            asked.contains(condition) && SQLCondition.names(in: condition).allSatisfy { isFixed($0, in: policy) }
        }
    }

    /// By which conditions any of the roles reads a table.
    private func sight(of roles: some Collection<String>, _ table: String) -> Set<String> {
        Set(
            policies.filter { policy in
                "\(policy.schema).\(policy.relation)" == table && ["ALL", "SELECT"].contains(policy.command) && policy.isPermissive
                    && roles.contains { applies(policy, to: $0) }
            }.compactMap(\.using))
    }

    /// Why none of the roles would see or do more by a policy that is not meant for them; nil where they might.
    private func why(_ roles: Set<String>, gainNothingBy policy: RowPolicy) -> String? {
        let table = "\(policy.schema).\(policy.relation)"
        if let using = policy.using, policy.command == "SELECT" {
            let own = SQLCondition(using).conditions
            let isOffered = roles.allSatisfy { role in
                sight(of: [role], table).contains { reading in own.count == 1 && SQLCondition(reading).alternatives.contains(own[0]) }
            }
            if isOffered { return "another policy lets them through by the same condition or another" }
        }
        let mark = "(EXISTS ( SELECT FROM "
        for condition in SQLCondition(policy.using ?? policy.check ?? "").conditions where condition.hasPrefix(mark) {
            let other = String(condition.dropFirst(mark.count).prefix { $0 != " " })
            guard other.contains(".") else { continue }
            let sights = roles.map { (there: sight(of: [$0], other), here: sight(of: [$0], table)) }
            if sights.allSatisfy({ $0.there.isEmpty }) { return "it asks of \(other), where they see nothing" }
            let areOfOneTenant = condition.contains(".tenant_id = \(policy.relation).tenant_id)")
            let seeAlike = sights.allSatisfy { sight in
                sight.there == sight.here && sight.there.allSatisfy { isOfTenantAlone($0, table) }
            }
            if policy.command == "SELECT", areOfOneTenant, seeAlike { return "it asks of \(other), where they see the same tenants' rows as here" }
        }
        return nil
    }

    private func isOfTenantAlone(_ reading: String, _ table: String) -> Bool {
        SQLCondition.names(in: reading).filter { columns.contains("\(table) \($0)") } == ["tenant_id"]
    }

    /// A name that is no column is none of the row's.
    private func isFixed(_ name: String, in policy: RowPolicy) -> Bool {
        let table = "\(policy.schema).\(policy.relation)"
        return !columns.contains("\(table) \(name)") || fixed.contains("\(table) \(name)")
    }

    /// Whom it is for, and whom no other policy lets through whatever the row.
    private func reached(by policy: RowPolicy) -> Set<String> {
        let commands = policy.command == "ALL" ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : [policy.command]
        return Set(
            commands.flatMap { command in
                held("\(policy.schema).\(policy.relation)", command, besides: policy.name).filter { applies(policy, to: $0) }
            })
    }

    private func widening(_ policy: RowPolicy) -> PolicyMutation? {
        guard policy.roles != ["public"], policy.isPermissive else { return nil }
        let commands = policy.command == "ALL" ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : [policy.command]
        // Whoever has the privilege, is not among the roles yet, and is not let through by another policy as it is.
        let reached = commands.flatMap { command in
            held("\(policy.schema).\(policy.relation)", command, besides: policy.name).filter { !applies(policy, to: $0) }
        }
        return mutation(
            .widened, policy, "", "ALTER POLICY \(policy.name) ON {table} TO PUBLIC",
            "ALTER POLICY \(policy.name) ON {table} TO \(policy.roles.joined(separator: ", "))",
            equivalence: reached.isEmpty
                ? "no other role has the privilege without being let through already" : why(Set(reached), gainNothingBy: policy))
    }

    private func applies(_ policy: RowPolicy, to role: String) -> Bool {
        policy.roles.contains("public") || policy.roles.contains(role) || (role == Self.sample && policy.roles.contains("thidua_tenant"))
    }

    /// The roles with a privilege on a table that are held by its policies: none lets them through whatever the row.
    private func held(_ table: String, _ command: String, besides name: String? = nil) -> Set<String> {
        let free = policies.filter {
            "\($0.schema).\($0.relation)" == table && $0.name != name && ["ALL", command].contains($0.command) && $0.isPermissive
                && ($0.using ?? "true") == "true" && ($0.check ?? "true") == "true"
        }
        return (rights["\(table) \(command)"] ?? []).filter { role in !free.contains { applies($0, to: role) } }
    }

    private func drop(_ policy: RowPolicy) -> String { "DROP POLICY \(policy.name) ON {table}" }

    private func create(_ policy: RowPolicy) -> String {
        "CREATE POLICY \(policy.name) ON {table}\(policy.isPermissive ? "" : " AS RESTRICTIVE") FOR \(policy.command) TO \(policy.roles.joined(separator: ", "))"
            + (policy.using.map { " USING (\($0))" } ?? "") + (policy.check.map { " WITH CHECK (\($0))" } ?? "")
    }

    private func mutation(
        _ kind: PolicyMutation.Kind, _ policy: RowPolicy, _ change: String, _ apply: String, _ revert: String, equivalence: String? = nil
    ) -> PolicyMutation {
        PolicyMutation(
            kind: kind, what: "\(policy.name) on \(policy.isPattern ? "{tenant}" : policy.schema).\(policy.relation) \(change)",
            apply: spread(apply, policy.schema, policy.relation), revert: spread(revert, policy.schema, policy.relation),
            about: [policy.relation], equivalence: equivalence)
    }

    /// A statement on a table of `core`, or on the same table of each tenant.
    private func spread(_ statement: String, _ schema: String, _ relation: String) -> String {
        guard schema == Self.sample else { return statement.replacing("{table}", with: "\(schema).\(relation)") }
        return tenants.map { statement.replacing("{table}", with: "\($0).\(relation)").replacing(Self.sample, with: $0) }
            .joined(separator: ";\n")
    }

    // MARK: - Tables

    var ofTables: [PolicyMutation] {
        let tables = Set(columns.map { String($0.prefix { $0 != " " }) }).sorted()
        return tables.flatMap { table -> [PolicyMutation] in
            let parts = table.split(separator: ".").map(String.init)
            let held = Set(["SELECT", "INSERT", "UPDATE", "DELETE"].flatMap { self.held(table, $0) })
            return [
                PolicyMutation(
                    kind: .unforced, what: table,
                    apply: spread("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", parts[0], parts[1]),
                    revert: spread("ALTER TABLE {table} FORCE ROW LEVEL SECURITY", parts[0], parts[1]), about: [parts[1]],
                    equivalence: held.contains("thidua_owner") ? nil : "its owner is let through in whatever he has the privilege for"),
                PolicyMutation(
                    kind: .unguarded, what: table, apply: spread("ALTER TABLE {table} DISABLE ROW LEVEL SECURITY", parts[0], parts[1]),
                    revert: spread("ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", parts[0], parts[1]), about: [parts[1]],
                    equivalence: held.isEmpty ? "whoever has a privilege is let through already" : nil),
            ]
        }
    }

    // MARK: - Routines and actions

    var ofRoutines: [PolicyMutation] {
        routines.flatMap { routine -> [PolicyMutation] in
            let parts = routine.definition.components(around: "$function$")
            guard parts.count == 3 else { return [] }
            let body = SQLCondition(parts[1])
            return (body.withoutOneCondition + body.turnedRound).map { text, change in
                let changed = parts[0] + "$function$" + text + "$function$" + parts[2]
                let isPattern = routine.schema == Self.sample
                return PolicyMutation(
                    kind: .routine, what: "\(isPattern ? "{tenant}" : routine.schema).\(routine.name)() \(change)",
                    apply: spread(changed, routine.schema, routine.name), revert: spread(routine.definition, routine.schema, routine.name),
                    about: [], equivalence: routine.isAsked ? nil : "nothing asks it")
            }
        }
    }

    var ofActions: [PolicyMutation] {
        Policy.table.flatMap { policy in
            Action.allCases.filter { !policy.actions.contains($0) }.map { action in
                let (role, action) = (policy.role.rawValue, action.rawValue)
                return PolicyMutation(
                    kind: .action, what: "\(action) for \(role)",
                    apply: "INSERT INTO core.role_action (role, action) VALUES ('\(role)', '\(action)')",
                    revert: "DELETE FROM core.role_action WHERE role = '\(role)' AND action = '\(action)'", about: [], equivalence: nil)
            }
        }
    }
}

extension String {
    fileprivate func components(around mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
