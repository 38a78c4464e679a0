public import Domain
public import FoundationEssentials
public import Postgres

extension Credential.Proof: PostgresDecodable {}

/// The second factor as the sign-in login keeps it: nobody else reads a secret.
extension SignInDoor {
    /// How the account of a session or token stands.
    ///
    /// - Throws: ``Problem/notSignedIn``.
    public func factor(of token: Token) async throws -> SecondFactor {
        try await query("SELECT username, proof, is_asked, confirmed_at, codes_left FROM core.factor_state(\(token.bytes))") { result in
            try result.only { row in
                SecondFactor(
                    username: try row.next(), proof: try row.next(), isAsked: try row.next(), confirmedAt: try row.next(),
                    codesLeft: Int(try row.next(Int64.self)))
            }
        }
    }

    /// The account of a session that enrols.
    public struct Enrolling: Sendable {
        public let account: Account.ID
        public let username: String
        public let passwordHash: String?
        /// Of the factor in force; nil where there is none.
        public let secret: [UInt8]?
        /// Of the one that this session began within 15 minutes.
        public let begun: [UInt8]?
    }

    /// - Throws: ``Problem/notSignedIn`` for what is no session.
    public func enrolling(_ session: Token) async throws -> Enrolling {
        try await query("SELECT account_id, username, password_hash, secret, begun FROM core.factor_session(\(session.bytes))") { result in
            try result.only { row in
                Enrolling(
                    account: try row.next(), username: try row.next(), passwordHash: try row.next(), secret: try row.next(),
                    begun: try row.next())
            }
        }
    }

    /// Keeps a secret until a code of it is shown.
    public func beginFactor(_ id: SecondFactor.ID, secret: [UInt8], in session: Token) async throws {
        try await query("SELECT core.factor_begin(\(session.bytes), \(id), \(secret))") { _ in }
    }

    /// Puts the factor that was begun in force and opens a new session in place of all; answers when it ends.
    ///
    /// - Parameter codeHashes: SHA-256 of the recovery codes, one behind the other.
    /// - Throws: ``Problem/notFound`` when nothing is begun; ``Problem/wrongCode`` when the code of that step was used.
    public func confirmFactor(
        in session: Token, timeStep: Int64, codeHashes: [UInt8], credential: Credential.ID, hash: [UInt8]
    ) async throws -> Date {
        try await query("SELECT core.factor_confirm(\(session.bytes), \(timeStep), \(codeHashes), \(credential), \(hash))") { result in
            try result.only { row in try row.next() }
        }
    }

    /// - Throws: ``Problem/notFound`` when there is no factor; ``Problem/wrongCode`` when the code of that step was used.
    public func renewCodes(in session: Token, timeStep: Int64, codeHashes: [UInt8]) async throws {
        try await query("SELECT core.factor_codes(\(session.bytes), \(timeStep), \(codeHashes))") { _ in }
    }

    // MARK: - The second step

    /// After the right password: keeps the hash of a half-open sign-in and answers when it ends; nil where the account has no factor.
    public func openStep(for account: Account.ID, hash: [UInt8]) async throws -> Date? {
        try await query("SELECT core.signin_step_open(\(account), \(hash))") { result in
            try result.only { row in try row.next(Date?.self) }
        }
    }

    /// Who is asked for a code, and the secret that it is compared with.
    public struct Waiting: Sendable {
        public let account: Account.ID
        public let secret: [UInt8]
    }

    /// - Throws: ``Problem/notSignedIn`` for a step that there is not, or no more.
    public func waiting(_ step: StepToken) async throws -> Waiting {
        try await query("SELECT account_id, secret FROM core.signin_step_of(\(step.bytes))") { result in
            try result.only { row in Waiting(account: try row.next(), secret: try row.next()) }
        }
    }

    /// What was found right.
    public enum CodeProof: Sendable {
        case totp(timeStep: Int64)
        case recovery(hash: [UInt8])
    }

    /// Spends the code and opens the session; answers when it ends.
    ///
    /// - Throws: ``Problem/notSignedIn`` as above; ``Problem/wrongCode`` for a code that was used or is none.
    public func finish(
        _ step: StepToken, by proof: CodeProof, _ id: Credential.ID, hash: [UInt8], in post: Post.ID, lifetime: Duration
    ) async throws -> Date {
        let (timeStep, codeHash): (Int64?, [UInt8]?) =
            switch proof {
            case .totp(let timeStep): (timeStep, nil)
            case .recovery(let hash): (nil, hash)
            }
        return try await query(
            """
            SELECT core.signin_step_finish(\(step.bytes), \(timeStep), \(codeHash), \(id), \(post), \(hash),
                make_interval(secs => \(lifetime.seconds)))
            """
        ) { result in try result.only { row in try row.next() } }
    }
}
