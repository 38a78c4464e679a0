import Documents
import Domain
import Operations

/// The month as the Office sees it: the table of all units with their returns, the close, its versions.
struct MonthPage: FormPage {
    static let template = "months"
    let frame: Frame
    let choice: CampaignChoice
    /// `tháng 6 năm 2023`.
    let month: String
    let key: String
    let months: [Month]
    let mayOpen: Bool
    /// The month that is to be opened next.
    let opens: String
    /// Empty while it is not opened.
    let standing: [Standing]
    let isNotOpened: Bool
    var fault: FormFault?

    struct Month: Sendable {
        let name: String
        let link: String
    }

    struct Standing: Sendable {
        let span: String
        let citation: String
        let dueOn: String
        /// Of communes, to their district.
        let subUnitDueOn: String
        let closesOn: String
        /// What makes these days uncertain.
        let warnings: [String]
        let standing: String
        let titles: [String]
        let rows: [Row]
        let total: [String]
        let missing: Int
        /// Open then.
        let difficulties: ListTable
        let remedies: ListTable
        /// What the media published, in the period and so far.
        let coverage: String
        /// In the period and so far.
        let goodModels: String
        let versions: [Version]
        let hasNoVersions: Bool
        /// Nil while it is not closed.
        let report: String?
        let part: String?
        let sheet: String
        let mayClose: Bool
        let mayCorrect: Bool
        /// It was closed, and so was a later one.
        let isFixed: Bool
        let campaign: String
        let key: String
        let formToken: String
    }

    struct Row: Sendable {
        let name: String
        let link: String
        let counts: [String]
        let answer: String
        let adjustment: String
    }

    struct Version: Sendable {
        let mark: String
        /// Of a correction.
        let minute: String?
        let digest: String
    }

    /// - Parameters:
    ///   - next: the month that is to be opened next.
    ///   - answer: nil while the month is not opened.
    ///   - asOf: the past day on which it is shown; its files are of that day too.
    init(
        frame: Frame, _ choice: CampaignChoice, month: ReportMonth, next: ReportMonth, _ periods: [ReportPeriod],
        _ answer: ShowMonth.Answer?, asOf: CivilDate? = nil, mayKeep: Bool
    ) {
        let campaign = choice.code
        let named = "campaign=\(campaign)&month=\(month)"
        let shown = asOf.map { "\(named)&asOf=\($0)" } ?? named
        self.frame = answer == nil ? frame : frame.offering("bảng tổng hợp tháng", at: "/api/v1/province/month", shown)
        self.choice = choice
        self.month = month.vietnamese
        key = month.description
        months = periods.map { Month(name: $0.month.vietnamese, link: "/months?campaign=\(campaign)&month=\($0.month)") }
        isNotOpened = answer == nil
        mayOpen = mayKeep
        opens = (answer == nil ? month : next).description
        guard let answer else {
            standing = []
            return
        }
        let (table, period) = (answer.table, answer.period)
        standing = [
            Standing(
                span: period.span, citation: period.citation, dueOn: period.dueOn.vietnamese,
                subUnitDueOn: period.subUnitDueOn.vietnamese, closesOn: period.closesOn.vietnamese,
                warnings: answer.warnings.map(\.vietnamese), standing: answer.standing, titles: MonthTables.countTitles,
                rows: table.rows.map { row in
                    Row(
                        name: row.name, link: "/units/\(row.tenant)/months?\(named)", counts: MonthTables.counts(row.figures),
                        answer: row.answer.vietnamese, adjustment: row.adjustmentWords)
                },
                total: MonthTables.counts(table.total), missing: table.missing.count,
                difficulties: DifficultiesPage.table(
                    table.difficulties, nothing: "Không có.", isShort: true, on: table.lastDay, under: "/difficulties"),
                remedies: RemediesPage.table(table.remedies, nothing: "Không có.", isShort: true, on: table.lastDay, under: "/remedies"),
                coverage: table.coverageWords, goodModels: GoodModelCount.words(table.goodModels).startingLarge,
                versions: answer.versions.map { close in
                    Version(
                        mark: close.mark.vietnamese,
                        minute: close.minute.map { "biên bản số \($0.number) ngày \($0.on.vietnamese): \($0.reason)" },
                        digest: close.mark.digest)
                },
                hasNoVersions: answer.versions.isEmpty, report: answer.versions.isEmpty ? nil : "/months/report?\(named)",
                part: answer.versions.isEmpty ? nil : "/months/part?\(named)",
                sheet: "/months/sheet?\(shown)",
                mayClose: mayKeep && answer.versions.isEmpty,
                mayCorrect: mayKeep && !answer.versions.isEmpty && !answer.isFollowed,
                isFixed: !answer.versions.isEmpty && answer.isFollowed, campaign: campaign,
                key: period.month.description, formToken: frame.formToken)
        ]
    }
}
