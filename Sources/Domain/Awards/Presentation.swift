/// Lễ trao tặng: where and when awards are handed over, and who receives from whom, in the order in which they are called.
public struct Presentation: Sendable, Hashable {
    public typealias ID = EntityID<Presentation>

    /// One award that is handed over there.
    public struct Awardee: Sendable, Hashable {
        public let position: Int
        public let dossier: AwardDossier.ID
        public let tenant: Tenant.Slug
        public let tenantName: String
        public let form: AwardForm
        public let subject: AwardSubject
        /// As it is printed now.
        public let printedName: String
        /// Empty of a collective.
        public let printedPost: String
        public let state: AwardDossier.State
        /// That gave it, or the last that replaced it; nil where none is recorded.
        public let decision: Award.Decision?
        /// Who comes up for it.
        public let receiver: String
        /// Who hands it over.
        public let presenter: String
        /// The part of the unit in which he is, or which it is; empty of the unit as a whole.
        public let unitName: String
        /// What he said last of being named in public (A72); nil while nothing was said, and of a collective.
        public let consents: Bool?

        /// Whether the media are told the name.
        public var isNamedInPublic: Bool { subject == .collective || consents == true }

        public init(
            position: Int, dossier: AwardDossier.ID, tenant: Tenant.Slug, tenantName: String, form: AwardForm, subject: AwardSubject,
            printedName: String, printedPost: String, state: AwardDossier.State, decision: Award.Decision? = nil, receiver: String,
            presenter: String, unitName: String = "", consents: Bool? = nil
        ) {
            self.position = position
            self.dossier = dossier
            self.tenant = tenant
            self.tenantName = tenantName
            self.form = form
            self.subject = subject
            self.printedName = printedName
            self.printedPost = printedPost
            self.state = state
            self.decision = decision
            self.receiver = receiver
            self.presenter = presenter
            self.unitName = unitName
            self.consents = consents
        }
    }

    public let id: ID
    /// In which unit; nil: the province's.
    public let tenant: Tenant.ID?
    /// Who hands over there what it gave by its own authority; nil: the province.
    public let giver: SubUnit.ID?
    public let name: String
    public let place: String
    public let heldOn: CivilDate
    /// `08 giờ 00`; may be empty.
    public let startsAt: String
    public let chair: String
    /// Of the plan or the invitation; may be empty.
    public let documentNumber: String
    /// Nil until it is recorded who received.
    public let completedOn: CivilDate?
    /// In their order.
    public let awardees: [Awardee]

    public init(
        id: ID, tenant: Tenant.ID? = nil, giver: SubUnit.ID? = nil, name: String, place: String, heldOn: CivilDate, startsAt: String,
        chair: String, documentNumber: String,
        completedOn: CivilDate?, awardees: [Awardee]
    ) {
        self.id = id
        self.tenant = tenant
        self.giver = giver
        self.name = name
        self.place = place
        self.heldOn = heldOn
        self.startsAt = startsAt
        self.chair = chair
        self.documentNumber = documentNumber
        self.completedOn = completedOn
        self.awardees = awardees
    }

    /// As the step of each dossier names it.
    public var words: String { "\(name), tại \(place)" }
}
