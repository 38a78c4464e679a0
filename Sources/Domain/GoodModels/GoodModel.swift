/// Mô hình mới, cách làm hay, điển hình tiên tiến: what a unit or one of its people does well, registered by the unit, confirmed, spread to all units
/// and adopted by others with their result.
public struct GoodModel: Sendable, Hashable {
    public typealias ID = EntityID<GoodModel>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A new way of doing something.
        case model
        /// Who sets the example.
        case example

        public var vietnamese: String {
            switch self {
            case .model: "mô hình mới, cách làm hay"
            case .example: "điển hình tiên tiến"
            }
        }
    }

    /// Which of them a list shows.
    public enum Selection: String, Sendable, Hashable, CaseIterable {
        case all
        /// Neither confirmed nor refused yet where they stand.
        case waiting
        /// Spread to all units.
        case spread
    }

    /// What is registered, as it was written.
    public struct Statement: Sendable, Hashable {
        public var kind: Kind
        public var title: String
        /// What it is, how it is done.
        public var content: String
        /// What it brought.
        public var effect: String
        public var since: CivilDate
        /// Papers, figures, addresses that show it; may be empty.
        public var evidence: String

        public init(kind: Kind, title: String, content: String, effect: String, since: CivilDate, evidence: String = "") {
            self.kind = kind
            self.title = title
            self.content = content
            self.effect = effect
            self.since = since
            self.evidence = evidence
        }
    }

    public let id: ID
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let tenantName: String
    /// Whose it is, or of which he is; equal to ``tenant``: the unit as a whole.
    public let unit: SubUnit.ID
    /// As it was called on the day of the registration.
    public let unitName: String
    /// Nil: it is the unit's.
    public let person: Person.ID?
    /// As he was called that day; empty: it is the unit's.
    public let personName: String
    /// Code of the campaign.
    public let campaign: String
    public let statement: Statement
    public let registeredOn: CivilDate
    public let state: State
    public let level: Level
    public let confirmedOn: CivilDate?
    public let spreadOn: CivilDate?
    /// The person, to be named in public: his last word (A72).
    public let consents: Bool
    /// Steps taken so far.
    public let steps: Int
    /// How many units adopted it; which they are is told to the unit whose it is, and to the province.
    public let adopters: Int
    /// The unit of the province whose it is has ended: what is spread is still recalled, and nothing else is said of it.
    public let unitHasEnded: Bool

    public init(
        id: ID, tenant: Tenant.ID, slug: Tenant.Slug, tenantName: String, unit: SubUnit.ID, unitName: String, person: Person.ID?,
        personName: String, campaign: String, statement: Statement, registeredOn: CivilDate, state: State, level: Level,
        confirmedOn: CivilDate?, spreadOn: CivilDate?, consents: Bool, steps: Int, adopters: Int, unitHasEnded: Bool = false
    ) {
        self.id = id
        self.tenant = tenant
        self.slug = slug
        self.tenantName = tenantName
        self.unit = unit
        self.unitName = unitName
        self.person = person
        self.personName = personName
        self.campaign = campaign
        self.statement = statement
        self.registeredOn = registeredOn
        self.state = state
        self.level = level
        self.confirmedOn = confirmedOn
        self.spreadOn = spreadOn
        self.consents = consents
        self.steps = steps
        self.adopters = adopters
        self.unitHasEnded = unitHasEnded
    }

    public var subject: AwardSubject { person == nil ? .collective : .individual }

    /// Whether it may be shown outside the unit: nobody is named, or he consents.
    public var isShown: Bool { person == nil || consents }

    /// Whose it is in words: the person, the sub-unit, the unit.
    public var ownerName: String {
        let unit = self.unit.uuid == tenant.uuid ? tenantName : SubUnit.placed(unitName, in: tenantName)
        return person == nil ? unit : "\(personName), \(unit)"
    }
}

/// A model with every step and what came of it elsewhere.
public struct GoodModelDetail: Sendable, Hashable {
    /// One step that was taken. Appended, never changed.
    public struct Act: Sendable, Hashable {
        public let step: GoodModel.Step
        public let happenedOn: CivilDate
        public let words: String
        public let documentNumber: String
        public let recordedOn: CivilDate
        /// Title of the post; empty where the officer may not know it.
        public let title: String

        public typealias ID = EntityID<Act>

        public init(
            step: GoodModel.Step, happenedOn: CivilDate, words: String, documentNumber: String, recordedOn: CivilDate, title: String
        ) {
            self.step = step
            self.happenedOn = happenedOn
            self.words = words
            self.documentNumber = documentNumber
            self.recordedOn = recordedOn
            self.title = title
        }
    }

    public let model: GoodModel
    /// Where it was registered, and for the province: who reads what is spread does not read them (A59).
    public let acts: [Act]
    /// As far as they are in sight: of one's own unit, of who took over one's own, for the province.
    public let adoptions: [GoodModelAdoption]

    public init(model: GoodModel, acts: [Act], adoptions: [GoodModelAdoption]) {
        self.model = model
        self.acts = acts
        self.adoptions = adoptions
    }
}
