import Domain
import Storage

/// By what paper and campaign each row of a ledger stands.
struct LedgerKeys {
    /// Rows that are checked on one background, and given on one day.
    struct Group: Hashable {
        let directive: Directive?
        let campaign: String?
        /// Nil: the paper's.
        let assignedOn: CivilDate?
        /// Something of this is wrong: the rows are not given, and only what does not depend on it is checked.
        let isFaulty: Bool
    }

    private let sheet: LedgerSheet
    private let papers: [String: [Directive]]
    private let campaign: String?
    private(set) var faults: [FieldFault] = []

    /// - Parameter campaign: of rows that name none.
    init(_ sheet: LedgerSheet, _ papers: [Directive], campaign: String?) {
        self.sheet = sheet
        self.papers = Dictionary(grouping: papers, by: \.paper.number)
        self.campaign = campaign
    }

    /// The rows by what they say of it; those that say it wrongly stand apart, and the faults are kept.
    mutating func groups() -> [Group: [LedgerSheet.Row]] {
        var groups: [Group: [LedgerSheet.Row]] = [:]
        var seen: [String: Int] = [:]
        for row in sheet.rows where !row.isCoordinating {
            let before = faults.count
            let directive = directive(row)
            let assignedOn = day(row, .assignedOn)
            // A paper that is named and not found has its own fault.
            if row[.directive].isEmpty || row[.sourceRow].isEmpty, row[.code].isEmpty {
                fault(
                    row, .sourceRow,
                    row[.directive].isEmpty
                        ? "dòng không có văn bản giao; ghi văn bản và số thứ tự, hoặc ghi mã, để nhận ra dòng khi nhập lại"
                        : "ghi số thứ tự trong văn bản, hoặc ghi mã, để nhận ra dòng khi nhập lại")
            }
            if !row[.code].isEmpty, row[.code].count > 64 { fault(row, .code, "mã dài quá 64 ký tự; rút gọn") }
            // The same work of several leads stands in several rows once it was exported.
            let key = [row[.directive], row[.sourceRow], row[.code], VietnameseText(row[.lead]).folded].joined(separator: "\u{1F}")
            if let first = seen.updateValue(row.number, forKey: key) {
                fault(row, row[.sourceRow].isEmpty ? .code : .sourceRow, "trùng với dòng \(first); giữ một dòng")
            }
            let code = row[.campaign].isEmpty ? campaign : row[.campaign]
            groups[Group(directive: directive, campaign: code, assignedOn: assignedOn, isFaulty: faults.count > before), default: []]
                .append(row)
        }
        return groups
    }

    private mutating func fault(_ row: LedgerSheet.Row, _ column: LedgerColumn, _ reason: String) {
        faults.append(FieldFault(sheet.path(row, column), reason))
    }

    private mutating func directive(_ row: LedgerSheet.Row) -> Directive? {
        let number = row[.directive]
        guard !number.isEmpty else { return nil }
        let day = day(row, .directiveDate)
        let found = (papers[number] ?? []).filter { day == nil || $0.paper.issuedOn == day }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            let days = found.map(\.paper.issuedOn.vietnamese).joined(separator: ", ")
            fault(row, .directiveDate, "có \(found.count) văn bản số \(number); ghi ngày văn bản: \(days)")
            return nil
        }
        let of = day.map { " ngày \($0.vietnamese)" } ?? ""
        fault(row, .directive, "chưa có văn bản số \(number)\(of); nhập văn bản giao trước, hoặc sửa số, ký hiệu")
        return nil
    }

    private mutating func day(_ row: LedgerSheet.Row, _ column: LedgerColumn) -> CivilDate? {
        let text = row[column]
        if text.isEmpty { return nil }
        if let day = CivilDate(vietnamese: text) ?? CivilDate(text) { return day }
        // A number was refused for what it is.
        if !sheet.faults.contains(where: { $0.path == sheet.path(row, column) }) {
            fault(row, column, "“\(text)” không phải ngày có thật; ghi dạng ngày/tháng/năm")
        }
        return nil
    }
}

extension LedgerSheet.Row {
    /// Whether it is the part of a unit that helps, which comes with the lead's.
    var isCoordinating: Bool {
        [LedgerItem.Role.coordinate.vietnamese, LedgerItem.Role.coordinate.rawValue].contains(self[.role].lowercased())
    }
}
