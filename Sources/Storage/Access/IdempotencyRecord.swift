import Domain
import Postgres

/// What a repeated request finds: that it was done, and to what. Never the body.
public struct IdempotencyRecord: Sendable {
    public let requestHash: [UInt8]
    public let resource: String

    public init(requestHash: [UInt8], resource: String) {
        self.requestHash = requestHash
        self.resource = resource
    }

    /// The acting account's own record.
    public static func find(route: String, key: String, in tx: borrowing TenantTransaction) async throws -> IdempotencyRecord? {
        try await tx.first(
            """
            SELECT request_hash, resource
            FROM core.idempotency
            WHERE account_id = (SELECT core.actor_account())
              AND route = \(route)
              AND key = \(key)
            """
        ) { row in
            IdempotencyRecord(requestHash: try row.next(), resource: try row.next())
        }
    }

    /// Commits with the effect, or not at all.
    public func keep(route: String, key: String, status: Int, etag: String?, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.idempotency (account_id, route, key, request_hash, status, resource, etag)
            VALUES (core.actor_account(), \(route), \(key), \(requestHash), \(Int32(status)), \(resource), \(etag))
            """)
    }
}
