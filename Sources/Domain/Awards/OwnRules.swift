/// A unit's own rules on Giấy khen, as its decision has them: who gives, with how many slots and from which budget, by what criteria, and how its
/// council votes (domain.md 1.4, 1.7). Taken as a whole and never changed; a later decision begins on a day of its own.
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
    public let id: OwnRules.ID
    public let rules: OwnRules

    public init(id: OwnRules.ID, rules: OwnRules) {
        self.id = id
        self.rules = rules
    }
}
