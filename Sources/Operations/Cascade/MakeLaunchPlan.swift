import Documents
import Domain
public import Storage

/// D1: the province's plan as a paper, from the campaign as it is kept.
public struct MakeLaunchPlan: Sendable {
    /// Code of the campaign.
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let plan = try await ShowCampaign(code: campaign).perform(in: tx).plan
        return try await MadePaper(LaunchPlan(campaign: plan, archive: nil), of: nil, in: tx)
    }
}

/// D2: the plan by which a unit answers the province's, with what it gave its sub-units and people to do. It bears the number and the day under
/// which the unit recorded it; both are open until then.
public struct MakeResponsePlan: Sendable {
    /// Code of the campaign.
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    /// - Throws: `not-found`, also where the launch has not reached the unit.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        guard let tenant = tx.tenant else { throw Problem.notFound }
        let plan = try await ShowCampaign(code: campaign).perform(in: tx).plan
        let launch = try await ShowLaunch(.unit(campaign: campaign, code: nil)).perform(in: tx)
        let body = try await PaperBody.find(tenant, in: tx)
        var number: String?
        var date = PaperDate.open(body, after: launch.receivedOn)
        if let planned = launch.standing.planned, case .planned(let recorded, _) = planned.act {
            number = recorded
            date = PaperDate(body.place, signedOn: planned.happenedOn)
        }
        let term = "Thời hạn phát động: đến hết ngày \(plan.launch.deadline.date.vietnamese)."
        let source = ResponsePlan(
            frame: body.frame("KH", number: number, date, to: ["Văn phòng Ủy ban nhân dân tỉnh", "Các phòng, ban, đơn vị trực thuộc"]),
            campaign: plan, launch: plan.launch.words + [term], assignments: try await assignments(in: tx),
            duties: plan.duties.filter { $0.role == .firstTier }.flatMap(\.duties))
        return try await MadePaper(source, of: tenant, in: tx)
    }

    /// What the unit gave inside, as far as the officer sees it; what is due soonest first.
    private func assignments(in tx: borrowing TenantTransaction) async throws -> [ResponsePlan.Assignment] {
        var found: [ResponsePlan.Assignment] = []
        var listing = ListItems(filter: LedgerFilter(campaign: campaign, role: .lead, origin: .inside), limit: 200)
        repeat {
            let page = try await listing.perform(in: tx)
            found += page.entries.map { entry in
                ResponsePlan.Assignment(
                    code: entry.item.code, content: entry.item.terms.title, responsible: entry.names.unitName,
                    dueOn: entry.item.terms.dueOn)
            }
            listing.after = page.next
        } while listing.after != nil
        return found
    }
}
