public import Domain
import Postgres

/// Officers one by one, in any tenant: who is entered already, who holds what, and the end of a post.
extension OperatorTransaction {
    /// Somebody whose record a tenant keeps, with his account.
    public struct KnownPerson: Sendable {
        public let fullName: String
        /// Who keeps the record.
        public let tenant: Tenant.ID
        /// Name of his account; nil: he has none.
        public let username: String?
        /// A unit's manager made the link that set its password, so it acts in no post that he could not have given.
        public let isOpenedByUnit: Bool
    }

    /// Nil: nobody has that id.
    public func person(_ id: Person.ID) async throws -> KnownPerson? {
        try await asOwner(
            """
            SELECT n.full_name, n.tenant_id, a.username, a.opened_by IS NOT NULL
            FROM core.person AS n
                LEFT JOIN core.account AS a ON a.person_id = n.id
            WHERE n.id = \(id)
            """
        ).first { row in
            KnownPerson(fullName: try row.next(), tenant: try row.next(), username: try row.next(), isOpenedByUnit: try row.next())
        }
    }

    /// Posts held today or later, in the customary order of their roles: those of one tenant; of all, those that no tenant gives.
    public func seats(in tenant: Tenant.ID?) async throws -> [HeldSeat] {
        try await asOwner(
            """
            SELECT p.id, p.person_id, n.full_name, t.slug, p.role, p.title, p.valid_from, p.valid_to, a.username
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
                JOIN core.person AS n ON n.id = p.person_id
                JOIN core.tenant AS t ON t.id = p.tenant_id
                LEFT JOIN core.account AS a ON a.person_id = n.id
            WHERE (p.valid_to IS NULL OR p.valid_to >= greatest(core.today(), p.valid_from))
              AND CASE WHEN \(tenant) IS NULL THEN NOT r.grantable ELSE p.tenant_id = \(tenant) END
            ORDER BY r.precedence, t.position, t.slug, p.valid_from, p.id
            """
        ).decode { row in
            HeldSeat(
                post: try row.next(), person: try row.next(), fullName: try row.next(), tenant: try row.next(), role: try row.next(),
                title: try row.next(), validFrom: try row.next(), validTo: try row.next(), username: try row.next())
        }
    }

    /// First and last day of a post; nil: there is no such post.
    public func days(of post: Post.ID) async throws -> (from: CivilDate, to: CivilDate?)? {
        try await asOwner("SELECT valid_from, valid_to FROM core.post WHERE id = \(post)").first { row in
            (from: try row.next(CivilDate.self), to: try row.next(CivilDate?.self))
        }
    }

    /// Records the last day of a post; the day before its first means that it was never held.
    public func end(_ post: Post.ID, lastDay: CivilDate) async throws {
        try await asOwner("UPDATE core.post SET valid_to = \(lastDay) WHERE id = \(post)")
    }
}
