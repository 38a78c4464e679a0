/// An initiative with where it stands, as a list shows it.
public struct InitiativeRecord: Sendable, Hashable {
    public let id: Initiative.ID
    public let initiative: Initiative
    public let campaign: Campaign.ID
    /// Code of the campaign.
    public let campaignCode: String
    public let tenant: Tenant.ID
    public let tenantSlug: Tenant.Slug
    public let tenantName: String
    public let nominee: Nominee
    /// Of the collective, or of the person; empty where the officer may not know it.
    public let nomineeName: String
    /// Of the nominee's unit, where it is another than the first tier; empty else.
    public let unitName: String
    public let state: Initiative.State
    /// The dossier by which an award was asked for last; nil of one without.
    public let proposal: AwardDossier.ID?
    public let proposalState: AwardDossier.State?
    /// How many steps were taken; the next takes the place after it.
    public let steps: Int
    public let registeredBy: Post.ID
    public let registeredOn: CivilDate
    public let publishedOn: CivilDate?

    public init(
        id: Initiative.ID, initiative: Initiative, campaign: Campaign.ID, campaignCode: String, tenant: Tenant.ID, tenantSlug: Tenant.Slug,
        tenantName: String, nominee: Nominee, nomineeName: String, unitName: String, state: Initiative.State, proposal: AwardDossier.ID?,
        proposalState: AwardDossier.State?, steps: Int, registeredBy: Post.ID, registeredOn: CivilDate, publishedOn: CivilDate?
    ) {
        self.id = id
        self.initiative = initiative
        self.campaign = campaign
        self.campaignCode = campaignCode
        self.tenant = tenant
        self.tenantSlug = tenantSlug
        self.tenantName = tenantName
        self.nominee = nominee
        self.nomineeName = nomineeName
        self.unitName = unitName
        self.state = state
        self.proposal = proposal
        self.proposalState = proposalState
        self.steps = steps
        self.registeredBy = registeredBy
        self.registeredOn = registeredOn
        self.publishedOn = publishedOn
    }

    /// Nil of one without a dossier.
    public var fate: Initiative.Fate? { proposalState.map(Initiative.Fate.init) }

    /// Whose move it is; nil where nothing is owed.
    public var mover: Initiative.Party? { Initiative.mover(state, fate: fate) }

    /// Whose move it is, in words; of one with a dossier, what that says.
    public var moveWords: String {
        if let mover { return mover.vietnamese }
        guard state == .commended || state == .proposed else { return "không còn việc" }
        return "theo hồ sơ đề nghị" + (proposalState.map { ": \($0.vietnamese)" } ?? "")
    }

    /// The person with his unit, or the collective.
    public var who: String { unitName.isEmpty || nominee.person == nil ? nomineeName : "\(nomineeName), \(unitName)" }
}

/// An initiative and its clock, as a list shows them.
public struct InitiativeEntry: Sendable, Hashable {
    public let record: InitiativeRecord
    /// Nil where the plan has no target.
    public let clock: InitiativeClock?

    public init(record: InitiativeRecord, clock: InitiativeClock?) {
        self.record = record
        self.clock = clock
    }
}

/// Which initiatives a list holds; nil: whatever it is.
public struct InitiativeFilter: Sendable, Hashable {
    public var state: Initiative.State?
    public var tenant: Tenant.Slug?
    /// Code of the campaign.
    public var campaign: String?

    public init(state: Initiative.State? = nil, tenant: Tenant.Slug? = nil, campaign: String? = nil) {
        self.state = state
        self.tenant = tenant
        self.campaign = campaign
    }
}

/// What was published of an initiative, for every officer.
public struct PublishedInitiative: Sendable, Hashable {
    public let id: Initiative.ID
    public let title: String
    public let obstacle: String
    public let solution: String
    /// Why it is an example to follow; empty: it was not called one.
    public let example: String
    public let unit: String
    public let publishedOn: CivilDate

    public init(
        id: Initiative.ID, title: String, obstacle: String, solution: String, example: String, unit: String, publishedOn: CivilDate
    ) {
        self.id = id
        self.title = title
        self.obstacle = obstacle
        self.solution = solution
        self.example = example
        self.unit = unit
        self.publishedOn = publishedOn
    }
}
