public import Documents
public import Domain
public import Storage

extension ListCalendar: Listing {
    public var sheet: ListSheet<CalendarDay> { Self.sheet }

    private static let sheet = ListSheet<CalendarDay>(
        "calendar", title: "Lịch làm việc", headings: CalendarJSON.columns, cells: { CalendarJSON.row($0) },
        json: { CalendarJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<CalendarDay> {
        ListedRows(try await perform(in: tx).days, isLast: true)
    }
}
