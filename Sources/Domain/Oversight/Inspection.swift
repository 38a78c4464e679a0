/// Kế hoạch kiểm tra of the Office: which units, when, by whom, about what.
public struct Inspection: Sendable, Hashable {
    public typealias ID = EntityID<Inspection>

    /// A unit of the plan.
    public struct Place: Sendable, Hashable {
        public let tenant: Tenant.ID
        public let slug: Tenant.Slug
        public let name: String
        /// Nil: not held yet.
        public let visit: InspectionVisit?

        public init(tenant: Tenant.ID, slug: Tenant.Slug, name: String, visit: InspectionVisit?) {
            self.tenant = tenant
            self.slug = slug
            self.name = name
            self.visit = visit
        }
    }

    public let id: ID
    /// Code of the campaign.
    public let campaign: String
    public let title: String
    public let content: String
    /// Trưởng đoàn.
    public let leader: String
    public let from: CivilDate
    public let to: CivilDate
    /// Of the plan; may be empty.
    public let documentNumber: String
    /// In customary order.
    public let places: [Place]

    public init(
        id: ID, campaign: String, title: String, content: String, leader: String, from: CivilDate, to: CivilDate, documentNumber: String,
        places: [Place]
    ) {
        self.id = id
        self.campaign = campaign
        self.title = title
        self.content = content
        self.leader = leader
        self.from = from
        self.to = to
        self.documentNumber = documentNumber
        self.places = places
    }
}

/// An inspection that was held in a unit, by its minutes, with what it found.
public struct InspectionVisit: Sendable, Hashable {
    public typealias ID = EntityID<InspectionVisit>

    public struct Finding: Sendable, Hashable {
        public typealias ID = EntityID<Finding>

        public let id: ID
        public let words: String

        public init(id: ID, words: String) {
            self.id = id
            self.words = words
        }
    }

    public let id: ID
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let unitName: String
    /// Of the plan.
    public let title: String
    public let leader: String
    public let heldOn: CivilDate
    public let minutesNumber: String
    public let minutesOn: CivilDate
    public let findings: [Finding]

    public init(
        id: ID, tenant: Tenant.ID, slug: Tenant.Slug, unitName: String, title: String, leader: String, heldOn: CivilDate,
        minutesNumber: String, minutesOn: CivilDate, findings: [Finding]
    ) {
        self.id = id
        self.tenant = tenant
        self.slug = slug
        self.unitName = unitName
        self.title = title
        self.leader = leader
        self.heldOn = heldOn
        self.minutesNumber = minutesNumber
        self.minutesOn = minutesOn
        self.findings = findings
    }
}
