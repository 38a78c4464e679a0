public import Domain
import Postgres

extension SignInDoor {
    /// What was kept between the redirect to an OpenID provider and its answer.
    public struct OpenIDAttempt: Sendable {
        public let nonce: String
        /// Of PKCE (RFC 7636).
        public let verifier: String
        /// The account to be linked; nil: somebody signs in.
        public let account: Account.ID?
    }

    /// Keeps an attempt for ten minutes.
    ///
    /// - Parameter session: the session whose account is to be linked; nil when somebody signs in.
    /// - Throws: ``Problem/notSignedIn`` when the session is not good.
    public func beginOpenID(
        stateHash: [UInt8], browserHash: [UInt8], nonce: String, verifier: String, session: Token?
    ) async throws {
        try await query("SELECT core.openid_begin(\(stateHash), \(browserHash), \(nonce), \(verifier), \(session?.bytes))") { _ in }
    }

    /// Takes an attempt, which works once; nil when it is unknown, older than ten minutes, used, or another browser's.
    public func takeOpenID(stateHash: [UInt8], browserHash: [UInt8]) async throws -> OpenIDAttempt? {
        try await query("SELECT nonce, verifier, account_id FROM core.openid_take(\(stateHash), \(browserHash))") { result in
            try result.first { row in OpenIDAttempt(nonce: try row.next(), verifier: try row.next(), account: try row.next()) }
        }
    }

    /// Whose account a subject of a provider is, while it is not disabled.
    public func account(ofSubject subject: String, at issuer: String) async throws -> Account.ID? {
        try await query("SELECT core.openid_account(\(issuer), \(subject))") { result in
            try result.only { row in try row.next(Account.ID?.self) }
        }
    }

    /// False: the subject is another account's.
    public func link(subject: String, at issuer: String, to account: Account.ID) async throws -> Bool {
        try await query("SELECT core.openid_link(\(issuer), \(subject), \(account))") { result in
            try result.only { row in try row.next() }
        }
    }
}
