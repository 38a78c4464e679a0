public import Domain
public import Storage

/// What a form that assigns offers to choose from, as the acting officer knows it.
public struct ListAssignmentChoices: Sendable {
    /// Code of the campaign whose contents are listed; nil, or one that is not there: of the latest.
    public var campaign: String?

    public init(campaign: String? = nil) {
        self.campaign = campaign
    }

    public struct Answer: Sendable {
        public let campaigns: [CampaignSummary]
        /// Code and name.
        public let sectors: [(code: String, name: String)]
        public let contents: [(code: String, name: String)]
        /// Full names of the units that items can be given to.
        public let units: [String]
        /// Titles of the Chairman and the Vice-Chairmen.
        public let leaders: [String]

        public init(
            campaigns: [CampaignSummary], sectors: [(code: String, name: String)], contents: [(code: String, name: String)],
            units: [String], leaders: [String]
        ) {
            self.campaigns = campaigns
            self.sectors = sectors
            self.contents = contents
            self.units = units
            self.leaders = leaders
        }
    }

    /// How the rows of a table say what they let choose.
    public static let kinds = LedgerItem.Kind.allCases.map(\.vietnamese)
    public static let directions = TargetMeasure.Direction.allCases.map(\.sheetWords)
    public static let yearEnds = [WorkItem.Goal.yearEndSheetWords]
    public static let completions = WorkItem.Completion.allCases.map(\.vietnamese)

    /// - Throws: ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.assignItem) else { throw Problem.notAllowed }
        let campaigns = try await ListCampaigns().perform(in: tx)
        let chosen = campaigns.first { $0.code == campaign } ?? campaigns.first
        let references = try await LedgerReferences.load(campaign: chosen?.id, in: tx)
        return Answer(
            campaigns: campaigns, sectors: references.sectors.map { ($0.key, $0.name) },
            contents: references.contents.map { ($0.key, $0.name) }, units: references.units.map(\.fullName),
            leaders: references.provinceLeaders.map(\.name.shown))
    }
}
