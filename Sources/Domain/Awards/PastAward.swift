/// An award as the history of a person or a unit tells it: given here and in the golden book, or of the time before and recorded from its decision.
public struct PastAward: Sendable, Hashable {
    public typealias ID = EntityID<PastAward>

    public let id: ID
    /// Recorded from a decision of before, or of another body.
    public let isEarlier: Bool
    /// As on the certificate.
    public let name: String
    public let post: String
    /// First-tier unit, at the time of the award.
    public let tenant: Tenant.Slug
    public let unitName: String
    /// Nil of a collective.
    public let person: Person.ID?
    /// Hình thức, in words.
    public let form: String
    public let issuer: String
    public let decision: Award.Decision
    public let achievement: String
    public let isRevoked: Bool
    /// Of a unit that was merged into the one that was asked for.
    public let isOfPredecessor: Bool

    public init(
        id: ID, isEarlier: Bool, name: String, post: String, tenant: Tenant.Slug, unitName: String, person: Person.ID?, form: String,
        issuer: String, decision: Award.Decision, achievement: String, isRevoked: Bool, isOfPredecessor: Bool
    ) {
        self.id = id
        self.isEarlier = isEarlier
        self.name = name
        self.post = post
        self.tenant = tenant
        self.unitName = unitName
        self.person = person
        self.form = form
        self.issuer = issuer
        self.decision = decision
        self.achievement = achievement
        self.isRevoked = isRevoked
        self.isOfPredecessor = isOfPredecessor
    }
}

/// An award of the time before, to be recorded.
public struct EarlierAward: Sendable, Hashable {
    public let id: PastAward.ID
    public let tenant: Tenant.ID
    /// The collective, or of which he is.
    public let unit: SubUnit.ID
    /// Nil of a collective.
    public let person: Person.ID?
    /// As on the certificate.
    public let name: String
    public let form: String
    public let issuer: String
    public let decision: Award.Decision
    public let achievement: String

    public init(
        id: PastAward.ID, tenant: Tenant.ID, unit: SubUnit.ID, person: Person.ID?, name: String, form: String, issuer: String,
        decision: Award.Decision, achievement: String
    ) {
        self.id = id
        self.tenant = tenant
        self.unit = unit
        self.person = person
        self.name = name
        self.form = form
        self.issuer = issuer
        self.decision = decision
        self.achievement = achievement
    }
}

/// What a list of earlier awards brought.
public struct EarlierAwardOutcome: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        /// As the spreadsheet counts it.
        public let number: Int
        public let name: String
        public let form: String
        public let decision: Award.Decision
        /// Not there before.
        public let isNew: Bool

        public init(number: Int, name: String, form: String, decision: Award.Decision, isNew: Bool) {
            self.number = number
            self.name = name
            self.form = form
            self.decision = decision
            self.isNew = isNew
        }
    }

    public let isDryRun: Bool
    public let rows: [Row]

    public init(isDryRun: Bool, rows: [Row]) {
        self.isDryRun = isDryRun
        self.rows = rows
    }

    public var added: Int { rows.count { $0.isNew } }
    public var unchanged: Int { rows.count - added }
}
