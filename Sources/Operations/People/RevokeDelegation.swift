public import Domain
public import Storage

/// Ends a delegation at once: the delegate's next request under it is refused on every process.
public struct RevokeDelegation: Sendable {
    public var delegation: Delegation.ID
    /// The version that the change starts from.
    public var version: Int
    public var reason: String

    public init(_ delegation: Delegation.ID, version: Int, reason: String) {
        self.delegation = delegation
        self.version = version
        self.reason = reason
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``, ``Problem/notAllowed`` for who neither gave it nor holds the post, heads the unit or
    ///   keeps its directory; `invalid-input`, `delegation-revoked`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let found = try await Delegation.find(delegation, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 1_000)
        try check.finish()
        guard try await Delegation.revoke(delegation, version: version, reason: reason, in: tx) else {
            throw Problem.untouched(found: found.version, named: version)
        }
    }
}
