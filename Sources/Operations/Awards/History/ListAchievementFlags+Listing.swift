public import Documents
public import Domain
public import Storage

extension ListAchievementFlags: Listing {
    public var sheet: ListSheet<AchievementFlag> { Self.sheet }

    private static let sheet = ListSheet<AchievementFlag>(
        "achievement-flags", title: "Thành tích có thể trùng", headings: PastAwardJSON.flagColumns, cells: { PastAwardJSON.row($0) },
        json: { PastAwardJSON.flag($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<AchievementFlag> {
        self.limit = limit
        let (flags, next) = try await perform(in: tx)
        after = next
        return ListedRows(flags, isLast: next == nil)
    }
}
