/// One thing that was said of an item, by its doer or its assigner: a line of its history as a spreadsheet shows it.
public struct LedgerRecord: Sendable, Hashable {
    public let item: WorkItem.ID
    public let act: Act
    /// Of a report the date of its evidence, of a decision the day it was made.
    public let day: CivilDate
    public let milestonePercent: Int?
    public let figure: ProgressReport.Figure?
    public let documentNumber: String
    public let documentIssuer: String
    /// What was reported, or the reason of a decision.
    public let words: String
    /// Of an extension: the date wished or given.
    public let newDueOn: CivilDate?
    public let recordedOn: CivilDate

    public init(
        item: WorkItem.ID, act: Act, day: CivilDate, milestonePercent: Int?, figure: ProgressReport.Figure?, documentNumber: String,
        documentIssuer: String, words: String, newDueOn: CivilDate?, recordedOn: CivilDate
    ) {
        self.item = item
        self.act = act
        self.day = day
        self.milestonePercent = milestonePercent
        self.figure = figure
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.words = words
        self.newDueOn = newDueOn
        self.recordedOn = recordedOn
    }

    public enum Act: Sendable, Hashable {
        case report(ProgressReport.Kind)
        case ruling(Ruling.Kind)
        case time(ExtensionStep.Kind)

        public var vietnamese: String {
            switch self {
            case .report(let kind): kind.vietnamese
            case .ruling(let kind): kind.vietnamese
            case .time(let kind): kind.vietnamese
            }
        }
    }
}
