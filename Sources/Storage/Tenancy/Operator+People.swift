public import Domain
import FoundationEssentials
import Postgres

/// Persons, posts and accounts in bulk, for the first administrators of an installation, for a demonstration and for tests. Afterwards
/// each tenant keeps its own through the door.
extension OperatorTransaction {
    /// Enters persons whose record one tenant keeps.
    public func add(_ people: [Person], to tenant: Tenant.ID) async throws {
        guard !people.isEmpty else { return }
        let sortKeys = people.map { PersonName($0.fullName)?.sortKey ?? $0.fullName }
        try await asOwner(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from, ended_on)
            SELECT p.id, \(tenant), p.full_name, p.sort_key, p.kind, p.active_from, p.ended_on
            FROM unnest(\(people.map(\.id)), \(people.map(\.fullName)), \(sortKeys), \(people.map(\.kind)), \(people.map(\.activeFrom)),
                    \(people.map(\.endedOn)))
                AS p (id, full_name, sort_key, kind, active_from, ended_on)
            """)
    }

    /// Gives persons their posts in one tenant.
    public func add(_ posts: [Post], in tenant: Tenant.ID) async throws {
        guard !posts.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
            SELECT p.id, p.person_id, \(tenant), p.unit_id, p.role, p.title, p.leader_rank, p.valid_from, p.valid_to
            FROM unnest(\(posts.map(\.id)), \(posts.map(\.person)), \(posts.map(\.unit)), \(posts.map(\.role)), \(posts.map(\.title)),
                    \(posts.map(\.leaderRank)), \(posts.map(\.validFrom)), \(posts.map(\.validTo)))
                AS p (id, person_id, unit_id, role, title, leader_rank, valid_from, valid_to)
            """)
    }

    /// An account to be opened.
    public struct Account: Sendable {
        public var person: Person.ID
        public var username: String
        /// A PHC string of Argon2id.
        public var passwordHash: String

        public init(person: Person.ID, username: String, passwordHash: String) {
            self.person = person
            self.username = username
            self.passwordHash = passwordHash
        }
    }

    /// Opens accounts.
    ///
    /// - Throws: a ``Problem`` of code `username-taken` or `account-there`.
    public func add(_ accounts: [Account]) async throws {
        guard !accounts.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.account (id, person_id, username, password_hash)
            SELECT core.new_id(), a.person_id, a.username, a.password_hash
            FROM unnest(\(accounts.map(\.person)), \(accounts.map(\.username)), \(accounts.map(\.passwordHash))) AS a (person_id, username, password_hash)
            """)
    }
}
