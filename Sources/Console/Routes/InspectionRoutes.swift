import Domain
import HTTPTypes
import Operations
import Web

/// Inspections: those that were held, for the province the plans, and the Office's forms.
enum InspectionRoutes {
    static let all: [Route] = CouncilHome.both(show) + [plan, hold]

    private static let noun = "inspections"
    private static let wide = CouncilHome.province.path(of: noun)

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("inspections"),
            asks: home == .unit ? .reading(.item) : .action(.readProvince),
            summary: "Inspections that were held and recorded, with what they found; for the province the plans as well."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListVisits() }
    }

    private static let plan = Route(
        .post, wide, name: "page.inspections.plan", asks: .action(.keepReview), summary: "Plans one.",
        takes: .bytes([FormBody.mediaType], atMost: 100_000)
    ) { call in
        try await act(call) { (form: FormBody, units: [Tenant.ID], tx: borrowing TenantTransaction) in
            _ = try await PlanInspection(
                campaign: form["campaign"], title: form["title"], content: form["content"], leader: form["leader"],
                from: try FormDay.needed(form["from"], "$.from"), to: try FormDay.needed(form["to"], "$.to"),
                units: units.filter { form["u-\($0)"] == "yes" }, documentNumber: form["number"]
            ).perform(in: tx, ids: call.ids)
        }
    }

    private static let hold = Route(
        .post, wide + "/{inspection}/visit", name: "page.inspections.hold", asks: .action(.keepReview),
        summary: "Records that a unit was inspected.", takes: .form
    ) { call in
        let id: Inspection.ID = try call.path("inspection")
        return try await act(call) { (form: FormBody, _: [Tenant.ID], tx: borrowing TenantTransaction) in
            guard let unit = Tenant.ID(form["unit"]) else { throw Problem.invalid("$.unit", "chọn đơn vị") }
            _ = try await RecordVisit(
                id, tenant: unit, heldOn: try FormDay.needed(form["held"], "$.heldOn"), minutesNumber: form["number"],
                minutesOn: try FormDay.needed(form["minutes"], "$.minutesOn"),
                findings: form["findings"].split(whereSeparator: \.isNewline).map(String.init)
                    .filter { !$0.allSatisfy(\.isWhitespace) }
            ).perform(in: tx, ids: call.ids)
        }
    }

    private static func act(
        _ call: Call, _ step: @escaping @Sendable (FormBody, [Tenant.ID], borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        return try await Templates.shared.answering {
            let form = call.form
            try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                let units = try await ListTenants().perform(in: tx).map(\.id)
                try await step(form, units, tx)
            }
            return .seeOther(wide)
        } or: {
            try await page(call, .province)
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> InspectionsPage {
        let me = try await CouncilHome.officer(call)
        let list = home == .unit ? "/units/\(try call.path("tenant", as: String.self))" : ""
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let visits = try await ListVisits(limit: 200).perform(in: tx).visits
            var (plans, units, campaigns): ([Inspection]?, [Choice], [Choice]) = (nil, [], [])
            if home == .province {
                plans = try await ListInspections().perform(in: tx).inspections
                if me.actions.contains(.keepReview) {
                    units = try await ListTenants().perform(in: tx)
                        .map { Choice(key: $0.id.description, name: $0.fullName) }
                    campaigns = try await ListCampaigns().perform(in: tx).map { Choice(key: $0.code, name: $0.name) }
                }
            }
            return InspectionsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: wide, remedies: "\(list)/remedies", visits: visits,
                plans: plans, units: units, campaigns: campaigns)
        }
    }
}
