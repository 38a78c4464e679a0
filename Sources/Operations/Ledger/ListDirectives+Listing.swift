public import Documents
public import Domain
public import Storage

extension ListDirectives: Listing {
    public var sheet: ListSheet<Directive> { Self.sheet }

    private static let sheet = ListSheet<Directive>(
        "directives", title: "Văn bản giao nhiệm vụ", headings: DirectiveTables.columns, cells: DirectiveTables.row,
        json: DirectiveJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Directive> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.directives, isLast: page.next == nil)
    }
}
