public import Domain
public import Storage

/// The Office plans an inspection of units of the first tier. No unit knows of it before it is held and recorded.
public struct PlanInspection: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var title: String
    public var content: String
    /// Trưởng đoàn.
    public var leader: String
    public var from: CivilDate
    public var to: CivilDate
    public var units: [Tenant.ID]
    /// Of the plan; may be empty.
    public var documentNumber: String

    public init(
        campaign: String, title: String, content: String, leader: String, from: CivilDate, to: CivilDate, units: [Tenant.ID],
        documentNumber: String = ""
    ) {
        self.campaign = campaign
        self.title = title
        self.content = content
        self.leader = leader
        self.from = from
        self.to = to
        self.units = units
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Inspection.ID {
        guard tx.tenant == nil, try await tx.officer().may(.keepReview) else { throw Problem.notAllowed }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let title = check.line(title, "$.title", atMost: 300)
        let content = check.passage(content, "$.content")
        let leader = check.line(leader, "$.leader", atMost: 200)
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if to < from { check.fault("$.to", "không được trước ngày bắt đầu") }
        if units.isEmpty { check.fault("$.units", "chọn ít nhất một đơn vị") }
        try check.finish()
        let id: Inspection.ID = ids.next()
        try await Inspection.plan(
            Inspection.Statement(
                campaign: found.id, title: title, content: content, leader: leader, from: from, to: to, units: units, documentNumber: number
            ),
            id: id, in: tx)
        return id
    }
}
