/// An award as it stands in the golden book (sổ vàng): under which number, by which decision, for whom, with which money; and what is printed on
/// its certificate.
public struct RecordedAward: Sendable, Hashable {
    public typealias ID = EntityID<Award>

    /// To whom it was given.
    public struct Awardee: Sendable, Hashable {
        public let dossier: AwardDossier.ID
        /// Of the unit that proposed.
        public let tenant: Tenant.Slug
        public let tenantName: String
        /// Nil of a collective.
        public let person: Person.ID?
        public let achievement: String

        public init(dossier: AwardDossier.ID, tenant: Tenant.Slug, tenantName: String, person: Person.ID?, achievement: String) {
            self.dossier = dossier
            self.tenant = tenant
            self.tenantName = tenantName
            self.person = person
            self.achievement = achievement
        }
    }

    public let id: ID
    /// In the golden book of the year of its decision.
    public let number: Int
    public let form: AwardForm
    public let subject: AwardSubject
    public let decision: Award.Decision
    public let signer: String
    public let awardee: Awardee
    public let printedName: String
    /// Empty of a collective.
    public let printedPost: String
    /// By the unit and the nominee, as it is printed (A71).
    public let isNameConfirmed: Bool
    /// VND.
    public let reward: Int
    public let regime: String
    /// The last paper that corrected, replaced or revoked it; nil of one that stands as it was signed.
    public let amended: Amended?
    /// What he said last of being named in public (A72); nil while nothing was said, and of a collective.
    public let consents: Bool?

    public init(
        id: ID, number: Int, form: AwardForm, subject: AwardSubject, decision: Award.Decision, signer: String, awardee: Awardee,
        printedName: String, printedPost: String, isNameConfirmed: Bool, reward: Int, regime: String, amended: Amended? = nil,
        consents: Bool? = nil
    ) {
        self.id = id
        self.number = number
        self.form = form
        self.subject = subject
        self.decision = decision
        self.signer = signer
        self.awardee = awardee
        self.printedName = printedName
        self.printedPost = printedPost
        self.isNameConfirmed = isNameConfirmed
        self.reward = reward
        self.regime = regime
        self.amended = amended
        self.consents = consents
    }
}

extension RecordedAward {
    /// What became of an award after its decision; the number and the name as they were signed stay beside it.
    public struct Amended: Sendable, Hashable {
        public let kind: AwardAmendment.Kind
        public let decision: Award.Decision
        /// As a replacement has it printed; nil: as it was signed.
        public let name: String?
        public let post: String?

        public init(kind: AwardAmendment.Kind, decision: Award.Decision, name: String? = nil, post: String? = nil) {
            self.kind = kind
            self.decision = decision
            self.name = name
            self.post = post
        }

        /// `đã hủy bỏ quyết định khen thưởng (56/QĐ-UBND ngày 20/02/2024)`.
        public var vietnamese: String { "\(kind.vietnamese) (\(decision.number) ngày \(decision.signedOn.vietnamese))" }
    }
}

extension RecordedAward {
    /// Which awards are looked for.
    public struct Selection: Sendable {
        public var year: Int?
        /// Number of the decision.
        public var decision: String?
        /// Slug of the unit that proposed.
        public var tenant: Tenant.Slug?
        public var person: Person.ID?
        /// Whose book, of those that a unit keeps by its own authority; nil: all in sight.
        public var book: SubUnit.ID?

        public init(
            year: Int? = nil, decision: String? = nil, tenant: Tenant.Slug? = nil, person: Person.ID? = nil, book: SubUnit.ID? = nil
        ) {
            self.year = year
            self.decision = decision
            self.tenant = tenant
            self.person = person
            self.book = book
        }
    }
}

/// What is published of an award once it was signed: name, post, unit, award, what became of it, and nothing else (domain.md 1.9). A person who did
/// not agree to it is not named (A72).
public struct PublishedAward: Sendable, Hashable {
    public let id: RecordedAward.ID
    /// False of a person who did not agree: then name and post are empty.
    public let isNamed: Bool
    public let name: String
    public let post: String
    public let unit: String
    public let form: AwardForm
    public let subject: AwardSubject
    public let decision: Award.Decision
    /// That it was corrected, replaced or revoked, and by which paper; never on which ground.
    public let amended: RecordedAward.Amended?

    public init(
        id: RecordedAward.ID, isNamed: Bool, name: String, post: String, unit: String, form: AwardForm, subject: AwardSubject,
        decision: Award.Decision,
        amended: RecordedAward.Amended? = nil
    ) {
        self.id = id
        self.isNamed = isNamed
        self.name = name
        self.post = post
        self.unit = unit
        self.form = form
        self.subject = subject
        self.decision = decision
        self.amended = amended
    }
    /// The name, or what stands in its place.
    public var shownName: String { isNamed ? name : PublicityConsent.unnamed }
}
