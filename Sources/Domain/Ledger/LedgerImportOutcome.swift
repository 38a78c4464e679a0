/// What a ledger in a spreadsheet gave, or would give: one line for each of its rows.
public struct LedgerImportOutcome: Sendable, Hashable {
    public var isDryRun: Bool
    /// In the order of the file.
    public let rows: [Row]
    /// How many items of co-ordinating units come with those of the leads.
    public let coordinating: Int
    /// Years of due dates that the working calendar does not know.
    public let warnings: [CalendarGap]

    public init(isDryRun: Bool, rows: [Row], coordinating: Int, warnings: [CalendarGap] = []) {
        self.isDryRun = isDryRun
        self.rows = rows
        self.coordinating = coordinating
        self.warnings = warnings
    }

    public func count(of result: Result) -> Int { rows.count { $0.result == result } }

    public struct Row: Sendable, Hashable {
        /// As the spreadsheet counts it.
        public let number: Int
        /// Number of the paper that orders it; empty where none does.
        public let directive: String
        public let sourceRow: String
        /// Of the item that stands in the ledger, or would; of several leads the first.
        public let code: String
        public let unit: String
        public let title: String
        public let dueOn: CivilDate?
        public let result: Result
        /// Headings of the columns in which the row says otherwise than the ledger.
        public let differs: [String]

        public init(
            number: Int, directive: String, sourceRow: String, code: String, unit: String, title: String, dueOn: CivilDate?, result: Result,
            differs: [String] = []
        ) {
            self.number = number
            self.directive = directive
            self.sourceRow = sourceRow
            self.code = code
            self.unit = unit
            self.title = title
            self.dueOn = dueOn
            self.result = result
            self.differs = differs
        }

        /// The result as officers read it, with what differs.
        public var resultInVietnamese: String {
            differs.isEmpty ? result.vietnamese : "\(result.vietnamese): \(differs.joined(separator: ", "))"
        }
    }

    public enum Result: String, Sendable, Hashable, CaseIterable {
        case assigned
        /// Stands in the ledger as the row says.
        case unchanged
        /// Stands in the ledger otherwise, and stays as it is there.
        case differing
        /// Stands in the ledger and was not given from here: its assigner says what it asks for.
        case elsewhere
        /// Of a co-ordinating unit: it comes and goes with the lead's.
        case coordinating

        public var vietnamese: String {
            switch self {
            case .assigned: "đã giao"
            case .unchanged: "đã có, không đổi"
            case .differing: "đã có nhưng khác, giữ nguyên trong sổ"
            case .elsewhere: "do đơn vị khác giao, bỏ qua"
            case .coordinating: "phần phối hợp, theo dòng của cơ quan chủ trì"
            }
        }
    }
}
