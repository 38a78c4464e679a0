public import Domain
import FoundationEssentials
import Postgres

/// Who is there in the acting officer's own tenant: what a list of people is held against.
public struct PeopleStanding: Sendable {
    /// Not ended on the business date, whether or not they have begun.
    public let people: [Person]
    /// Every post that is, was or will be held.
    public let posts: [Post]
    public let accounts: [KeptAccount]

    /// An account as who keeps the directory may know it.
    public struct KeptAccount: Sendable, Hashable {
        public let person: Person.ID
        public let username: String
        public let hasPassword: Bool
        /// Whether the acting officer may make a new link for it.
        public let mayReset: Bool
    }

    public static func read(in tx: borrowing TenantTransaction) async throws -> PeopleStanding {
        let people = try await tx.rows(
            """
            SELECT n.id, n.full_name, n.kind, n.active_from, n.ended_on, n.version
            FROM core.person AS n
            WHERE n.tenant_id = \(try tx.requireTenant())
              AND (n.ended_on IS NULL OR n.ended_on >= core.today())
            ORDER BY n.sort_key COLLATE "vi-x-icu", n.id
            """
        ) { row in
            Person(
                id: try row.next(), fullName: try row.next(), kind: try row.next(), activeFrom: try row.next(), endedOn: try row.next(),
                version: Int(try row.next(Int32.self)))
        }
        let posts = try await tx.rows(
            """
            SELECT p.id, p.person_id, p.unit_id, p.role, p.title, p.leader_rank, p.valid_from, p.valid_to, p.version
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
            WHERE p.tenant_id = \(try tx.requireTenant())
              AND (p.valid_to IS NULL OR p.valid_to >= p.valid_from)
            ORDER BY r.precedence, p.valid_from, p.id
            """
        ) { row in
            Post(
                id: try row.next(), person: try row.next(), unit: try row.next(), role: try row.next(), title: try row.next(),
                leaderRank: try row.next(), validFrom: try row.next(), validTo: try row.next(), version: Int(try row.next(Int32.self)))
        }
        return PeopleStanding(people: people, posts: posts, accounts: try await KeptAccount.all(in: tx))
    }
}

extension PeopleStanding.KeptAccount {
    /// Of the people of the acting officer's own tenant.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [Self] {
        try await tx.rows("SELECT k.person_id, k.username, k.has_password, k.may_reset FROM core.accounts_kept() AS k ORDER BY k.username")
        {
            row in
            Self(person: try row.next(), username: try row.next(), hasPassword: try row.next(), mayReset: try row.next())
        }
    }
}
