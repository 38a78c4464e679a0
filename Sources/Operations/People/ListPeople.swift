public import Domain
public import Storage

/// Persons of the tenant entered by given name, page by page.
public struct ListPeople: Sendable {
    public var selection: Person.Selection
    /// The person with whom the page before ended.
    public var after: Person.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: Person.Selection = .init(), after: Person.ID? = nil, limit: Int) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with whom the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (people: [Person], next: Person.ID?) {
        let found = try await Person.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
