import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// More time for an item: asked by its doer, decided by its assigner.
enum ExtensionRoutes {
    static let all: [Route] = [ask] + LedgerPlace.both(decide) + LedgerPlace.both(waiting)

    private static let ask = Route(
        .post, LedgerPlace.tenant.path("items/{item}/extensions"), name: "extensions.ask", asks: .action(.reportProgress),
        summary: "The unit asks for more time; one request at a time.",
        takes: .json(
            .object([
                .init("dueOn", .date, "The wished date."), .init("reason", .text), .init("documentNumber", .string, required: false),
                .init("documentIssuer", .string, required: false),
                .init("askedOn", .date, required: false, "Date of the paper; today when absent."),
            ])), answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        let asking = try call.json { body in
            let dueOn = body.required("dueOn")?.day()
            let reason = body.required("reason")?.line(atMost: 10_000)
            let number = body.optional("documentNumber")?.line() ?? ""
            let issuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
            let askedOn = body.optional("askedOn")?.day()
            guard let dueOn, let reason else { return AskExtension?.none }
            var asking = AskExtension(item: id, dueOn: dueOn, reason: reason, documentNumber: number, askedOn: askedOn)
            asking.documentIssuer = issuer
            return asking
        }
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await asking.perform(in: tx, ids: call.ids)
            return id
        }
    }

    private static func decide(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/extension-decisions"), name: place.name("extensions.decide"), asks: .action(.ruleItem),
            summary:
                "The assigner grants or refuses the request that waits; after the fact the Chairman alone grants, with or without one.",
            takes: .json(
                .object([
                    .init("granted", .boolean), .init("dueOn", .date, required: false, "The new date; the wished one when absent."),
                    .init(
                        "postFacto", .boolean, required: false,
                        "Signed by the Chairman although the date has passed; of what came before him undecided it goes without saying."),
                    .init("decidedOn", .date, required: false, "Date of the paper; today when absent."), .init("documentNumber", .string),
                    .init("documentIssuer", .string, required: false, "The assigner when absent."),
                    .init("reason", .text, required: false, "Needed to refuse."),
                ])), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let deciding = try call.json { body in
                let isGranted = body.required("granted")?.bool()
                let number = body.required("documentNumber")?.line()
                let isPostFacto = body.optional("postFacto", default: false) { $0.bool() }
                let dueOn = body.optional("dueOn")?.day()
                let decidedOn = body.optional("decidedOn")?.day()
                let issuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
                let reason = body.optional("reason")?.line(atMost: 10_000) ?? ""
                guard let isGranted, let number, let isPostFacto else { return DecideExtension?.none }
                var deciding = DecideExtension(
                    item: id, isGranted: isGranted, dueOn: dueOn, isPostFacto: isPostFacto, decidedOn: decidedOn, documentNumber: number,
                    reason: reason)
                deciding.documentIssuer = issuer
                return deciding
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await deciding.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func waiting(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("extension-requests"), name: place.name("extensions.list"), asks: .reading(.item),
            summary: "Requests that wait for a decision, the soonest due first.", query: QueryParameter.page,
            answers: .json(.page(of: waitingSchema))
        ) { call in
            let listing = ListWaitingExtensions(after: try position(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                let next = page.next.map { Cursor.text(call, $0.dueOn.description, $0.id.description) }
                return .json(.page(page.waiting.map { ExtensionJSON.value($0, at: page.day) }, next: next))
            }
        }.exporting { _ in ListWaitingExtensions() }
    }

    private static func position(_ call: Call) throws -> WaitingExtension.Position? {
        guard let keys = try Cursor.keys(call, count: 2) else { return nil }
        guard let day = CivilDate(keys[0]), let id = ExtensionStep.ID(keys[1]) else { throw Cursor.notOurs }
        return WaitingExtension.Position(dueOn: day, id: id)
    }

    private static let waitingSchema: Schema = .named(
        "ExtensionRequest",
        [
            .init("id", .uuid), .init("item", .uuid), .init("code", .string), .init("title", .text), .init("tenant", .string),
            .init("unitName", .string), .init("dueOn", .date, "The date that is to be moved."), .init("askedOn", .date),
            .init("wishedDueOn", .nullable(.date)), .init("documentNumber", .string), .init("reason", .text),
            .init("state", .oneOf(ItemExtension.State.self)), .init("stateName", .string),
        ])
}
