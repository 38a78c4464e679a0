public import Domain
import Postgres

/// What must hold of everything in the schema `core`, whatever it is.
extension OperatorTransaction {
    public func coreFindings() async throws -> [Finding] {
        try await tableFindings() + routineFindings() + schemaFindings()
    }

    /// Whoever may touch a table but its owner meets row level security there, the owner included. Without a
    /// row of anybody are only those that the service reads before it serves.
    private func tableFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT DISTINCT c.oid::regclass::text
            FROM pg_class AS c, aclexplode(c.relacl) AS a
            WHERE c.relnamespace = 'core'::regnamespace
              AND c.relkind IN ('r', 'p')
              AND c.relname NOT IN ('schema_migration', 'routine_file', 'installation')
              AND a.grantee <> c.relowner
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            ORDER BY 1
            """
        ).decode { row in Finding(try row.next(), "có người được cấp quyền nhưng không bật row level security (ENABLE và FORCE)") }
    }

    /// A routine with its owner's rights has a fixed path that ends with pg_temp; none is for PUBLIC.
    private func routineFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT p.oid::regprocedure::text, 'là SECURITY DEFINER nhưng search_path không cố định với pg_temp ở cuối'
            FROM pg_proc AS p
                JOIN pg_namespace AS n ON n.oid = p.pronamespace
            WHERE p.prosecdef
              AND (n.nspname = 'core' OR n.nspname IN (SELECT t.slug FROM core.tenant AS t))
              AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%pg_temp')
            UNION ALL
            SELECT p.oid::regprocedure::text, 'PUBLIC được gọi hàm này'
            FROM pg_proc AS p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
            WHERE p.pronamespace = 'core'::regnamespace
              AND a.grantee = 0
              AND p.prorettype <> 'trigger'::regtype
            ORDER BY 1
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }

    /// Every tenant and every place has its schema, and every schema its tenant or place.
    private func schemaFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT n.nspname::text, 'schema không thuộc đơn vị nào trong danh mục'
            FROM pg_namespace AS n
            WHERE n.nspname ~ '^(province|(dept|district|commune)_[a-z0-9_]+)$'
              AND NOT EXISTS (SELECT FROM core.tenant AS t WHERE t.slug = n.nspname)
            UNION ALL
            SELECT n.nspname, 'schema chuẩn bị sẵn nhưng không có trong danh mục'
            FROM pg_namespace AS n
            WHERE n.nspname ~ '^place_'
              AND NOT EXISTS (SELECT FROM core.place AS p WHERE core.place_schema(p.id) = n.nspname)
            UNION ALL
            SELECT core.place_schema(p.id), 'chỗ chuẩn bị sẵn không có schema'
            FROM core.place AS p
            WHERE NOT EXISTS (SELECT FROM pg_namespace AS n WHERE n.nspname = core.place_schema(p.id))
            UNION ALL
            SELECT t.slug, 'đơn vị không có schema'
            FROM core.tenant AS t
            WHERE NOT EXISTS (SELECT FROM pg_namespace AS n WHERE n.nspname = t.slug)
            ORDER BY 1
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }
}
