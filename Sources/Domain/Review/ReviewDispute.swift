/// A line of its ledger that a unit disputes: the item, what is wrong with it, and the paper that shows so.
public struct ReviewDispute: Sendable, Hashable {
    public typealias ID = EntityID<ReviewDispute>

    /// What the Office says to it. Where the unit is right, the ledger is mended by the acts that the ledger knows.
    public struct Answer: Sendable, Hashable {
        public enum Outcome: String, Sendable, Hashable, CaseIterable {
            case upheld, rejected

            public var vietnamese: String {
                switch self {
                case .upheld: "chấp nhận kiến nghị"
                case .rejected: "không chấp nhận kiến nghị"
                }
            }
        }

        public let outcome: Outcome
        public let words: String
        public let documentNumber: String
        public let answeredOn: CivilDate

        public init(outcome: Outcome, words: String, documentNumber: String, answeredOn: CivilDate) {
            self.outcome = outcome
            self.words = words
            self.documentNumber = documentNumber
            self.answeredOn = answeredOn
        }
    }

    public let id: ID
    public let tenant: Tenant.Slug
    public let unitName: String
    public let item: WorkItem.ID
    public let code: String
    public let title: String
    public let wrong: String
    public let documentNumber: String
    public let documentOn: CivilDate
    public let disputedOn: CivilDate
    /// Nil: open.
    public let answer: Answer?

    public init(
        id: ID, tenant: Tenant.Slug, unitName: String, item: WorkItem.ID, code: String, title: String, wrong: String,
        documentNumber: String,
        documentOn: CivilDate, disputedOn: CivilDate, answer: Answer?
    ) {
        self.id = id
        self.tenant = tenant
        self.unitName = unitName
        self.item = item
        self.code = code
        self.title = title
        self.wrong = wrong
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.disputedOn = disputedOn
        self.answer = answer
    }
}
