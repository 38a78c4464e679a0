public import Domain
public import Storage

/// Sub-units of the tenant entered in customary order, page by page.
public struct ListSubUnits: Sendable {
    public var selection: SubUnit.Selection
    public var after: SubUnit.Key?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: SubUnit.Selection = .init(), after: SubUnit.Key? = nil, limit: Int) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and where the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (units: [SubUnit], next: SubUnit.Key?) {
        let found = try await SubUnit.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        guard found.count > limit, let last = page.last else { return (page, nil) }
        return (page, SubUnit.Key(position: last.position, name: last.name, id: last.id))
    }
}
