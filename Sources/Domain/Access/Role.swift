/// The roles of a post (domain.md 6). How far each reaches and what it may do is in ``Policy``.
public enum Role: String, Sendable, CaseIterable, Hashable {
    case chairman
    case viceChairman = "vice_chairman"
    case officeChief = "office_chief"
    case officeMonitor = "office_monitor"
    case homeAffairsOfficer = "home_affairs_officer"
    case councilMember = "council_member"
    case auditor
    case mediaEditor = "media_editor"
    case systemAdmin = "system_admin"
    case tenantAdmin = "tenant_admin"
    case unitHead = "unit_head"
    case unitCoordinator = "unit_coordinator"
    case councilSecretary = "council_secretary"
    case unitCouncilMember = "unit_council_member"
    case clerk
    case subUnitHead = "sub_unit_head"
    case subUnitOfficer = "sub_unit_officer"
    case individual
    /// The worker, acting for a job; never a post of a person.
    case system
}

/// What a role may do. Each is asked for by a row policy, a routine or both.
public enum Action: String, Sendable, CaseIterable, Hashable {
    case readProvince = "province.read"
    case readAudit = "audit.read"
    case manageDirectory = "directory.manage"
    case importCampaign = "campaign.import"
    case launchCampaign = "campaign.launch"
    case receiveLaunch = "launch.receive"
    case cascadeLaunch = "launch.cascade"
    case reportLaunch = "launch.report"
    case enterDirective = "directive.enter"
    case assignItem = "item.assign"
    case ruleItem = "item.rule"
    case reportProgress = "progress.report"
    case assessMotto = "motto.assess"
    case commentMotto = "motto.comment"
    case decideMotto = "motto.decide"
    case giveDelegation = "delegation.give"
    case revokeDelegation = "delegation.revoke"
    case recordPaper = "paper.record"
    case tryParameters = "judgement.try"
    /// Opens a review, answers disputes, freezes and corrects it.
    case keepReview = "review.keep"
    /// Confirms the unit's own ledger in a review, or disputes it.
    case answerReview = "review.answer"
    /// Drafts the unit's dossiers of nomination, submits and withdraws them.
    case proposeAward = "award.propose"
    /// Keeps the council of the unit: its members, sessions and what it found.
    case keepCouncil = "award.council"
    /// Receives and appraises dossiers, keeps the provincial council and records its decisions and the Chairman's.
    case appraiseAward = "award.appraise"
    /// Signs awards.
    case decideAward = "award.decide"
    /// Keeps what a unit gives by its own authority: its rules and rounds, receives and appraises, records what its head signed.
    case keepOwnAward = "award.keep"
    /// Signs what the unit, or a commune or sub-unit with legal personality, gives by its own authority (Luật 2022 Đ.80).
    case giveAward = "award.give"
    /// Registers what he, his unit or what stands under it did, and asks another unit to confirm it.
    case registerInitiative = "initiative.register"
    /// Confirms for his own unit that another's initiative works there, or declines it.
    case confirmInitiative = "initiative.confirm"
    /// Approves the monthly return of a unit: its figures are those of the ledger at that moment.
    case approveReturn = "return.approve"
    /// Reports what an outlet of the media published.
    case reportCoverage = "coverage.report"
}

/// How far a role sees inside its own tenant.
public enum Reach: String, Sendable, CaseIterable, Hashable {
    /// The whole tree of sub-units.
    case tenant
    /// The post's own sub-unit and what is below it.
    case subtree
    /// Only the items of the person himself.
    case own
}

/// The database role that a province-wide post may take to read all tenants through the parents.
public enum ProvinceRole: String, Sendable, CaseIterable, Hashable {
    case office
    case homeAffairs = "home_affairs"
    case leadership
    case council
    case media
    case auditor
}
