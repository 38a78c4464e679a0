public import Documents
public import Domain
public import Storage

extension ListMonths: Listing {
    public var sheet: ListSheet<ReportPeriod> { Self.sheet }

    public static let sheet = ListSheet<ReportPeriod>(
        "months", title: "Kỳ báo cáo tháng",
        columns: [
            .init("Phong trào"), .init("Kỳ"), .init("Từ ngày"), .init("Đến ngày"), .init("Hạn gửi của cấp xã"), .init("Hạn gửi"),
            .init("Ngày chốt"), .init("Căn cứ", width: 50),
        ],
        cells: { period in
            [
                .text(period.code), .text(period.month.description), .date(period.from), .date(period.to), .date(period.subUnitDueOn),
                .date(period.dueOn), .date(period.closesOn), .text(period.citation),
            ]
        }, json: MonthJSON.period)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ReportPeriod> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
