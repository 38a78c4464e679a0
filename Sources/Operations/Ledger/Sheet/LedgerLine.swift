import Documents
import Domain
import Storage

/// An item as a line of a ledger in a spreadsheet.
struct LedgerLine {
    let entry: LedgerEntry
    private let directive: Directive?
    /// Full name of who must do it.
    let unit: String
    private let leaders: [Post.ID: String]
    private let history: [LedgerRecord]
    private let deadlines: [CivilDate]
    private let further: [LedgerSheetSource.Further]

    init(
        _ entry: LedgerEntry, directive: Directive?, unit: String, leaders: [Post.ID: String], history: [LedgerRecord],
        deadlines: [CivilDate], further: [LedgerSheetSource.Further]
    ) {
        self.entry = entry
        self.directive = directive
        self.unit = unit
        self.leaders = leaders
        self.history = history
        self.deadlines = deadlines
        self.further = further
    }

    var cells: [Table.Cell] { LedgerColumn.allCases.map(cell) }

    private func cell(_ column: LedgerColumn) -> Table.Cell {
        let (item, terms, standing) = (entry.item, entry.item.terms, entry.standing)
        return switch column {
        case .sourceRow: text(item.sourceRow)
        case .directive: text(directive?.paper.number)
        case .directiveDate: day(directive?.paper.issuedOn)
        case .code: text(item.code)
        case .campaign: text(entry.names.campaign)
        case .content: text(terms.content)
        case .sourceClause: text(terms.sourceClause)
        case .kind: text(item.kind.vietnamese)
        case .title: text(terms.title)
        case .lead: text(unit)
        case .coordinators: text(terms.coordinators.joined(separator: "; "))
        case .role: text(item.role.vietnamese)
        case .target: text(terms.goal?.target.vietnamese)
        case .direction: text(terms.goal?.direction.sheetWords)
        case .measureUnit: text(terms.goal?.unit)
        case .baseline: text(terms.goal?.baseline?.vietnamese)
        case .measuredAtYearEnd: text(terms.goal?.isMeasuredAtYearEnd == true ? WorkItem.Goal.yearEndSheetWords : nil)
        case .sector: text(terms.sector)
        case .product: text(terms.product)
        case .submitTo: text(terms.submitTo)
        case .completion: text(terms.completion.vietnamese)
        case .due: due
        case .assignedOn: day(item.assignedOn)
        case .provinceLeader: text(terms.provinceLeader.flatMap { leaders[$0] })
        case .unitLeader: text(terms.unitLeader.flatMap { leaders[$0] })
        case .confirmedBy: text(terms.goal?.confirmer?.name)
        case .occurrences: text(OccurrenceWords.text(deadlines))
        case .sources: text(SourceWords.text(further))
        case .carriedOn: day(item.carried?.assignedOn)
        case .carriedDueOn: day(item.carried?.dueOn)
        case .carriedCode: text(item.carried?.code)
        case .dueDocument: text(terms.dueDocument)
        case .dueNow: day(terms.dueOn)
        case .progress: text(standing.lastReport.flatMap(progress))
        case .progressOn: day(standing.lastReport?.evidenceOn)
        case .state: text(standing.state.vietnamese)
        case .timeliness: text(standing.closed == nil ? standing.timeliness.vietnamese : nil)
        case .completedOn: day(standing.completedOn)
        case .returns: .number(Double(standing.returns))
        case .violations: .number(Double(standing.violations))
        case .resultPaper: text(resultPaper)
        case .lastRuling: text(lastRuling)
        case .extensions: text(extensions)
        case .doer: text(entry.names.assignee)
        }
    }

    private func text(_ text: String?) -> Table.Cell { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty }

    private func day(_ day: CivilDate?) -> Table.Cell { day.map(Table.Cell.date) ?? .empty }

    /// As it was first given (A27): in the words of the paper where these say that day by themselves, whatever year they are read in.
    private var due: Table.Cell {
        let (words, year) = (entry.item.terms.dueWords, entry.item.assignedOn.year)
        let days = [year, year + 1].map { year in try? DueWords(words, year: year) }
        if !words.isEmpty, days.allSatisfy({ $0 != nil && $0?.dueOn == entry.item.originalDueOn }) { return .text(words) }
        return day(entry.item.originalDueOn)
    }

    private func progress(_ report: WorkItem.Standing.LastReport) -> String? {
        report.milestonePercent.map { "\($0)%" } ?? report.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" }
    }

    private var resultPaper: String? {
        let result = history.last { $0.act == .report(.result) && !$0.documentNumber.isEmpty }
        return result.map { "\($0.documentNumber) ngày \($0.day.vietnamese)\($0.documentIssuer.isEmpty ? "" : ", \($0.documentIssuer)")" }
    }

    private var lastRuling: String? {
        let ruling = history.last { if case .ruling = $0.act { true } else { false } }
        return ruling.map { ruling in
            ["\(ruling.act.vietnamese) \(ruling.day.vietnamese)", ruling.documentNumber, ruling.words].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
    }

    private var extensions: String? {
        let given = history.filter { $0.act == .time(.granted) }
        return given.isEmpty
            ? nil
            : given.map { "đến \($0.newDueOn?.vietnamese ?? ""), \($0.documentNumber) ngày \($0.day.vietnamese)" }.joined(separator: "; ")
    }
}

/// The history of the items, a line for each report, ruling and extension.
enum LedgerHistorySheet {
    static let columns = [
        WorkbookWriter.Column("Mã"), WorkbookWriter.Column("Đơn vị", width: 36), WorkbookWriter.Column("Ngày"),
        WorkbookWriter.Column("Việc", width: 28), WorkbookWriter.Column("Số liệu"), WorkbookWriter.Column("Số văn bản"),
        WorkbookWriter.Column("Cơ quan ban hành", width: 36), WorkbookWriter.Column("Nội dung, lý do", width: 60),
        WorkbookWriter.Column("Thời hạn mới"), WorkbookWriter.Column("Ngày ghi"),
    ]

    static func cells(_ record: LedgerRecord, of line: LedgerLine) -> [Table.Cell] {
        let amount =
            record.milestonePercent.map { "\($0)%" } ?? record.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" } ?? ""
        return [
            .text(line.entry.item.code), .text(line.unit), .date(record.day), .text(record.act.vietnamese), .text(amount),
            .text(record.documentNumber), .text(record.documentIssuer), .text(record.words),
            record.newDueOn.map(Table.Cell.date) ?? .empty, .date(record.recordedOn),
        ]
    }
}
