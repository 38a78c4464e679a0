import Crypto
public import Domain
import Postgres

extension OperatorTransaction {
    /// Opens API tokens for posts whose holders have accounts; for the loader of a demonstration and for tests.
    ///
    /// - Parameter lifetime: from now on, by the real clock.
    /// - Throws: ``Problem/notFound`` when a post's holder has no account; nothing is opened then.
    public func openCredentials(_ credentials: [(post: Post.ID, token: Token)], label: String, lifetime: Duration) async throws {
        guard !credentials.isEmpty else { return }
        let hashes = credentials.map { Array(SHA256.hash(data: $0.token.bytes)) }
        for (credential, hash) in zip(credentials, hashes) {
            let opened = try await asOwner(
                """
                INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, label, expires_at)
                SELECT core.new_id(), 'token', a.id, p.id, \(hash), \(label), clock_timestamp() + make_interval(secs => \(lifetime.seconds))
                FROM core.post AS p
                    JOIN core.account AS a ON a.person_id = p.person_id
                WHERE p.id = \(credential.post)
                """)
            guard opened.affected == 1 else { throw Problem.notFound }
        }
    }

    /// Opens one API token and answers it.
    public func openCredential(for post: Post.ID, label: String, lifetime: Duration) async throws -> Token {
        var generator = SystemRandomNumberGenerator()
        let token = Token.random(using: &generator)
        try await openCredentials([(post, token)], label: label, lifetime: lifetime)
        return token
    }
}
