public import Domain
public import FoundationEssentials
public import Logging
import Postgres

/// The login that may read a password hash and keep a session, on connections of its own that are never lent to a request.
public final class SignInDoor: Sendable {
    private let pool: Pool

    public init(_ address: DatabaseAddress, logger: Logger) {
        pool = Pool(
            PoolConfiguration(maximumConnections: 2), connection: address.configuration(for: .signIn, statementTimeout: .seconds(5)), logger: logger)
    }

    public func run() async {
        await pool.run()
    }

    /// An account that may sign in, with its password hash (a PHC string).
    public struct Account: Sendable {
        public let id: UUID
        public let passwordHash: String
    }

    /// A post that the account may act in today.
    public struct Seat: Sendable, Hashable {
        public let post: Post.ID
        public let title: String
        public let role: Role
        public let tenant: Tenant.Slug
        public let tenantName: String
    }

    public func account(named username: String) async throws -> Account? {
        try await query("SELECT account_id, password_hash FROM core.signin_find(\(username))") { result in
            try result.first { row in Account(id: try row.next(), passwordHash: try row.next()) }
        }
    }

    /// In customary order; empty when the account holds none today.
    public func seats(of account: UUID) async throws -> [Seat] {
        try await query("SELECT post_id, title, role, tenant_slug, tenant_name FROM core.signin_posts(\(account))") { result in
            try result.decode { row in
                Seat(post: try row.next(), title: try row.next(), role: try row.next(), tenant: try row.next(), tenantName: try row.next())
            }
        }
    }

    /// Keeps the hash of the token and answers when the session ends.
    public func open(_ token: Token, hash: [UInt8], id: UUID, account: UUID, post: Post.ID, lifetime: Duration) async throws -> Date {
        let seconds = Int(lifetime.components.seconds)
        return try await query(
            "SELECT core.signin_open(\(id), \(account), \(post), \(hash), make_interval(secs => \(Double(seconds))))"
        ) { result in
            try result.only { row in try row.next() }
        }
    }

    /// Ends the session of a token; an unknown token is no error.
    public func close(_ token: Token) async throws {
        try await query("SELECT core.signin_close(\(token.bytes))") { _ in }
    }

    private func query<R: Sendable>(_ sql: SQL, _ read: (ResultSet) throws -> R) async throws -> R {
        do {
            let deadline = Deadline.after(.seconds(5))
            let result = try await pool.withConnection(deadline: deadline) { connection in
                try await connection.query(sql, deadline: deadline)
            }
            return try read(result)
        } catch let error as PostgresError {
            throw Problem(error)
        }
    }
}
