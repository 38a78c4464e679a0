public import Domain
public import Storage

/// A unit raises what keeps it from its tasks: a sub-unit to its own unit first, a unit of the first tier to Phòng Tổng hợp (A69). No due date moves
/// by that.
public struct RaiseDifficulty: Sendable {
    /// Code of the campaign.
    public var campaign: String
    /// That raises it; nil: the one of the acting post, of who sees the unit as a whole that.
    public var unit: SubUnit.ID?
    public var title: String
    /// What is in the way.
    public var obstacle: String
    /// What the unit asks for; may be empty.
    public var proposal: String
    /// Of its ledger, that it hinders: code or id of each.
    public var items: [String]

    public init(
        campaign: String, unit: SubUnit.ID? = nil, title: String, obstacle: String, proposal: String = "", items: [String] = []
    ) {
        self.campaign = campaign
        self.unit = unit
        self.title = title
        self.obstacle = obstacle
        self.proposal = proposal
        self.items = items
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Difficulty.ID {
        let officer = try await tx.officer()
        guard officer.may(.reportProgress), let tenant = tx.tenant, tenant == officer.home, officer.mayWrite else {
            throw Problem.notAllowed
        }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let title = check.line(title, "$.title", atMost: 300)
        let obstacle = check.passage(obstacle, "$.obstacle")
        let proposal = VietnameseText.composed(proposal)
        if proposal.count > 4_000 { check.fault("$.proposal", "dài quá 4.000 ký tự; rút gọn lại") }
        if items.count > 50 { check.fault("$.items", "chọn tối đa 50 nhiệm vụ, chỉ tiêu") }
        let hindered = try await hindered(of: tenant, &check, in: tx)
        try check.finish()
        let id: Difficulty.ID = ids.next()
        try await Difficulty.raise(
            Difficulty.Statement(
                unit: unit ?? (Policy.of(officer.role).reach == .tenant ? SubUnit.ID(tenant.uuid) : officer.unit), campaign: found.id,
                title: title, obstacle: obstacle, proposal: proposal,
                items: hindered),
            id: id, in: tx)
        return id
    }

    private func hindered(
        of tenant: Tenant.ID, _ check: inout InputCheck, in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID] {
        let names = try await ItemNames(items, in: tx)
        var found: [WorkItem.ID] = []
        for typed in items {
            do throws(ItemNames.Fault) {
                found.append(try names.item(typed, of: tenant))
            } catch {
                check.fault("$.items", error.reason)
            }
        }
        return found
    }
}
