public import Documents
public import Domain
public import Storage

extension ListWaitingExtensions: Listing {
    /// With the day by which it is read.
    public struct Listed: Sendable {
        public let waiting: WaitingExtension
        public let day: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "extension-requests", title: "Đề nghị gia hạn", headings: ExtensionJSON.columns + ["Mã định danh"],
        cells: { ExtensionJSON.row($0.waiting, at: $0.day) + [.text($0.waiting.request.item.description)] },
        json: { ExtensionJSON.value($0.waiting, at: $0.day) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.waiting.map { Listed(waiting: $0, day: page.day) }, isLast: page.next == nil)
    }
}
