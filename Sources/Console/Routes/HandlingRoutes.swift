import Domain
import HTTPTypes
import Operations
import Web

/// What a unit did itself about late work.
enum HandlingRoutes {
    static let all: [Route] = [show, record]

    private static let path = "/units/{tenant}/handlings"

    private static let show = Route(
        .get, path, name: "page.handlings", asks: .reading(.handling),
        summary: "What the unit did about late work, and the form to record it."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting { _ in ListHandlings() }

    private static let record = Route(
        .post, path, name: "page.handlings.record", asks: .action(.answerReview), summary: "Records what was done.", takes: .form
    ) { call in
        return try await Templates.shared.answering {
            let form = call.form
            guard let kind = Handling.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn hình thức") }
            guard let item = WorkItem.ID(form["item"]) else { throw Problem.invalid("$.item", "chọn nhiệm vụ chậm") }
            let day = try FormDay.needed(form["date"], "$.documentOn", "nhập ngày của văn bản")
            let person = Person.ID(form["person"])
            if person == nil, !form["person"].isEmpty {
                throw Problem.invalid("$.person", "chọn cá nhân, hoặc chọn “đơn vị được giao”")
            }
            let recording = RecordHandling(
                kind: kind, item: item, person: person, documentNumber: form["number"], documentOn: day, words: form["words"])
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                _ = try await recording.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/units/\(try call.path("tenant", as: String.self))/handlings")
        } or: {
            try await page(call)
        }
    }

    private static func page(_ call: Call) async throws -> HandlingsPage {
        let me = try await CouncilHome.officer(call)
        let tenant: String = try call.path("tenant")
        return try await call.backend.entrance.read(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
            let (found, next) = try await ListHandlings(limit: 200).perform(in: tx)
            let shown = try await ShowTenant().perform(in: tx)
            let mayRecord = me.actions.contains(.answerReview) && me.tenant.id == shown.id && Policy.of(me.officer.role).reach == .tenant
            let people = mayRecord ? try await ListPeople(limit: 500).perform(in: tx).people : []
            return HandlingsPage(
                frame: Frame(me, call), unit: shown.fullName, path: "/units/\(tenant)/handlings", found, more: next != nil,
                mayRecord: mayRecord, items: mayRecord ? try await ChosenUnit.lateWork(in: tx) : [],
                people: people.map { .init(key: $0.id.description, name: $0.fullName) })
        }
    }
}
