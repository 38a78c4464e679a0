public import Documents
public import Domain
public import Storage

extension ListWaitingDisputes: Listing {
    /// A dispute with the day and the working days by which its clock is read.
    public struct Listed: Sendable {
        public let waiting: WaitingDispute
        public let day: CivilDate
        public let calendar: WorkingCalendar
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "disputes", title: "Kiến nghị về việc giao nhiệm vụ", headings: DisputeJSON.columns + ["Mã định danh"],
        cells: { DisputeJSON.row($0.waiting, at: $0.day, $0.calendar) + [.text($0.waiting.raised.item.description)] },
        json: { DisputeJSON.value($0.waiting, at: $0.day, $0.calendar) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(
            page.waiting.map { Listed(waiting: $0, day: page.day, calendar: page.calendar) }, isLast: page.next == nil)
    }
}
