/// Kiến nghị, khiếu nại on results: by a unit or a person concerned, to Home Affairs. It flags the dossier and stops nothing; only a hold does.
public struct Petition: Sendable, Hashable {
    public typealias ID = EntityID<Petition>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case petition, complaint

        public var vietnamese: String {
            switch self {
            case .petition: "kiến nghị"
            case .complaint: "khiếu nại"
            }
        }
    }

    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case upheld, rejected

        public var vietnamese: String {
            switch self {
            case .upheld: "có cơ sở"
            case .rejected: "không có cơ sở"
            }
        }
    }

    /// Within how many days it is answered, and who says so.
    public struct Term: Sendable, Hashable {
        public let days: Int
        /// Working days; otherwise days of the calendar.
        public let isWorking: Bool
        public let source: String
        /// Last day.
        public let dueOn: CivilDate

        public init(days: Int, isWorking: Bool, source: String, dueOn: CivilDate) {
            self.days = days
            self.isWorking = isWorking
            self.source = source
            self.dueOn = dueOn
        }

        public var vietnamese: String { "\(days) ngày\(isWorking ? " làm việc" : ""), \(source)" }
    }

    public struct Answer: Sendable, Hashable {
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
    public let kind: Kind
    public let tenant: Tenant.Slug
    public let tenantName: String
    /// Nil: the unit.
    public let person: Person.ID?
    public let personName: String?
    /// Code of the campaign.
    public let campaign: String
    public let dossier: AwardDossier.ID?
    public let words: String
    public let filedOn: CivilDate
    public let term: Term
    public let answer: Answer?

    public init(
        id: ID, kind: Kind, tenant: Tenant.Slug, tenantName: String, person: Person.ID?, personName: String?, campaign: String,
        dossier: AwardDossier.ID?, words: String, filedOn: CivilDate, term: Term, answer: Answer?
    ) {
        self.id = id
        self.kind = kind
        self.tenant = tenant
        self.tenantName = tenantName
        self.person = person
        self.personName = personName
        self.campaign = campaign
        self.dossier = dossier
        self.words = words
        self.filedOn = filedOn
        self.term = term
        self.answer = answer
    }

    /// Where its clock stands on a day.
    public func standing(on day: CivilDate) -> String {
        if let answer { return "\(answer.outcome.vietnamese), trả lời ngày \(answer.answeredOn.vietnamese)" }
        return day > term.dueOn ? "quá hạn trả lời" : "trả lời đến hết ngày \(term.dueOn.vietnamese)"
    }
}
