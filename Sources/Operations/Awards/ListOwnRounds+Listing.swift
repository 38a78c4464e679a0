public import Documents
public import Domain
public import Storage

extension ListOwnRounds: Listing {
    /// With the day by which it is read.
    public struct Listed: Sendable {
        public let round: OwnRound
        public let day: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "award-rounds", title: "Đợt xét Giấy khen của đơn vị", headings: OwnAwardTables.roundColumns,
        cells: { OwnAwardTables.row($0.round, on: $0.day) },
        json: { OwnAwardJSON.round($0.round, on: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.rounds.map { Listed(round: $0, day: page.today) }, isLast: page.next == nil)
    }
}

extension ListOwnTotals: Listing {
    public var sheet: ListSheet<OwnAwardTotal> { Self.sheet }

    private static let sheet = ListSheet<OwnAwardTotal>(
        "own-award-totals", title: "Khen thưởng theo thẩm quyền của đơn vị", headings: OwnAwardTables.totalColumns,
        cells: { OwnAwardTables.row($0) },
        json: { OwnAwardJSON.total($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<OwnAwardTotal> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
