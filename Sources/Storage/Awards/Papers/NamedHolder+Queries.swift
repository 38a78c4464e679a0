public import Domain
import Postgres

extension NamedHolder {
    /// Who holds a post of a role at the root of a tenant today: of several the head before his deputies, then the first. Nil where
    /// nobody does, and where the officer may not know it.
    public static func find(_ role: Role, of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> NamedHolder? {
        try await tx.first(
            """
            SELECT p.title, coalesce(n.full_name, '')
            FROM core.post AS p
                LEFT JOIN core.person AS n ON n.id = p.person_id
            WHERE p.tenant_id = \(tenant)
              AND p.unit_id = p.tenant_id
              AND p.role = \(role)
              AND \(fragment: held)
            ORDER BY starts_with(p.title, \(Self.deputy)), p.valid_from, p.id
            LIMIT 1
            """
        ) { row in NamedHolder(title: try row.next(), name: try row.next()) }
    }

    /// The titles of people by their first post today, as far as the officer may know them.
    public static func titles(of people: [Person.ID], in tx: borrowing TenantTransaction) async throws -> [Person.ID: String] {
        if people.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT DISTINCT ON (p.person_id) p.person_id, p.title
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
            WHERE p.person_id = ANY (\(people))
              AND \(fragment: held)
            ORDER BY p.person_id, r.precedence, p.valid_from, p.id
            """
        ) { row in (person: try row.next(Person.ID.self), title: try row.next(String.self)) }
        return Dictionary(found.map { ($0.person, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    private static let held: SQL = "p.valid_from <= core.today() AND (p.valid_to IS NULL OR p.valid_to >= core.today())"
}

extension Tenant {
    /// The unit whose officers appraise awards for the province, as far as the officer may know it.
    public static func appraiser(in tx: borrowing TenantTransaction) async throws -> ID? {
        try await tx.first(
            """
            SELECT p.tenant_id
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
                JOIN core.tenant AS t ON t.id = p.tenant_id
            WHERE r.province_role = 'home_affairs'
              AND p.valid_from <= core.today()
              AND (p.valid_to IS NULL OR p.valid_to >= core.today())
            ORDER BY t.position, t.slug
            LIMIT 1
            """
        ) { row in try row.next() }
    }
}
