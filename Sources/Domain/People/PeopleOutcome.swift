/// What a list of people changed, or would change.
public struct PeopleOutcome: Sendable, Hashable {
    public let isDryRun: Bool
    public let rows: [Row]
    /// Of the accounts that were opened; empty after a dry run.
    public let handouts: [Handout]

    public init(isDryRun: Bool, rows: [Row], handouts: [Handout]) {
        self.isDryRun = isDryRun
        self.rows = rows
        self.handouts = handouts
    }

    public struct Row: Sendable, Hashable {
        /// As the spreadsheet counts it.
        public let number: Int
        public let fullName: String
        public let unitName: String
        public let title: String
        /// Nil: without an account.
        public let username: String?
        /// What came of the row; empty: everything was there already.
        public let results: [Result]

        public init(number: Int, fullName: String, unitName: String, title: String, username: String?, results: [Result]) {
            self.number = number
            self.fullName = fullName
            self.unitName = unitName
            self.title = title
            self.username = username
            self.results = results
        }
    }

    public enum Result: String, Sendable, CaseIterable {
        case person, post, account
        /// The post stands with another title or rank than the row says; it was left as it is.
        case differing

        public var vietnamese: String {
            switch self {
            case .person: "thêm người"
            case .post: "giao chức vụ"
            case .account: "cấp tài khoản"
            case .differing: "chức vụ đã có, khác tên hoặc cấp lãnh đạo; giữ nguyên"
            }
        }
    }

    public func count(of result: Result) -> Int { rows.count { $0.results.contains(result) } }

    public var unchanged: Int { rows.count(where: \.results.isEmpty) }
}
