import Domain
import Postgres

/// Everything of a tenant's schema that does not follow from its data, as the server describes it.
struct TenantFacts {
    struct Key: Hashable, Comparable {
        let aspect: Aspect
        /// The table; empty for what belongs to the schema itself.
        let relation: String
        let name: String

        static func < (lhs: Key, rhs: Key) -> Bool {
            (lhs.relation, lhs.aspect.rawValue, lhs.name) < (rhs.relation, rhs.aspect.rawValue, rhs.name)
        }
    }

    enum Aspect: String, PostgresDecodable {
        case table, column, constraint, index, trigger, policy, grant, function, schema, role

        var vietnamese: String {
            switch self {
            case .table: "bảng"
            case .column: "cột"
            case .constraint: "ràng buộc"
            case .index: "chỉ mục"
            case .trigger: "trigger"
            case .policy: "chính sách hàng"
            case .grant: "quyền"
            case .function: "hàm"
            case .schema: "schema"
            case .role: "vai trò"
            }
        }
    }

    /// What each is, word for word.
    var texts: [Key: String] = [:]

    /// The same facts as they would read for another tenant.
    func renamed(_ old: (slug: String, id: String), to new: (slug: String, id: String)) -> TenantFacts {
        func renamed(_ text: String) -> String { text.replacing(old.slug, with: new.slug).replacing(old.id, with: new.id) }
        var facts = TenantFacts()
        for (key, text) in texts {
            facts.texts[Key(aspect: key.aspect, relation: key.relation, name: renamed(key.name))] = renamed(text)
        }
        return facts
    }

    /// As they were before the tenant was opened in its place: no role, and nobody but the owner may do anything.
    func closed(of slug: String) -> TenantFacts {
        var facts = TenantFacts()
        facts.texts = texts.filter { key, _ in
            switch key.aspect {
            case .table, .column, .constraint, .index, .trigger: true
            case .grant, .schema: !key.name.contains(slug)
            case .policy, .function, .role: false
            }
        }
        return facts
    }

    /// Of several tenants at once, by slug.
    static func read(_ slugs: [String], in tx: borrowing OperatorTransaction) async throws -> [String: TenantFacts] {
        var found: [String: TenantFacts] = [:]
        let rows = try await tx.asOwner(query(slugs)).decode { row in
            (
                slug: try row.next(String.self), key: Key(aspect: try row.next(), relation: try row.next(), name: try row.next()),
                text: try row.next(String?.self) ?? ""
            )
        }
        for row in rows { found[row.slug, default: TenantFacts()].texts[row.key] = row.text }
        return found
    }

    /// Indexes have no name here: those that a migration made for an old tenant are called otherwise than those of a new one. Nor is asked whether old
    /// rows were looked at for a constraint that its parent has for new ones alone: where there were none, they were.
    private static func query(_ slugs: [String]) -> SQL {
        """
        WITH place AS (
            SELECT n.oid, n.nspname AS slug, n.nspowner, n.nspacl
            FROM pg_namespace AS n
            WHERE n.nspname = ANY (\(slugs))
        ), relation AS (
            SELECT p.slug, c.oid, c.relname AS name, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.relpartbound
            FROM place AS p
                JOIN pg_class AS c ON c.relnamespace = p.oid
            WHERE c.relkind NOT IN ('i', 'I')
        )
        SELECT slug::text, 'schema', '', 'chủ sở hữu', nspowner::regrole::text FROM place
        UNION ALL
        SELECT p.slug::text, 'schema', '', a.privilege_type || ' của ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC'), a.is_grantable::text
        FROM place AS p, aclexplode(coalesce(p.nspacl, acldefault('n', p.nspowner))) AS a
        UNION ALL
        SELECT slug::text, 'table', name::text, '', concat_ws(' ', relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, pg_get_expr(relpartbound, oid))
        FROM relation
        UNION ALL
        SELECT r.slug::text, 'column', r.name::text, a.attname::text,
            concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, a.attcollation, a.attacl, pg_get_expr(d.adbin, d.adrelid))
        FROM relation AS r
            JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum
        UNION ALL
        SELECT r.slug::text, 'constraint', r.name::text, c.conname::text,
            concat_ws(' ', regexp_replace(pg_get_constraintdef(c.oid), ' NOT VALID$', ''), CASE WHEN NOT EXISTS (
                SELECT FROM pg_inherits AS i JOIN pg_constraint AS p ON p.conrelid = i.inhparent AND p.conname = c.conname
                WHERE i.inhrelid = r.oid AND NOT p.convalidated) THEN c.convalidated END)
        FROM relation AS r
            JOIN pg_constraint AS c ON c.conrelid = r.oid
        UNION ALL
        SELECT r.slug::text, 'index', r.name::text, regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX \\S+ ON ', ' INDEX ON '), i.indisvalid::text
        FROM relation AS r
            JOIN pg_index AS i ON i.indrelid = r.oid
        UNION ALL
        SELECT r.slug::text, 'trigger', r.name::text, t.tgname::text, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
        FROM relation AS r
            JOIN pg_trigger AS t ON t.tgrelid = r.oid
        WHERE NOT t.tgisinternal
        UNION ALL
        SELECT r.slug::text, 'policy', r.name::text, p.polname::text,
            concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), 'CHECK', pg_get_expr(p.polwithcheck, p.polrelid))
        FROM relation AS r
            JOIN pg_policy AS p ON p.polrelid = r.oid
        UNION ALL
        SELECT r.slug::text, 'grant', r.name::text, a.privilege_type || ' của ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC'), a.is_grantable::text
        FROM relation AS r, aclexplode(coalesce(r.relacl, acldefault('r', r.relowner))) AS a
        UNION ALL
        SELECT p.slug::text, 'function', '', format('%s(%s)', f.proname, pg_get_function_identity_arguments(f.oid)),
            concat_ws(' ', f.proowner::regrole, (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(coalesce(f.proacl, acldefault('f', f.proowner))) AS a),
                pg_get_functiondef(f.oid))
        FROM place AS p
            JOIN pg_proc AS f ON f.pronamespace = p.oid
        UNION ALL
        SELECT r.rolname::text, 'role', '', 'thuộc tính',
            concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls)
        FROM pg_roles AS r
        WHERE r.rolname = ANY (\(slugs))
        UNION ALL
        SELECT r.rolname::text, 'role', '', format('%s là thành viên của %s', m.member::regrole, m.roleid::regrole), m.admin_option::text
        FROM pg_roles AS r
            JOIN pg_auth_members AS m ON r.oid IN (m.roleid, m.member)
        WHERE r.rolname = ANY (\(slugs))
        """
    }
}

extension TenantFacts {
    /// What is missing, too much or different in `actual`, with self as it should be.
    func differences(from actual: TenantFacts, of slug: String) -> [Finding] {
        Set(texts.keys).union(actual.texts.keys).sorted().compactMap { key in
            let subject = key.relation.isEmpty ? slug : "\(slug).\(key.relation)"
            let what = "\(key.aspect.vietnamese)\(key.name.isEmpty ? "" : " “\(key.name)”")"
            // A table that is missing or too much says it all.
            if key.aspect != .table, !key.relation.isEmpty {
                let table = Key(aspect: .table, relation: key.relation, name: "")
                guard texts[table] != nil, actual.texts[table] != nil else { return nil }
            }
            switch (texts[key], actual.texts[key]) {
            case (nil, .some): return Finding(subject, "thừa \(what)")
            case (.some, nil): return Finding(subject, "thiếu \(what)")
            case (let wanted?, let found?) where wanted != found:
                return Finding(subject, "\(what) khác mẫu: “\(found)”, phải là “\(wanted)”")
            default: return nil
            }
        }
    }
}
