public import Domain
public import Storage

/// Enters a paper that orders work: into the province's papers by the Office, into its own by a unit.
public struct EnterDirective: Sendable {
    public var paper: Directive.Paper
    /// Code of the campaign it belongs to.
    public var campaign: String?

    public init(paper: Directive.Paper, campaign: String? = nil) {
        self.paper = paper
        self.campaign = campaign
    }

    /// - Throws: `invalid-input` with every field at fault; `directive-there` where the same paper was entered before; `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Directive.ID {
        let (paper, campaign) = try await checked(in: tx)
        let id: Directive.ID = ids.next()
        try await Directive.insert(paper, campaign: campaign, id: id, in: tx)
        return id
    }

    /// The paper as it is kept, and the campaign that it belongs to.
    func checked(in tx: borrowing TenantTransaction) async throws -> (paper: Directive.Paper, campaign: Campaign.ID?) {
        let today = try await tx.officer().today
        var check = InputCheck()
        let paper = Directive.Paper(
            type: check.line(paper.type, "$.type", atMost: 100), number: check.line(paper.number, "$.number", atMost: 100),
            issuedOn: paper.issuedOn, issuer: check.line(paper.issuer, "$.issuer", atMost: 500),
            abstract: check.openLine(paper.abstract, "$.abstract", atMost: 4_000))
        if paper.issuedOn > today { check.fault("$.issuedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản") }
        var summary: CampaignSummary?
        if let campaign {
            summary = try await CampaignSummary.find(code: campaign, in: tx)
            if summary == nil { check.fault("$.campaign", try await CampaignSummary.unknown(campaign, in: tx)) }
        }
        try check.finish()
        return (paper, summary?.id)
    }
}
