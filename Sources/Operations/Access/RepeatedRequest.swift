import Domain
public import Storage

/// A request that carries an Idempotency-Key (design.md 5): found again by account, route and key, for 7 days.
public struct RepeatedRequest: Sendable {
    public let route: String
    public let key: String
    /// SHA-256 of method, path, If-Match and body.
    public let hash: [UInt8]

    public init(route: String, key: String, hash: [UInt8]) {
        self.route = route
        self.key = key
        self.hash = hash
    }

    /// What the request made the first time, nil when it is new.
    ///
    /// - Throws: ``Problem`` `idempotency-key-reused` when the key stands for another request.
    public func find(in tx: borrowing TenantTransaction) async throws -> String? {
        guard let kept = try await IdempotencyRecord.find(route: route, key: key, in: tx) else { return nil }
        guard kept.requestHash == hash else {
            throw Problem(
                .invalid, "idempotency-key-reused", "Idempotency-Key này đã dùng cho một yêu cầu khác. Dùng khóa mới cho yêu cầu mới.",
                fields: [FieldFault("Idempotency-Key", "đã dùng cho nội dung khác")])
        }
        return kept.resource
    }

    /// Commits with the effect, or not at all.
    public func keep(_ resource: String, status: Int, etag: String?, in tx: borrowing TenantTransaction) async throws {
        try await IdempotencyRecord(requestHash: hash, resource: resource).keep(route: route, key: key, status: status, etag: etag, in: tx)
    }
}
