public import Documents
public import Domain
public import Storage

extension ListFollowings: Listing {
    public var sheet: ListSheet<Following> { Self.sheet }

    private static let sheet = ListSheet<Following>(
        "followings", title: "Thành viên Hội đồng theo dõi đơn vị", headings: FollowingJSON.columns, cells: { FollowingJSON.row($0) },
        json: { FollowingJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Following> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}

extension ListFollowNotes: Listing {
    public var sheet: ListSheet<FollowNote> { Self.sheet }

    private static let sheet = ListSheet<FollowNote>(
        "follow-notes", title: "Ghi nhận của thành viên Hội đồng", headings: FollowingJSON.noteColumns,
        cells: { FollowingJSON.noteRow($0) },
        json: { FollowingJSON.note($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<FollowNote> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
