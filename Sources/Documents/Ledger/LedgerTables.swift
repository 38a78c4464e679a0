public import Domain

/// Lists and counts of the ledger as tables, for people and for spreadsheets.
public enum LedgerTables {
    public static let itemColumns = [
        "Mã", "Đơn vị", "Loại", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Tiến độ", "Trạng thái", "Cập nhật", "Người được giao",
    ]

    public static func row(_ entry: LedgerEntry) -> [Table.Cell] {
        let last = entry.standing.lastReport
        let isWhole = entry.item.unit.uuid == entry.item.tenant.uuid
        return [
            .text(entry.item.code), .text(isWhole ? entry.names.tenantName : entry.names.unitName),
            .text(entry.item.role == .lead ? entry.item.kind.vietnamese : entry.item.role.vietnamese), .text(entry.item.terms.title),
            due(entry), .text(entry.standing.timelinessWords), .text(entry.standing.state.vietnamese),
            .text(last.map(progress) ?? ""), .text(entry.names.assignee ?? ""),
        ]
    }

    /// A day to sort by; in words where it is a deadline of a periodic item that is late or due.
    private static func due(_ entry: LedgerEntry) -> Table.Cell {
        entry.occurrence == nil ? .day(entry.item.terms.dueOn) : .text(entry.due ?? "")
    }

    /// `50% (31/05/2023)`, or the figure with its status.
    private static func progress(_ report: WorkItem.Standing.LastReport) -> String {
        let amount = report.milestonePercent.map { "\($0)%" } ?? report.figure.map { "\($0.value.vietnamese), \($0.status.vietnamese)" }
        return [amount, "(\(report.evidenceOn.vietnamese))"].compactMap(\.self).joined(separator: " ")
    }

    public static let countColumns = [
        "Tổng", "Hoàn thành", "Trước hạn", "Đúng hạn", "Quá hạn (xong)", "Chưa có thời hạn (xong)", "Quá hạn (chưa xong)", "Sắp đến hạn",
        "Trong hạn", "Chưa có thời hạn (chưa xong)",
        "Không tính", "Hủy", "Chưa tiếp nhận", "Chờ xác nhận", "Có báo cáo trong kỳ",
    ]

    private static func cells(_ counts: LedgerCounts) -> [Table.Cell] {
        LedgerCountsJSON.members.map { Table.Cell.count(counts[keyPath: $0.count]) }
    }

    public static let overviewColumns = ["Mã", "Đơn vị"] + countColumns

    /// - Parameter isWide: of the province, and not of one unit with those below it.
    public static func rows(_ units: [UnitOverview], total: LedgerCounts, isWide: Bool) -> [[Table.Cell]] {
        let sum: [Table.Cell] = [.empty, .text(isWide ? "Tổng cộng" : "Tổng cộng các đơn vị trực thuộc")] + cells(total)
        return units.map { row($0) } + [sum]
    }

    public static func row(_ unit: UnitOverview) -> [Table.Cell] {
        [.text(unit.unit.code), .text(unit.unit.fullName)] + cells(unit.counts)
    }

    public static let groupColumns = ["Nhóm", "Tên"] + countColumns

    public static func row(_ group: LedgerGroup, by grouping: LedgerGrouping) -> [Table.Cell] {
        [.text(group.key ?? ""), .text(name(group, by: grouping))] + cells(group.counts)
    }

    /// Of all groups together.
    public static func total(of groups: [LedgerGroup]) -> [Table.Cell] {
        let total = groups.reduce(LedgerCounts()) { $0 + $1.counts }
        return [.empty, .text("Tổng cộng")] + cells(total)
    }

    /// What says a key in words where the ledger itself has no name for it.
    private static func name(_ group: LedgerGroup, by grouping: LedgerGrouping) -> String {
        if let label = group.label { return label }
        guard let key = group.key else { return "không có" }
        let words =
            switch grouping {
            case .timeliness: Timeliness(rawValue: key)?.vietnamese
            case .kind: LedgerItem.Kind(rawValue: key)?.vietnamese
            case .role: LedgerItem.Role(rawValue: key)?.vietnamese
            default: String?.none
            }
        return words ?? ""
    }
}
