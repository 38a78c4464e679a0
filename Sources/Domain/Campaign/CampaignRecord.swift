extension Campaign {
    public typealias ID = EntityID<Campaign>
}

/// A campaign as the province keeps it: the plan in one of its versions, and whether it was launched.
public struct CampaignRecord: Sendable, Hashable {
    public let id: Campaign.ID
    public let plan: Campaign
    /// 1 for the first import; each change of the plan adds one.
    public let version: Int
    /// SHA-256 of the plan's canonical document, in hex.
    public let checksum: String
    /// The business day on which this version was imported.
    public let recordedOn: CivilDate
    public let launch: CampaignLaunch?

    public init(id: Campaign.ID, plan: Campaign, version: Int, checksum: String, recordedOn: CivilDate, launch: CampaignLaunch?) {
        self.id = id
        self.plan = plan
        self.version = version
        self.checksum = checksum
        self.recordedOn = recordedOn
        self.launch = launch
    }
}

/// The head of a campaign, for lists.
public struct CampaignSummary: Sendable, Hashable {
    public let id: Campaign.ID
    public let code: String
    public let name: String
    public let firstDay: CivilDate
    public let lastDay: CivilDate
    /// The last day on which a unit's launch is in time (A22).
    public let launchDeadline: CivilDate
    public let version: Int
    public let launch: CampaignLaunch?

    public init(
        id: Campaign.ID, code: String, name: String, firstDay: CivilDate, lastDay: CivilDate, launchDeadline: CivilDate, version: Int,
        launch: CampaignLaunch?
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.launchDeadline = launchDeadline
        self.version = version
        self.launch = launch
    }
}

/// The Chairman's act of launching a campaign. There is one for each campaign, and it is never changed.
public struct CampaignLaunch: Sendable, Hashable {
    /// Number and symbol of the paper, such as `05/KH-UBND`.
    public let documentNumber: String
    /// Day of the launch: no unit's step may lie before it.
    public let launchedOn: CivilDate
    /// Post that launched.
    public let launchedBy: Post.ID
    public let recordedOn: CivilDate

    public init(documentNumber: String, launchedOn: CivilDate, launchedBy: Post.ID, recordedOn: CivilDate) {
        self.documentNumber = documentNumber
        self.launchedOn = launchedOn
        self.launchedBy = launchedBy
        self.recordedOn = recordedOn
    }
}

extension CampaignRecord {
    /// Its head, for lists.
    public var summary: CampaignSummary {
        CampaignSummary(
            id: id, code: plan.code, name: plan.name, firstDay: plan.span.from, lastDay: plan.span.to,
            launchDeadline: plan.launch.deadline.date, version: version, launch: launch)
    }
}
