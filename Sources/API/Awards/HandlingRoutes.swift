import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What units did themselves about late work: kept inside each, counted for the province.
enum HandlingRoutes {
    static let all: [Route] = [list, record, counts]

    private static let here = "/api/v1/tenants/{tenant}/handlings"

    private static let list = Route(
        .get, here, name: "handlings.list", asks: .reading(.handling),
        summary: "What the unit did about late work of its sub-units and people, the latest recorded first.", query: QueryParameter.page,
        answers: .json(.page(of: CriticismSchemas.handling))
    ) { call in
        let listing = ListHandlings(after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (found, next) = try await listing.perform(in: tx)
            return .json(.page(found.map(HandlingJSON.value), next: next, of: call))
        }
    }.exporting { _ in ListHandlings() }

    private static let record = Route(
        .post, here, name: "handlings.record", asks: .action(.answerReview),
        summary: "Records what was done about a late item, by which paper: of the sub-unit that has it, or of the person.",
        takes: .json(
            .object([
                .init("kind", .oneOf(Handling.Kind.self)), .init("item", .uuid),
                .init("person", .uuid, required: false, "Whose item it is; the sub-unit when absent."), .init("documentNumber", .string),
                .init("documentOn", .date), .init("words", .text, required: false),
            ])), answers: .json(CriticismSchemas.handling), status: .created
    ) { call in
        let recording = try call.json { body in
            let kind = body.required("kind")?.oneOf(Handling.Kind.self)
            let item = body.required("item")?.id(WorkItem.ID.self)
            let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
            let number = body.required("documentNumber")?.text(atMost: 100)
            let day = body.required("documentOn")?.day()
            let words = body.optional("words", default: "") { $0.passage(atMost: 4_000) }
            guard let kind, let item, let person, let number, let day, let words else { return RecordHandling?.none }
            return RecordHandling(kind: kind, item: item, person: person, documentNumber: number, documentOn: day, words: words)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: call.ids)
        } show: { (id: Handling.ID, tx: borrowing TenantTransaction) in
            .json(HandlingJSON.value(try await ShowHandling(id).perform(in: tx)))
        }
    }

    private static let counts = Route(
        .get, LedgerPlace.province.path("handling-counts"), name: "province-handlings.counts", asks: .action(.readProvince),
        summary: "How often each unit did what about late work.",
        answers: .json(.object([.init("items", .array(CriticismSchemas.count))]))
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await CountHandlings().perform(in: tx).map(HandlingJSON.count))])
        }
    }.exporting { _ in CountHandlings() }
}
