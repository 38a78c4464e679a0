public import Domain
public import FoundationEssentials
public import Logging
import Postgres

/// The login that may read a password hash and keep a session, on connections of its own that are never lent to a request.
public final class SignInDoor: Sendable {
    private let pool: Pool
    private let logger: Logger
    private let patience: Duration
    private let uses = CredentialUses()

    /// - Parameter patience: how long one question may take, waiting for a connection included.
    public init(_ address: DatabaseAddress, patience: Duration, logger: Logger) {
        self.patience = patience
        self.logger = logger
        pool = Pool(
            PoolConfiguration(maximumConnections: 2), connection: address.configuration(for: .signIn, statementTimeout: patience),
            logger: logger)
    }

    public func run() async {
        await pool.run()
    }

    /// An account that may sign in, with its password hash (a PHC string); none before its first link was used.
    public struct Found: Sendable {
        public let account: Account.ID
        public let passwordHash: String?
    }

    /// How often what was used is written.
    public static let touchInterval = Duration.seconds(10)

    /// Notes that the database let this credential in.
    public func note(useOf token: Token) {
        uses.note(token)
    }

    /// Writes what was used since the last time. What cannot be written now is forgotten: the next use notes it again.
    public func writeUses() async {
        let (hashes, secondsAgo) = uses.take()
        guard !secondsAgo.isEmpty else { return }
        do {
            try await query("SELECT core.signin_touch(\(hashes), \(secondsAgo))") { _ in }
        } catch {
            logger.warning("the use of sessions could not be noted", metadata: ["count": "\(secondsAgo.count)"])
        }
    }

    public func account(named username: String) async throws -> Found? {
        try await query("SELECT account_id, password_hash FROM core.signin_find(\(username))") { result in
            try result.first { row in Found(account: try row.next(), passwordHash: try row.next()) }
        }
    }

    /// What the account may act in today, in customary order; empty when it holds no post.
    public func posts(of account: Account.ID) async throws -> [PostChoice] {
        try await query("SELECT post_id, title, role, tenant_slug, tenant_name FROM core.signin_posts(\(account))") { result in
            try result.decode { row in try PostChoice(row: &row) }
        }
    }

    /// Keeps the hash of a new session's token and answers when the session ends, at most 12 hours from now.
    ///
    /// - Parameter proof: a password, which is not enough for an account with a second factor, or an OpenID provider.
    /// - Throws: ``Problem/notSignedIn`` when the account does not hold the post today, or a code is asked for.
    public func open(
        _ id: Credential.ID, hash: [UInt8], for account: Account.ID, in post: Post.ID, lifetime: Duration,
        proof: Credential.Proof = .password
    ) async throws -> Date {
        try await query(
            """
            SELECT core.signin_open(\(id), \(account), \(post), \(hash), make_interval(secs => \(lifetime.seconds)), \(proof.rawValue))
            """
        ) { result in try result.only { row in try row.next() } }
    }

    /// Ends a session and opens another of the same account in another post; answers when it ends: when the first would have.
    ///
    /// - Throws: ``Problem/notSignedIn`` when the token is no session's or the account does not hold the post today.
    public func exchange(_ token: Token, for id: Credential.ID, hash: [UInt8], in post: Post.ID) async throws -> Date {
        try await query("SELECT core.signin_switch(\(token.bytes), \(id), \(post), \(hash))") { result in
            try result.only { row in try row.next() }
        }
    }

    /// Ends a session and opens another of the same account under a delegation; answers when it ends: when the first would have.
    ///
    /// - Throws: ``Problem/notSignedIn`` when the token is no session's or no such delegation stands for the account today.
    public func exchange(_ token: Token, for id: Credential.ID, hash: [UInt8], under delegation: Delegation.ID) async throws -> Date {
        try await query("SELECT core.signin_delegate(\(token.bytes), \(id), \(delegation), \(hash))") { result in
            try result.only { row in try row.next() }
        }
    }

    /// Ends the session of a token; an unknown token is no error.
    public func close(_ token: Token) async throws {
        try await query("SELECT core.signin_close(\(token.bytes))") { _ in }
    }

    func query<R: Sendable>(_ sql: SQL, _ read: (ResultSet) throws -> R) async throws -> R {
        do {
            let deadline = Deadline.after(patience)
            let result = try await pool.withConnection(deadline: deadline) { connection in
                try await connection.query(sql, deadline: deadline)
            }
            return try read(result)
        } catch let error as PostgresError {
            throw error.problem(logger)
        }
    }
}
