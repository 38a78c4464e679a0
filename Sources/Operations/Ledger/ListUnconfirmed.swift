public import Domain
public import Storage

/// What waits for the assigner's confirmation and counts for nothing until then, the oldest first (A36).
public struct ListUnconfirmed: Sendable {
    /// Code of the campaign by whose interim review steps are told: those of items due by then need no confirmation. Nil: by that of
    /// each item's own campaign.
    public var campaign: String?
    public var after: ProgressReport.Position?
    public var limit: Int

    public init(campaign: String? = nil, after: ProgressReport.Position? = nil, limit: Int = 50) {
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let reports: [UnconfirmedReport]
        public let next: ProgressReport.Position?

        public init(reports: [UnconfirmedReport], next: ProgressReport.Position?) {
            self.reports = reports
            self.next = next
        }
    }

    /// - Throws: `invalid-input` where there is no such campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        var interimEnd: CivilDate?
        if let campaign {
            guard let record = try await CampaignRecord.find(code: campaign, in: tx) else {
                throw Problem.invalid("?campaign", try await CampaignSummary.unknown(campaign, in: tx))
            }
            interimEnd = JudgementParameters(record.plan).interimEnd
        }
        let rows = try await UnconfirmedReport.list(dueAfter: interimEnd, after: after, limit: limit + 1, in: tx)
        let page = Array(rows.prefix(limit))
        return Page(reports: page, next: rows.count > limit ? page.last?.position : nil)
    }
}
