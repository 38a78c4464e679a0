public import Domain
public import FoundationEssentials
public import Postgres

extension Credential.Kind: PostgresDecodable {}

extension Credential {
    /// The acting officer's own, still valid, newest first.
    ///
    /// - Parameter token: what the request came with.
    public static func mine(with token: Token, in tx: borrowing TenantTransaction) async throws -> [Credential] {
        try await tx.rows(
            """
            SELECT id, kind, post_id, label, created_at, used_at, expires_at, is_current, proof, scopes, token_prefix
            FROM core.my_credentials(\(token.bytes))
            """
        ) { row in
            Credential(
                id: try row.next(), kind: try row.next(), post: try row.next(), label: try row.next(), createdAt: try row.next(),
                lastUsedAt: try row.next(), expiresAt: try row.next(), isCurrent: try row.next(),
                proof: try row.next(), scopes: try row.next([String]?.self)?.compactMap { Deed($0) }, prefix: try row.next())
        }
    }

    /// So many days a token lasts at most.
    public static func longestDays(in tx: borrowing TenantTransaction) async throws -> Int {
        Int(try await tx.first("SELECT core.token_days()") { row in try row.next(Int32.self) } ?? 0)
    }

    /// Keeps the hash of a new API token for the acting post; answers when it ends.
    ///
    /// - Parameter prefix: the first eight characters of the token.
    /// - Throws: ``Problem`` `session-needed` unless `session` is one of the acting account: a token makes no token. `invalid-input` for what
    ///   the acting post may not do, and for more days than there may be.
    public static func open(
        _ id: ID, hash: [UInt8], label: String, days: Int, scopes: [Deed], prefix: String, from session: Token,
        in tx: borrowing TenantTransaction
    ) async throws -> Date {
        let answer = try await tx.run(
            """
            SELECT core.token_open(\(id), \(session.bytes), \(hash), \(label), make_interval(days => \(Int32(days))), \(scopes.map(\.name)),
                \(prefix))
            """)
        return try answer.only { (row) throws in try row.next() }
    }

    /// Ends all of the acting officer's own but the one shown; answers how many there were.
    public static func endOthers(than token: Token, in tx: borrowing TenantTransaction) async throws -> Int {
        Int(try await tx.first("SELECT core.credential_end_others(\(token.bytes))") { row in try row.next(Int32.self) } ?? 0)
    }

    /// Ends one of the acting officer's own. False: not there, or not his.
    public static func end(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT core.credential_end(\(id))") { row in try row.next() } ?? false
    }
}
