import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Kiểm tra: planned and recorded by the Office; a unit reads its own once they are recorded.
enum InspectionRoutes {
    static let all: [Route] = [plans, show, plan, hold] + LedgerPlace.both(visits)

    private static let wide = "/api/v1/province/inspections"

    private static let plans = Route(
        .get, wide, name: "province-inspections.list", asks: .action(.readProvince),
        summary: "Plans of inspections with what was held in each unit, the latest first.", query: QueryParameter.page,
        answers: .json(.page(of: OversightSchemas.inspection))
    ) { call in
        let listing = ListInspections(after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (found, next) = try await listing.perform(in: tx)
            return .json(.page(found.map { InspectionJSON.value($0) }, next: next, of: call))
        }
    }.exporting { _ in ListInspections() }

    private static let show = Route(
        .get, wide + "/{inspection}", name: "province-inspections.show", asks: .action(.readProvince),
        summary: "One plan with what was held in each unit.", answers: .json(OversightSchemas.inspection)
    ) { call in
        let showing = ShowInspection(try call.path("inspection"))
        return try await call.read { (tx: borrowing TenantTransaction) in .json(InspectionJSON.value(try await showing.perform(in: tx))) }
    }

    private static let plan = Route(
        .post, wide, name: "province-inspections.plan", asks: .action(.keepReview),
        summary: "The Office plans an inspection; the units know of it once it is held and recorded.",
        takes: .json(OversightSchemas.plan), answers: .json(OversightSchemas.inspection), status: .created
    ) { call in
        let planning = try call.json { body in
            let campaign = body.required("campaign")?.text(atMost: 100)
            let title = body.required("title")?.text(atMost: 300)
            let content = body.required("content")?.passage(atMost: 4_000)
            let leader = body.required("leader")?.text(atMost: 200)
            let from = body.required("from")?.day()
            let to = body.required("to")?.day()
            let units = body.required("units")?.array { $0.id(Tenant.ID.self) }
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            guard let campaign, let title, let content, let leader, let from, let to, let units, let number else {
                return PlanInspection?.none
            }
            return PlanInspection(
                campaign: campaign, title: title, content: content, leader: leader, from: from, to: to, units: units,
                documentNumber: number)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: call.ids) }
    }

    private static let hold = Route(
        .post, wide + "/{inspection}/visits", name: "province-inspections.hold", asks: .action(.keepReview),
        summary: "The Office records that a unit of the plan was inspected, by which minutes, and what was found.",
        takes: .json(OversightSchemas.held), answers: .json(OversightSchemas.inspection), status: .created
    ) { call in
        let id: Inspection.ID = try call.path("inspection")
        let recording = try call.json { body in
            let unit = body.required("unit")?.id(Tenant.ID.self)
            let heldOn = body.required("heldOn")?.day()
            let number = body.required("minutesNumber")?.text(atMost: 100)
            let minutesOn = body.required("minutesOn")?.day()
            let findings = body.optional("findings", default: [String]()) { $0.array { $0.passage(atMost: 4_000) } }
            guard let unit, let heldOn, let number, let minutesOn, let findings else { return RecordVisit?.none }
            return RecordVisit(id, tenant: unit, heldOn: heldOn, minutesNumber: number, minutesOn: minutesOn, findings: findings)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: call.ids) }
    }

    private static func visits(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("inspection-visits"), name: place.name("inspection-visits.list"), asks: .reading(.item),
            summary: "Inspections that were held and recorded, with what they found, the latest recorded first.",
            query: QueryParameter.page, answers: .json(.page(of: OversightSchemas.visit))
        ) { call in
            let listing = ListVisits(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map { InspectionJSON.visit($0) }, next: next, of: call))
            }
        }.exporting { _ in ListVisits() }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Inspection.ID) async throws -> Reply {
        try await call.change(act) { (id: Inspection.ID, tx: borrowing TenantTransaction) in
            .json(InspectionJSON.value(try await ShowInspection(id).perform(in: tx)))
        }
    }
}
