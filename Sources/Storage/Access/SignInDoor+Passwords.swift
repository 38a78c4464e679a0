public import Domain
public import FoundationEssentials
import Postgres

extension SignInDoor {
    /// For whom a link is.
    public struct LinkedAccount: Sendable {
        public let account: Account.ID
        public let username: String
        public let fullName: String
        public let expiresAt: Date
    }

    /// - Throws: ``Problem/notFound`` for a link that there is not, or no more.
    public func account(linkedBy token: LinkToken) async throws -> LinkedAccount {
        try await query("SELECT account_id, username, full_name, expires_at FROM core.signin_link(\(token.bytes))") { result in
            try result.only { row in
                LinkedAccount(account: try row.next(), username: try row.next(), fullName: try row.next(), expiresAt: try row.next())
            }
        }
    }

    /// Sets the password and ends the link, every session and every token of its account.
    ///
    /// - Throws: ``Problem/notFound`` when somebody used the link first.
    public func use(_ token: LinkToken, passwordHash: String) async throws {
        try await query("SELECT core.signin_link_use(\(token.bytes), \(passwordHash))") { _ in }
    }

    /// The account of a session, as its own password is changed.
    public struct OwnAccount: Sendable {
        public let account: Account.ID
        public let username: String
        public let passwordHash: String?
    }

    /// - Throws: ``Problem/notSignedIn`` for what is no session, or no more.
    public func account(signedInBy session: Token) async throws -> OwnAccount {
        try await query("SELECT account_id, username, password_hash FROM core.signin_own(\(session.bytes))") { result in
            try result.only { row in OwnAccount(account: try row.next(), username: try row.next(), passwordHash: try row.next()) }
        }
    }

    /// A new hash in place of the one that was compared; every other session and every token ends.
    ///
    /// - Throws: ``Problem/notSignedIn`` when the session has ended or the password was changed meanwhile.
    public func change(_ session: Token, from old: String, to new: String) async throws {
        try await query("SELECT core.signin_change(\(session.bytes), \(old), \(new))") { _ in }
    }

    /// The same password at a higher cost; nothing where it was changed meanwhile.
    public func rehash(_ account: Account.ID, from old: String, to new: String) async throws {
        try await query("SELECT core.signin_rehash(\(account), \(old), \(new))") { _ in }
    }

    /// What a password of the account may not consist of.
    public func rule(for account: Account.ID) async throws -> PasswordRule {
        let words = try await query("SELECT word, is_common FROM core.signin_words(\(account))") { result in
            try result.decode { row in (word: try row.next(String.self), isCommon: try row.next(Bool.self)) }
        }
        return PasswordRule(common: words.filter(\.isCommon).map(\.word), context: words.filter { !$0.isCommon }.map(\.word))
    }
}
