import Domain
import Postgres
import Synchronization

/// What a credential was seen to be: its post and the post's tenant never change, so the tables a statement names are known before the
/// database is asked. A hint opens nothing: `core.enter` decides anew each time, and the fence compares.
final class CredentialHints: Sendable {
    struct Hint: Sendable {
        let post: Post.ID?
        let home: Tenant.ID
        /// Nil until the home was entered once.
        var homeSlug: Tenant.Slug?

        func scope(in place: Entry.Place, _ hints: CredentialHints) -> TenantTransaction.Scope? {
            switch place {
            case .province: .province
            case .home: homeSlug.flatMap { CredentialHints.scope(home, slug: $0, home: home) }
            case .tenant(let slug): hints.tenant(slug).flatMap { CredentialHints.scope($0, slug: slug, home: home) }
            }
        }
    }

    private struct Memory {
        var credentials: [Token: Hint] = [:]
        var tenants: [Tenant.Slug: Tenant.ID] = [:]
    }

    /// About 100 bytes each: enough for every officer of a province, and a bound on what an attacker can fill.
    private static let capacity = 20_000

    private let memory = Mutex(Memory())

    subscript(token: Token) -> Hint? {
        memory.withLock { $0.credentials[token] }
    }

    func tenant(_ slug: Tenant.Slug) -> Tenant.ID? {
        memory.withLock { $0.tenants[slug] }
    }

    /// Keeps what the database answered, and says which tables follow from it.
    func learn(_ entry: Entry, _ officer: ActingOfficer, role: String) -> TenantTransaction.Scope {
        // A role with the name of a slug is the tenant's own.
        let slug = Tenant.Slug(role)
        memory.withLock { memory in
            if memory.credentials.count >= Self.capacity { memory.credentials.removeAll(keepingCapacity: true) }
            let known = memory.credentials[entry.token]?.homeSlug
            memory.credentials[entry.token] = Hint(post: officer.post, home: officer.home, homeSlug: slug ?? known)
            if case .tenant(let slug) = entry.place, let id = officer.place { memory.tenants[slug] = id }
        }
        guard let place = officer.place else { return .province }
        return slug.flatMap { Self.scope(place, slug: $0, home: officer.home) } ?? .parents(of: place)
    }

    private static func scope(_ tenant: Tenant.ID, slug: Tenant.Slug, home: Tenant.ID) -> TenantTransaction.Scope? {
        guard tenant == home else { return .parents(of: tenant) }
        return SchemaName(validating: slug.text).map { .own($0, tenant) }
    }
}
