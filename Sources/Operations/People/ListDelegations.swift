public import Domain
public import Storage

/// Delegations of the tenant entered, those that begin last first, page by page.
public struct ListDelegations: Sendable {
    public var selection: Delegation.Selection
    /// The one with which the page before ended.
    public var after: Delegation.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: Delegation.Selection = .init(), after: Delegation.ID? = nil, limit: Int) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (delegations: [Delegation], next: Delegation.ID?) {
        let found = try await Delegation.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
