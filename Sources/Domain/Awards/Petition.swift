/// Kiến nghị, khiếu nại on results: by a unit or a person concerned, to Home Affairs; on what a unit gives by its own authority by a sub-unit or a person
/// concerned, to who keeps its awards. It flags the dossier and stops nothing; only a hold does.
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
    public let tenantID: Tenant.ID
    /// On whose result, who answers; nil: the province's.
    public let giver: SubUnit.ID?
    /// Empty of the province, and where the officer may not know it.
    public let giverName: String
    /// The sub-unit that filed it; nil: the unit as a whole, or the person.
    public let unit: SubUnit.ID?
    public let unitName: String?
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
        id: ID, kind: Kind, tenant: Tenant.Slug, tenantName: String, tenantID: Tenant.ID, giver: SubUnit.ID? = nil, giverName: String = "",
        unit: SubUnit.ID? = nil, unitName: String? = nil, person: Person.ID?, personName: String?, campaign: String,
        dossier: AwardDossier.ID?, words: String, filedOn: CivilDate, term: Term, answer: Answer?
    ) {
        self.id = id
        self.kind = kind
        self.tenant = tenant
        self.tenantName = tenantName
        self.tenantID = tenantID
        self.giver = giver
        self.giverName = giverName
        self.unit = unit
        self.unitName = unitName
        self.person = person
        self.personName = personName
        self.campaign = campaign
        self.dossier = dossier
        self.words = words
        self.filedOn = filedOn
        self.term = term
        self.answer = answer
    }

    /// Who answers, in words.
    public var addressee: String { giver == nil ? "Sở Nội vụ" : giverName.isEmpty ? tenantName : giverName }

    /// Where its clock stands on a day.
    public func standing(on day: CivilDate) -> String {
        if let answer { return "\(answer.outcome.vietnamese), trả lời ngày \(answer.answeredOn.vietnamese)" }
        return day > term.dueOn ? "quá hạn trả lời" : "trả lời đến hết ngày \(term.dueOn.vietnamese)"
    }
}
