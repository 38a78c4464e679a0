import Domain
import Operations

/// One form in which a paper is entered and cut into items.
struct DirectivePage: FormPage {
    static let template = "directive"
    let frame: Frame
    /// Whose ledger the items go to.
    let place: String
    /// Entered before, to be cut further.
    let papers: [Choice]
    let campaigns: [Choice]
    let sectors: [Choice]
    let contents: [Choice]
    let units: [String]
    let leaders: [String]
    let rows: [Row]
    let rowCount: Int
    let mayHaveMore: Bool
    var fault: FormFault?
    var outcome: Outcome?
    /// The form as it was tried.
    var looked: String?

    /// As many rows are shown at first, and come with each “Thêm dòng”.
    static let fewestRows = 5
    static let mostRows = 40

    struct Row: Sendable {
        let name: String
        let cells: [Cell]

        init(_ number: Int) {
            name = CutDirective.Row.name(number)
            cells = ItemField.ofTables.map { Cell($0, number) }
        }
    }

    struct Cell: Sendable {
        let label: String
        let name: String
        let isLong: Bool
        let isChoice: Bool
        let choices: [String]
        let isLine: Bool
        /// Names the values that are offered.
        let list: String?
        let hint: String?

        init(_ field: ItemField, _ number: Int) {
            label = field.headings.first ?? field.rawValue
            name = Self.name(field, number)
            isLong = field == .title || field == .sources
            choices =
                switch field {
                case .kind: ListAssignmentChoices.kinds
                case .direction: ListAssignmentChoices.directions
                case .measuredAtYearEnd: ListAssignmentChoices.yearEnds
                case .completion: ListAssignmentChoices.completions
                default: []
                }
            isChoice = !choices.isEmpty
            isLine = !isLong && !isChoice
            list =
                switch field {
                case .lead, .confirmedBy: "units"
                case .sector: "sectors"
                case .content: "contents"
                case .provinceLeader: "leaders"
                default: nil
                }
            hint =
                switch field {
                case .sourceRow: "để trống: đánh số tiếp"
                case .due: "trước ngày 30/6/2023"
                case .coordinators: "cách nhau bằng dấu chấm phẩy"
                case .occurrences: "25/6/2023; 25/7/2023, hoặc hằng tháng từ 25/6/2023 đến 25/12/2023"
                case .sources: "mỗi dòng một văn bản: 04/CT-UBND ngày 16/3/2023: mục II.3"
                case .carriedOn: "việc chuyển tiếp: 10/5/2022"
                default: nil
                }
        }

        /// What the form calls a field of a row.
        static func name(_ field: ItemField, _ number: Int) -> String { "\(field.rawValue)-\(number)" }
    }

    /// What the form gave, or would give.
    struct Outcome: Sendable {
        let isDryRun: Bool
        let summary: String
        let warnings: [String]
        let rows: [Row]
        let hasRows: Bool

        struct Row: Sendable {
            let sourceRow: String
            var code = ""
            var unit = ""
            var title = ""
            var due = ""
            let result: String
        }

        init(_ outcome: ImportOutcome) {
            let (given, known) = (outcome.assigned, outcome.unchanged + outcome.differing)
            isDryRun = outcome.isDryRun
            summary =
                "\(given.count) nhiệm vụ, chỉ tiêu \(outcome.isDryRun ? "sẽ được giao" : "đã giao") kèm \(outcome.coordinating) phần phối hợp; "
                + "\(known.count) dòng đã giao từ trước, giữ nguyên trong sổ."
            warnings = outcome.warnings.map(\.vietnamese)
            rows =
                given.map { item in
                    Row(
                        sourceRow: item.sourceRow, code: item.code, unit: item.unit, title: item.title, due: item.dueOn?.vietnamese ?? "",
                        result: outcome.isDryRun ? "sẽ giao" : "đã giao")
                } + outcome.unchanged.map { Row(sourceRow: $0, result: "đã giao từ trước, không đổi") }
                + outcome.differing.map { Row(sourceRow: $0, result: "đã giao từ trước nhưng khác, giữ nguyên trong sổ") }
            hasRows = !rows.isEmpty
        }
    }

    /// - Parameter rowCount: within ``fewestRows`` and ``mostRows``.
    init(
        frame: Frame, place: String, papers: [Directive], choices: ListAssignmentChoices.Answer, rowCount: Int = DirectivePage.fewestRows
    ) {
        self.frame = frame
        self.place = place
        self.papers = papers.map { paper in
            Choice(
                key: paper.id.description, name: "\(paper.paper.type) \(paper.paper.number) ngày \(paper.paper.issuedOn.vietnamese)")
        }
        campaigns = choices.campaigns.enumerated().map { Choice(key: $1.code, name: $1.name, isChosen: $0 == 0) }
        sectors = choices.sectors.map { Choice(key: $0.code, name: $0.name) }
        contents = choices.contents.map { Choice(key: $0.code, name: $0.name) }
        units = choices.units
        leaders = choices.leaders
        self.rowCount = rowCount
        rows = (1...rowCount).map(Row.init)
        mayHaveMore = rowCount < Self.mostRows
    }
}
