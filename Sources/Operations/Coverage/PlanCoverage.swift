public import Domain
public import Storage

/// The Office plans what an outlet of the media reports, on which occasion, when.
public struct PlanCoverage: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var content: CoverageLine.Content

    public init(campaign: String, _ content: CoverageLine.Content) {
        self.campaign = campaign
        self.content = content
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> CoverageLine.ID {
        try await tx.requireCoveragePlanner()
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        var content = content
        content.subject = check.line(content.subject, "$.subject", atMost: 500)
        try check.finish()
        let id: CoverageLine.ID = ids.next()
        try await CoverageLine.plan(content, of: found.id, id: id, in: tx)
        return id
    }
}

/// The Office changes a line of the plan or drops it, for a reason; what was planned before stays beside it.
public struct ChangeCoverageLine: Sendable {
    public var line: CoverageLine.ID
    /// Nil: it is dropped.
    public var content: CoverageLine.Content?
    public var reason: String
    /// That was read; nil: the one that stands.
    public var version: Int?

    public init(_ line: CoverageLine.ID, to content: CoverageLine.Content?, for reason: String, version: Int? = nil) {
        self.line = line
        self.content = content
        self.reason = reason
        self.version = version
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `coverage-dropped`, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> CoverageLine.ID {
        try await tx.requireCoveragePlanner()
        guard let found = try await CoverageLine.find(line, in: tx) else { throw Problem.notFound }
        if let version, version != found.version { throw Problem.stale }
        var check = InputCheck()
        var content = content
        if let subject = content?.subject { content?.subject = check.line(subject, "$.subject", atMost: 500) }
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        try await found.change(content, for: reason, id: ids.next(), in: tx)
        return line
    }
}

extension TenantTransaction {
    /// The plan and its kits are the Office's, for the province as a whole.
    borrowing func requireCoveragePlanner() async throws {
        guard tenant == nil, try await officer().may(.keepReview) else { throw Problem.notAllowed }
    }
}
