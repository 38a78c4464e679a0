import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Disputes about items that were given: raised by the unit, answered by the assigner.
enum DisputeRoutes {
    static let all: [Route] = [raise] + LedgerPlace.both(answer) + LedgerPlace.both(waiting)

    private static let raise = Route(
        .post, LedgerPlace.tenant.path("items/{item}/disputes"), name: "disputes.raise", asks: .action(.reportProgress),
        summary: "The unit disputes an item on taking note of it; one dispute at a time.",
        takes: .json(
            .object([
                .init("ground", .oneOf(DisputeStep.Ground.self)),
                .init("proposedLead", .string, required: false, "Who should lead instead; needed where it is not the unit's function."),
                .init("duplicateCode", .string, required: false, "Code of the item of the unit's ledger that it doubles; needed there."),
                .init("reason", .text), .init("documentNumber", .string, required: false),
                .init("raisedOn", .date, required: false, "Date of the paper; today when absent."),
            ])), answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        let raising = try call.json { body in
            let ground = body.required("ground")?.oneOf(DisputeStep.Ground.self)
            let lead = body.optional("proposedLead")?.line()
            let double = body.optional("duplicateCode")?.line()
            let reason = body.required("reason")?.line(atMost: 10_000)
            let number = body.optional("documentNumber")?.line() ?? ""
            let raisedOn = body.optional("raisedOn")?.day()
            guard let ground, let reason else { return DisputeItem?.none }
            return DisputeItem(
                item: id, ground: ground, proposedLead: lead, duplicateCode: double, reason: reason, documentNumber: number,
                raisedOn: raisedOn)
        }
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await raising.perform(in: tx, ids: call.ids)
            return id
        }
    }

    private static func answer(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/dispute-answers"), name: place.name("disputes.answer"), asks: .action(.ruleItem),
            summary: "The assigner upholds the dispute, by another lead, another date or another item, or rejects it.",
            takes: .json(
                .object(
                    [
                        .init("remedy", .oneOf(DisputeStep.Remedy.self), required: false, "How it is upheld; rejected when absent."),
                        .init("lead", .string, required: false, "Of a transfer; the proposed one when absent."),
                        .init("dueOn", .date, required: false, "The new date, or the new lead's."),
                        .init(
                            "by", .string, required: false,
                            "Code or id of what stands in its place; what the unit named as doubled when absent."),
                    ] + PassingRoutes.paper)), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let answering = try call.json { (body: inout JSONObjectReader) in Self.answering(id, &body) }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await answering.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func answering(_ id: WorkItem.ID, _ body: inout JSONObjectReader) -> AnswerDispute? {
        let remedy = body.optional("remedy", default: DisputeStep.Remedy?.none) { $0.oneOf(DisputeStep.Remedy.self).map(Optional.some) }
        let lead = body.optional("lead")?.line()
        let dueOn = body.optional("dueOn")?.day()
        let by = body.optional("by")?.line(atMost: 100)
        guard let paper = ItemBody.paper(&body), let remedy else { return nil }
        return AnswerDispute(
            item: id, answer: AnswerDispute.Answer(remedy, lead: lead, dueOn: dueOn, by: by), paper: paper)
    }

    private static func waiting(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("disputes"), name: place.name("disputes.list"), asks: .reading(.item),
            summary: "Disputes that wait for an answer, the first raised first.", query: QueryParameter.page,
            answers: .json(.page(of: waitingSchema))
        ) { call in
            let listing = ListWaitingDisputes(after: try position(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                let next = page.next.map { Cursor.text(call, $0.recordedOn.description, $0.id.description) }
                return .json(.page(page.waiting.map { DisputeJSON.value($0, at: page.day, page.calendar) }, next: next))
            }
        }.exporting { _ in ListWaitingDisputes() }
    }

    private static func position(_ call: Call) throws -> WaitingDispute.Position? {
        guard let keys = try Cursor.keys(call, count: 2) else { return nil }
        guard let day = CivilDate(keys[0]), let id = DisputeStep.ID(keys[1]) else { throw Cursor.notOurs }
        return WaitingDispute.Position(recordedOn: day, id: id)
    }

    private static let waitingSchema: Schema = .named(
        "WaitingDispute",
        [
            .init("id", .uuid), .init("item", .uuid), .init("code", .string), .init("title", .text), .init("tenant", .string),
            .init("unitName", .string), .init("ground", .nullable(.oneOf(DisputeStep.Ground.self))),
            .init("groundName", .nullable(.string)),
            .init("proposedLead", .nullable(.string)), .init("duplicateCode", .nullable(.string)), .init("raisedOn", .date),
            .init("documentNumber", .string), .init("reason", .text), .init("answerBy", .date), .init("late", .boolean),
        ])
}
