/// What a table of assignment gave, or would give.
public struct ImportOutcome: Sendable, Hashable {
    public var isDryRun: Bool
    /// The items of lead units, in the order of the table; of a dry run, those that would be given.
    public let assigned: [Assigned]
    /// How many items of co-ordinating units come with them.
    public let coordinating: Int
    /// TT of rows that were imported before.
    public let unchanged: [String]
    /// TT of rows that were imported before and now read otherwise; the items stay as they are.
    public let differing: [String]
    /// Years of due dates that the working calendar does not know.
    public let warnings: [CalendarGap]

    public init(
        isDryRun: Bool, assigned: [Assigned], coordinating: Int, unchanged: [String], differing: [String], warnings: [CalendarGap] = []
    ) {
        self.isDryRun = isDryRun
        self.assigned = assigned
        self.coordinating = coordinating
        self.unchanged = unchanged
        self.differing = differing
        self.warnings = warnings
    }

    public struct Assigned: Sendable, Hashable {
        public let sourceRow: String
        public let id: WorkItem.ID
        public let code: String
        public let unit: String
        public let title: String
        public let dueOn: CivilDate?

        public init(sourceRow: String, id: WorkItem.ID, code: String, unit: String, title: String, dueOn: CivilDate?) {
            self.sourceRow = sourceRow
            self.id = id
            self.code = code
            self.unit = unit
            self.title = title
            self.dueOn = dueOn
        }
    }
}
