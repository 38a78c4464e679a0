/// Đợt xét khen thưởng of a unit by its own authority: opened by who keeps its awards, under the rules of that day whatever becomes of them later.
public struct OwnRound: Sendable, Hashable {
    public typealias ID = EntityID<OwnRound>

    /// How many slots are taken of those there are, for one subject; of a round with slots for each unit, of all its units together.
    public struct Slots: Sendable, Hashable {
        /// Of the whole round, or of each unit.
        public let slots: Int
        public let taken: Int

        public init(slots: Int, taken: Int) {
            self.slots = slots
            self.taken = taken
        }
    }

    /// The budget line of it: what it costs, recorded awards as they were reckoned and the others as if they were signed today (domain.md 1.8).
    public struct Cost: Sendable, Hashable {
        public let awards: Int
        /// VND.
        public let amount: Int
        /// For how many no rate, base salary or rounding is in force; they are not in ``amount``.
        public let unknown: Int

        public init(awards: Int, amount: Int, unknown: Int) {
            self.awards = awards
            self.amount = amount
            self.unknown = unknown
        }
    }

    public let id: ID
    /// Code of the campaign.
    public let campaign: String
    public let kind: Campaign.Review
    /// Who gives.
    public let giver: SubUnit.ID
    public let giverName: String
    public let form: AwardForm
    /// The post that signs, as under the paper.
    public let signer: String
    /// The line from which the money comes.
    public let budget: String
    public let round: NominationRound
    public let documentNumber: String
    public let documentOn: CivilDate
    /// Number of the decision with the rules under which it stands.
    public let rules: String
    public let isEachUnit: Bool
    public let collectives: Slots
    public let individuals: Slots
    public let cost: Cost

    public init(
        id: ID, campaign: String, kind: Campaign.Review, giver: SubUnit.ID, giverName: String, form: AwardForm, signer: String,
        budget: String, round: NominationRound, documentNumber: String, documentOn: CivilDate, rules: String, isEachUnit: Bool,
        collectives: Slots, individuals: Slots, cost: Cost
    ) {
        self.id = id
        self.campaign = campaign
        self.kind = kind
        self.giver = giver
        self.giverName = giverName
        self.form = form
        self.signer = signer
        self.budget = budget
        self.round = round
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.rules = rules
        self.isEachUnit = isEachUnit
        self.collectives = collectives
        self.individuals = individuals
        self.cost = cost
    }
}

/// What a unit gave by its own authority in a year: all that the province reads of it.
public struct OwnAwardTotal: Sendable, Hashable {
    public let tenant: Tenant.Slug
    public let name: String
    public let form: AwardForm
    public let subject: AwardSubject
    public let awards: Int
    /// VND.
    public let reward: Int

    public init(tenant: Tenant.Slug, name: String, form: AwardForm, subject: AwardSubject, awards: Int, reward: Int) {
        self.tenant = tenant
        self.name = name
        self.form = form
        self.subject = subject
        self.awards = awards
        self.reward = reward
    }
}
