public import Documents
public import Domain
public import Storage

extension ListSessions: Listing {
    public var sheet: ListSheet<CouncilSession.Head> { Self.sheet }

    private static let sheet = ListSheet<CouncilSession.Head>(
        "council-sessions", title: "Phiên họp Hội đồng", headings: CouncilTables.headColumns, cells: { CouncilTables.head($0) },
        json: { CouncilJSON.head($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<CouncilSession.Head> {
        self.limit = limit
        let (sessions, next) = try await perform(in: tx)
        after = next
        return ListedRows(sessions, isLast: next == nil)
    }
}
