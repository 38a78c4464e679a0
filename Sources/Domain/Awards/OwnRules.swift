/// A unit's own rules on Giấy khen, as its decision has them: who gives, with how many slots and from which budget, by what criteria, and how its
/// council votes (domain.md 1.4, 1.7). Taken as a whole, confirmed by the head, never changed; a later decision begins on a day of its own.
public struct OwnRules: Sendable, Hashable {
    public typealias ID = EntityID<OwnRules>

    /// The paper in which they stand.
    public struct Decision: Sendable, Hashable {
        public let number: String
        public let date: CivilDate
        public let validity: ValidityPeriod

        public init(number: String, date: CivilDate, validity: ValidityPeriod) {
            self.number = number
            self.date = date
            self.validity = validity
        }
    }

    /// Who gives: the unit itself, a commune, a sub-unit with legal personality (A10; Luật 2022 Đ.80).
    public struct Giver: Sendable, Hashable {
        /// Code of the sub-unit; of the unit itself its own.
        public let code: String
        /// The post that signs, as under the paper.
        public let signer: String
        /// The line from which the money comes.
        public let budget: String
        /// Slots of one round.
        public let collectives: Int
        public let individuals: Int
        /// So many for each nominated unit; else for all together.
        public let isEachUnit: Bool
        /// Nil until the unit was looked up.
        public let form: AwardForm?

        public init(
            code: String, signer: String, budget: String, collectives: Int, individuals: Int, isEachUnit: Bool, form: AwardForm? = nil
        ) {
            self.code = code
            self.signer = signer
            self.budget = budget
            self.collectives = collectives
            self.individuals = individuals
            self.isEachUnit = isEachUnit
            self.form = form
        }
    }

    /// Tiêu chuẩn: what is asked of a nominee.
    public struct Criterion: Sendable, Hashable {
        /// Nil: whatever the form.
        public let form: AwardForm?
        /// Nil: whatever the subject.
        public let subject: AwardSubject?
        public let text: String

        public init(form: AwardForm?, subject: AwardSubject?, text: String) {
            self.form = form
            self.subject = subject
            self.text = text
        }
    }

    public let decision: Decision
    public let givers: [Giver]
    public let criteria: [Criterion]
    /// Of the unit's council; the rule that the province has for councils without one stands where none fits.
    public let councils: [CouncilRule]

    public init(decision: Decision, givers: [Giver], criteria: [Criterion], councils: [CouncilRule]) {
        self.decision = decision
        self.givers = givers
        self.criteria = criteria
        self.councils = councils
    }
}

/// Rules as they were taken.
public struct KeptOwnRules: Sendable, Hashable {
    /// The head's word that they are those of the decision; what is opened from that day on stands under them.
    public struct Confirmation: Sendable, Hashable {
        public let day: CivilDate
        /// Number of the paper on which he gave it.
        public let documentNumber: String

        public init(day: CivilDate, documentNumber: String) {
            self.day = day
            self.documentNumber = documentNumber
        }
    }

    public let id: OwnRules.ID
    public let rules: OwnRules
    /// Nil: they serve nothing yet.
    public let confirmation: Confirmation?

    public init(id: OwnRules.ID, rules: OwnRules, confirmation: Confirmation? = nil) {
        self.id = id
        self.rules = rules
        self.confirmation = confirmation
    }

    public var words: String {
        confirmation.map { "người đứng đầu đơn vị đã xác nhận ngày \($0.day.vietnamese), văn bản số \($0.documentNumber)" }
            ?? "chờ người đứng đầu đơn vị xác nhận, chưa áp dụng"
    }
}
