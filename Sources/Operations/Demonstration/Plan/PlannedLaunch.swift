public import Domain

/// How a unit or sub-unit launched the campaign.
public struct PlannedLaunch: Sendable, Hashable {
    public let unit: String
    /// Code of the sub-unit; nil: the first-tier unit itself.
    public let subUnit: String?
    public let acts: [Act]

    public struct Act: Sendable, Hashable {
        public let on: CivilDate
        public let act: LaunchAct
    }
}

/// The provincial council's opinion on how a unit keeps the motto.
public struct PlannedMotto: Sendable, Hashable {
    public let unit: String
    public let isAccepted: Bool
    public let on: CivilDate
}

/// A directive of a demonstration.
public struct PlannedDirective: Sendable, Hashable {
    public let code: String
    public let type: String
    public let number: String
    public let date: CivilDate
    public let issuer: String
    public let abstract: String
    /// First due day of what it assigns.
    let workFrom: CivilDate
    /// With `{n}`, `{m}` and `{content}`.
    let clauseStyle: String
}

/// A sector, and who of the province's leaders is in charge of it.
public struct PlannedSector: Sendable, Hashable {
    public let code: String
    public let name: String
    /// Username.
    public let leader: String
}
