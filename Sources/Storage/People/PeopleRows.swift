public import Domain
public import FoundationEssentials
import Postgres

/// People, posts and accounts written many at once, each kind in one statement, as the same policies and guards decide for one.
public enum PeopleRows {
    public static func add(_ people: [(person: Person, sortKey: String)], in tx: borrowing TenantTransaction) async throws {
        guard !people.isEmpty else { return }
        let rows = people.map { entry -> JSONValue in
            [
                "id": .string(entry.person.id.description), "full_name": .string(entry.person.fullName),
                "sort_key": .string(entry.sortKey), "kind": .string(entry.person.kind.rawValue),
                "active_from": .string(entry.person.activeFrom.description),
            ]
        }
        try await tx.execute(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            SELECT r.id, \(try tx.requireTenant()), r.full_name, r.sort_key, r.kind, r.active_from
            FROM jsonb_to_recordset(\(JSONText(JSONValue.array(rows).text()))) AS r (
                id uuid, full_name text, sort_key text, kind text, active_from date)
            """)
    }

    /// - Throws: ``Problem/notAllowed`` for what no tenant may give; codes `no-such-unit`, `role-not-at-part`, `outside-persons-time`,
    ///   `post-there`.
    public static func give(_ posts: [Post], in tx: borrowing TenantTransaction) async throws {
        guard !posts.isEmpty else { return }
        let rows = posts.map { post -> JSONValue in
            [
                "id": .string(post.id.description), "person_id": .string(post.person.description),
                "unit_id": .string(post.unit.description), "role": .string(post.role.rawValue), "title": .string(post.title),
                "leader_rank": .string(post.leaderRank.rawValue), "valid_from": .string(post.validFrom.description),
            ]
        }
        try await tx.execute(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            SELECT r.id, r.person_id, \(try tx.requireTenant()), r.unit_id, r.role, r.title, r.leader_rank, r.valid_from
            FROM jsonb_to_recordset(\(JSONText(JSONValue.array(rows).text()))) AS r (
                id uuid, person_id uuid, unit_id uuid, role text, title text, leader_rank text, valid_from date)
            """)
    }

    /// An account to be opened, or whose link is to be made anew.
    public struct Opening: Sendable {
        public var id: Account.ID
        public var person: Person.ID
        public var username: String
        /// SHA-256 of the link.
        public var linkHash: [UInt8]

        public init(id: Account.ID, person: Person.ID, username: String, linkHash: [UInt8]) {
            self.id = id
            self.person = person
            self.username = username
            self.linkHash = linkHash
        }
    }

    /// - Returns: when the links end, in the order given.
    public static func open(_ accounts: [Opening], in tx: borrowing TenantTransaction) async throws -> [Date] {
        try await ends(
            accounts, "core.account_open(r.id, r.person_id, r.username, decode(r.link_hash, 'hex'), make_interval(secs => \(lifetime)))",
            in: tx)
    }

    /// - Returns: when the new links end, in the order given; earlier ones no longer work.
    public static func reset(_ accounts: [Opening], in tx: borrowing TenantTransaction) async throws -> [Date] {
        try await ends(accounts, "core.account_reset(r.person_id, decode(r.link_hash, 'hex'), make_interval(secs => \(lifetime)))", in: tx)
    }

    private static let lifetime = PasswordLink.lifetime.seconds

    private static func ends(_ accounts: [Opening], _ call: SQL, in tx: borrowing TenantTransaction) async throws -> [Date] {
        guard !accounts.isEmpty else { return [] }
        let rows = accounts.map { account -> JSONValue in
            [
                "id": .string(account.id.description), "person_id": .string(account.person.description),
                "username": .string(account.username), "link_hash": .string(hexadecimal(account.linkHash)),
            ]
        }
        return try await tx.rows(
            """
            SELECT \(fragment: call)
            FROM ROWS FROM (jsonb_to_recordset(\(JSONText(JSONValue.array(rows).text()))) AS (
                id uuid, person_id uuid, username text, link_hash text)) WITH ORDINALITY AS r (id, person_id, username, link_hash, place)
            ORDER BY r.place
            """
        ) { row in
            try row.next()
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
