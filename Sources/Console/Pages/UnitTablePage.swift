import Documents
import Domain
import Operations

/// The table of all units, the worst first; each number opens its list.
struct UnitTablePage: Page {
    static let template = "units-table"
    let frame: Frame
    let title: String
    let campaign: String
    let standing: String
    let check: String
    /// Where the table is.
    let address: String
    /// Where the items are for which a date has still to be fixed.
    let undated: String
    let asOf: String
    let review: String
    /// Above what became of the returns.
    let returns: String
    let columns: [String]
    let changes: [String]
    let rows: [Row]
    let isEmpty: Bool
    let launched: String
    let total: [Cell]
    /// So many cells follow the last figure.
    let width: String

    struct Row: Sendable {
        let name: String
        /// Where its own table is; nil: there is nothing below it to show.
        let link: String?
        let launch: String
        let figures: [Cell]
        let verdict: String
        let tone: String
        let verdictLink: String?
        let answer: String
        let answerTone: String
        /// Each leads to what changed since then.
        let changes: [Cell]
    }

    struct Cell: Sendable {
        let value: String
        /// Where the list of what it counts is; nil of a 0.
        let list: String?
        let mark: String
    }

    /// - Parameters:
    ///   - title: whose units they are.
    ///   - opens: whether a row leads to the table of its own units.
    init(frame: Frame, title: String, _ table: UnitTable, at address: String, opens: Bool) {
        self.frame = frame
        self.title = title
        self.address = address
        campaign = table.campaign
        standing = table.standing
        check = table.check?.vietnamese ?? "chưa đối chiếu"
        asOf = table.asOf.description
        review = table.review.vietnamese
        returns = "Báo cáo \(table.month?.vietnamese ?? "tháng")"
        let since = table.before.map { " (từ \($0.adding(days: 1).vietnamese))" } ?? ""
        columns = UnitFigure.allCases.map { $0 == .reported ? $0.vietnamese + since : $0.vietnamese }
        changes = UnitTableSheet.changes.map { "\($0.vietnamese) so với \(table.before?.vietnamese ?? "")" }
        let query = "?campaign=\(table.campaign)&asOf=\(table.asOf)"
        undated = "\(address)/items\(query)&total=true&undated=true"
        let compared = "\(address)/changes?campaign=\(table.campaign)&from=\(table.before?.description ?? "")&to=\(table.asOf)"
        rows = table.rows.map { row in
            let place = "/units/\(row.unit.tenant)"
            return Row(
                name: row.unit.fullName, link: opens ? "\(place)/unit-table\(query)" : nil,
                launch: row.endedWords ?? row.launchedOn?.vietnamese ?? "chưa phát động",
                figures: UnitFigure.allCases.map { figure in
                    let count = row.figures[figure]
                    return Cell(
                        value: VietnameseNumber.text(count),
                        list: count == 0 ? nil : row.list(of: figure, campaign: table.campaign, on: table.asOf),
                        mark: count > 0 && figure.isBad ? "bad" : "")
                }, verdict: row.verdict?.vietnamese ?? "", tone: row.verdict.map(JudgementRow.tone) ?? "",
                verdictLink: row.isWhole && row.verdict != nil ? "\(place)/judgement\(query)&review=\(table.review.rawValue)" : nil,
                answer: row.answerWords, answerTone: row.answer?.state == .missing ? "bad" : "",
                changes: UnitTableSheet.changes.map { figure in
                    let count = row.change.map { $0[figure] } ?? 0
                    return Cell(value: row.change == nil ? "" : Self.signed(count), list: count == 0 ? nil : compared, mark: "")
                })
        }
        isEmpty = rows.isEmpty
        launched = LedgerCounts.share(table.launched, of: table.launching)
        let sums = table.total
        total = UnitFigure.allCases.map { figure in
            let count = sums[figure]
            return Cell(
                value: VietnameseNumber.text(count),
                list: count == 0 ? nil : "\(address)/items\(query)&total=true&figure=\(figure.rawValue)", mark: "")
        }
        width = String(columns.count + changes.count + 4)
    }

    /// `+3`, `-1`, `0`.
    private static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + VietnameseNumber.text(number) }
}

/// Two days of that table: what appeared, went, changed, the old value struck through.
struct UnitTableChangesPage: Page {
    static let template = "units-table-changes"
    let frame: Frame
    let title: String
    let campaign: String
    let address: String
    let from: String
    let to: String
    let days: String
    let columns: [String]
    let rows: [Row]
    let isEmpty: Bool
    let width: String

    struct Row: Sendable {
        let name: String
        let effect: String
        let wasCalled: String?
        let isGone: Bool
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let before: String?
        let after: String?
        /// Where the lists are of what is counted on the two days; nil of what is no number.
        let listBefore: String?
        let listAfter: String?
    }

    init(frame: Frame, title: String, _ comparison: UnitTableComparison, _ shown: [UnitTableComparison.Row], at address: String) {
        self.frame = frame
        self.title = title
        self.address = address
        campaign = comparison.campaign
        from = comparison.from.description
        to = comparison.to.description
        days = "\(comparison.from.vietnamese) và \(comparison.to.vietnamese)"
        columns = UnitTableSheet.fields.map(\.name)
        rows = shown.map { row in
            let (old, new) = (row.before?.unit.fullName, row.after?.unit.fullName)
            return Row(
                name: new ?? old ?? "", effect: row.effect.vietnamese, wasCalled: new != nil && old != new ? old : nil, isGone: new == nil,
                cells: UnitTableSheet.fields.map { field in
                    let change = UnitTableSheet.Change(row, field)
                    func list(_ row: UnitTable.Row?, on day: CivilDate) -> String? {
                        guard let row, let figure = field.figure else { return nil }
                        return row.list(of: figure, campaign: comparison.campaign, on: day)
                    }
                    return Cell(
                        before: change.before, after: change.after, listBefore: list(row.before, on: comparison.from),
                        listAfter: list(row.after, on: comparison.to))
                })
        }
        isEmpty = rows.isEmpty
        width = String(columns.count + 2)
    }
}

/// The items that one number of the table counts.
struct UnitTableItemsPage: Page {
    static let template = "units-table-items"
    let frame: Frame
    let title: String
    let figure: String
    let asOf: String
    let address: String
    /// How many they are; nil of a page that is not the first.
    let count: String?
    let items: ListTable

    /// - Parameters:
    ///   - isUndated: whether they are those that have no date and are not done, and not a number's.
    ///   - namesUnits: whether they are of many units.
    ///   - isFirst: whether it is the first page of them.
    ///   - next: where the next page is.
    init(
        frame: Frame, title: String, _ figure: UnitFigure, isUndated: Bool = false, on day: CivilDate, _ page: ListItems.Page,
        at address: String, namesUnits: Bool, isFirst: Bool = true, next: String?
    ) {
        self.frame = frame
        self.title = title
        self.address = address
        self.figure = isUndated ? "Chưa có thời hạn, chưa hoàn thành" : figure.vietnamese
        asOf = day.vietnamese
        let found = page.next == nil ? VietnameseNumber.text(page.entries.count) : "hơn \(VietnameseNumber.text(page.entries.count))"
        count = isFirst ? found : nil
        items = .items(page.entries, namesUnits ? [.unit] : [], next: next, nothing: "Không có nhiệm vụ, chỉ tiêu nào.")
    }
}

extension UnitTable.Row {
    /// Where the items are that a number of the row counts.
    fileprivate func list(of figure: UnitFigure, campaign: String, on day: CivilDate) -> String {
        "/units/\(unit.tenant)/unit-table/items?campaign=\(campaign)&asOf=\(day)" + (isWhole ? "" : "&unit=\(unit.unit)")
            + "&figure=\(figure.rawValue)"
    }
}
