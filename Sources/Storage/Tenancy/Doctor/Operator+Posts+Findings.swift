public import Domain
import Postgres

/// What must hold of posts that are held, whoever gave them and when: one that sees the whole unit is at a part of it only where it may be
/// (`Role.mayBe`). The guard asks that of what officers give now; what was given before, or loaded, stands until it is ended.
extension OperatorTransaction {
    public func postFindings() async throws -> [Finding] {
        try await asOwner(
            """
            SELECT 'chức vụ ' || p.id,
                'vai trò “' || r.name || '” của “' || p.title || '” ở ' || coalesce(v.full_name, p.unit_id::text) || ' (' || t.slug || ')'
                    || ' xem và làm việc của cả đơn vị, không giao ở bộ phận đó; người quản lý nhân sự của đơn vị chạy `thidua post end ' || p.id
                    || '`, rồi giao lại ở đúng nơi'
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
                JOIN core.tenant AS t ON t.id = p.tenant_id
                LEFT JOIN LATERAL (
                    SELECT x.full_name
                    FROM core.sub_unit_version AS x
                    WHERE x.tenant_id = p.tenant_id AND x.unit_id = p.unit_id AND x.valid_from <= greatest(core.today(), p.valid_from)
                    ORDER BY x.valid_from DESC
                    LIMIT 1
                ) AS v ON true
            WHERE p.unit_id <> p.tenant_id
              AND r.reach = 'tenant'
              AND (p.valid_to IS NULL OR p.valid_to >= greatest(core.today(), p.valid_from))
              AND (t.closed_on IS NULL OR t.closed_on >= core.today())
              AND (p.role = 'unit_head' OR core.unit_in_a_commune(p.tenant_id, p.unit_id, p.valid_from))
            ORDER BY t.slug, v.full_name, p.id
            """
        ).decode { row in Finding(try row.next(), try row.next()) }
    }
}
