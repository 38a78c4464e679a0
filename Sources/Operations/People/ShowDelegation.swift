public import Domain
public import Storage

/// One delegation of the tenant entered.
public struct ShowDelegation: Sendable {
    public var delegation: Delegation.ID

    public init(_ delegation: Delegation.ID) {
        self.delegation = delegation
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Delegation {
        guard let delegation = try await Delegation.find(delegation, in: tx) else { throw Problem.notFound }
        return delegation
    }
}
