public import Domain
public import Storage

/// What was published, as it stands, the latest reported first, page by page: an outlet's own, for the province all.
public struct ListCoverage: Sendable {
    /// Code of the campaign; nil: of every one.
    public var campaign: String?
    /// Published then at the earliest, and at the latest.
    public var from: CivilDate?
    public var to: CivilDate?
    /// The one with which the page before ended.
    public var after: Coverage.ID?
    /// Rows of one page.
    public var limit: Int

    public init(campaign: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil, after: Coverage.ID? = nil, limit: Int = 50) {
        self.campaign = campaign
        self.from = from
        self.to = to
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `not-found` where there is no such campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (coverage: [Coverage], next: Coverage.ID?) {
        let found = try await Coverage.list(
            of: try await CampaignSummary.id(named: campaign, in: tx), from: from, to: to, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them.
public struct ShowCoverage: Sendable {
    public var coverage: Coverage.ID

    public init(_ coverage: Coverage.ID) {
        self.coverage = coverage
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Coverage {
        guard let found = try await Coverage.find(coverage, in: tx) else { throw Problem.notFound }
        return found
    }
}

/// How much was published between two days, by outlet and kind: of an outlet its own, for the province all.
public struct CountCoverage: Sendable {
    /// Code of the campaign; nil: of every one.
    public var campaign: String?
    public var from: CivilDate?
    public var to: CivilDate?

    public init(campaign: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil) {
        self.campaign = campaign
        self.from = from
        self.to = to
    }

    /// - Throws: `not-found` where there is no such campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [CoverageCount] {
        try await Coverage.count(of: try await CampaignSummary.id(named: campaign, in: tx), from: from, to: to, in: tx)
    }
}
