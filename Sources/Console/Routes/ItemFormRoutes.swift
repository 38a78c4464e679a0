import Domain
import HTTPTypes
import Operations
import Web

/// The forms of an item's page, each one step of its life.
enum ItemFormRoutes {
    static let all: [Route] = doers + assigners + [attach]

    private static let doers: [Route] = [
        step("acknowledge", .reportProgress, "The unit takes note of an item.") { id, _ in
            let act = AcknowledgeItem(item: id)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        },
        step("dispute", .reportProgress, "The unit disputes an item on taking note of it.") { id, form in
            let act = try form.disputing(id)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        },
        step("report", .reportProgress, "The unit reports how far an item has come.") { id, form in
            try reporting(form, id, isResult: false)
        },
        step("result", .reportProgress, "The unit reports the result of an item.") { id, form in
            try reporting(form, id, isResult: true)
        },
        step("withdraw", .reportProgress, "The unit takes its result back before anybody has judged it.") { id, form in
            let act = WithdrawResult(item: id, reason: form.form["reason"])
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        },
        step("ask-extension", .reportProgress, "The unit asks for more time.") { id, form in
            let act = try form.asking(id)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        },
        step("hand-on", .assignItem, "The unit hands part of an item on to a sub-unit.", isInside: true) { id, form in
            let act = try form.handingOn(id)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        },
    ]

    private static let assigners: [Route] =
        [
            ruling("accept", .accepted, "The assigner accepts the result."),
            ruling("return", .returned, "The assigner returns the result."),
            ruling("confirm", .confirmed, "The assigner confirms the last report."),
            ruling("violation", .violation, "The assigner records a finding of an inspection."),
            ruling("exempt", .exempted, "By a signed document an item leaves the count."),
            ruling("cancel", .cancelled, "By a signed document an item is cancelled."),
            ruling("revoke", .revoked, "By a signed document the acceptance of a result is taken back."),
            extending("decide-extension", isPostFacto: false, "The assigner grants or refuses more time."),
            extending("extend-post-facto", isPostFacto: true, "More time after the date has passed."),
        ] + [
            step("transfer", .ruleItem, "The assigner gives an item to another lead.") { id, form in
                let act = TransferItem(item: id, lead: form.form["lead"], dueOn: try form.due(), paper: try form.paper())
                return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
            },
            step("replace", .ruleItem, "Another item stands in the place of an item.") { id, form in
                let act = ReplaceItem(item: id, by: try form.by(), paper: try form.paper())
                return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
            },
            step("change", .assignItem, "The assigner changes what an item asks for.") { id, form in
                return { (tx: borrowing TenantTransaction, _) in
                    try await form.changing(try await ShowItem(id: id).perform(in: tx).entry.item).perform(in: tx)
                }
            },
            step("occurrences", .assignItem, "The assigner sets further deadlines of a periodic item.") { id, form in
                let act = try form.addingOccurrences(id)
                return { (tx: borrowing TenantTransaction, _) in try await act.perform(in: tx) }
            },
            step("sources", .assignItem, "The assigner names a further paper that orders an item.") { id, form in
                let act = try form.addingSource(id)
                return { (tx: borrowing TenantTransaction, _) in try await act.perform(in: tx) }
            },
            step("split", .assignItem, "The assigner splits an item by a correction record.") { id, form in
                let act = try form.splitting(id)
                return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
            },
            step("merge", .assignItem, "The assigner merges items of a unit by a correction record.") { id, form in
                return { (tx: borrowing TenantTransaction, ids) in
                    let others = try await ItemCutting.mergeable(with: try await ShowItem(id: id).perform(in: tx).entry, in: tx)
                    _ = try await form.merging(id, with: others).perform(in: tx, ids: ids)
                }
            },
            step("answer-dispute", .ruleItem, "The assigner answers a dispute.") { id, form in
                let act = try form.answering(id)
                return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
            },
        ]

    /// Filed at once, or drafted and passed on where the unit asks for an approval first.
    private static func reporting(_ form: ItemStepForm, _ id: WorkItem.ID, isResult: Bool) throws -> Act {
        let act = try form.reporting(id, isResult: isResult)
        if form.form["draft"] == "yes" {
            let submitting = SubmitDraft(.progress(act))
            return { (tx: borrowing TenantTransaction, ids) in _ = try await submitting.perform(in: tx, ids: ids) }
        }
        return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
    }

    private static func ruling(_ name: String, _ kind: Ruling.Kind, _ summary: String) -> Route {
        step(name, .ruleItem, summary) { id, form in
            let act = try form.ruling(kind, on: id)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        }
    }

    private static func extending(_ name: String, isPostFacto: Bool, _ summary: String) -> Route {
        step(name, .ruleItem, summary) { id, form in
            let act = try form.deciding(id, isPostFacto: isPostFacto)
            return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
        }
    }

    /// A file that a report rests on. The form comes as a whole, at most as large as the file may be.
    private static let attach = step(
        "attach", .reportProgress, "The unit adds a file to a report that nobody has judged.", takes: .form(withFile: Evidence.largest)
    ) { id, form in
        let act = try form.attaching(id)
        return { (tx: borrowing TenantTransaction, ids) in _ = try await act.perform(in: tx, ids: ids) }
    }

    private typealias Act = @Sendable (borrowing TenantTransaction, IDSource) async throws -> Void

    /// One form: read, done, and the page again; or the page with what was wrong.
    ///
    /// - Parameter isInside: concerns the unit alone, also where the province gave the item.
    /// - Parameter read: makes the act of the form's fields.
    private static func step(
        _ name: String, _ action: Action, _ summary: String, takes: Payload = .form, isInside: Bool = false,
        _ read: @escaping @Sendable (WorkItem.ID, ItemStepForm) throws -> Act
    ) -> Route {
        Route(
            .post, "/units/{tenant}/items/{item}/" + name, name: "page.item." + name, asks: .action(action), summary: summary, takes: takes
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            return try await Templates.shared.answering(also: [.notAllowed, .tooLarge, .unsupported]) {
                let act = try read(id, ItemStepForm(form: call.form))
                try await call.backend.entrance.write(isInside ? try call.entry() : try await entry(id, call)) {
                    (tx: borrowing TenantTransaction) in
                    try await act(tx, call.ids)
                }
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/items/\(id)")
            } or: {
                try await ItemPageRoutes.page(id, call)
            }
        }
    }

    /// What the province gave is ruled on in the province as a whole, everything else inside its unit.
    private static func entry(_ id: WorkItem.ID, _ call: Call) async throws -> Entry {
        let entry = try call.entry()
        guard try await ItemPageRoutes.me(call).officer.may(.readProvince) else { return entry }
        let reading = Entry(token: entry.token, place: entry.place, deed: .reading(.item))
        let item = try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: id).perform(in: tx).entry.item
        }
        return item.isProvinces ? Entry(token: entry.token, place: .province, deed: call.route.asks) : entry
    }
}
