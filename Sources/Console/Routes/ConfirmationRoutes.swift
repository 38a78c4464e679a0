import Domain
import HTTPTypes
import Operations
import Web

/// “Chờ xác nhận”: the assigner looks at what waits for his confirmation and confirms many at once.
enum ConfirmationRoutes {
    static let all: [Route] = [list, confirm]

    private static let list = Route(
        .get, "/confirmations", name: "page.confirmations", asks: .reading(.item),
        summary: "Figures, deliveries and first halves that wait for the assigner's confirmation."
    ) { call in
        let (me, entry) = try await seat(call)
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            let page = try await ListUnconfirmed(limit: most).perform(in: tx)
            return .html(
                Templates.shared.render(ConfirmationsPage(page, mayConfirm: me.actions.contains(.ruleItem), frame: Frame(me, call))))
        }
    }.exporting(in: { call in try await seat(call).1 }) { _ in ListUnconfirmed() }

    private static let confirm = Route(
        .post, "/confirmations", name: "page.confirmations.confirm", asks: .action(.ruleItem),
        summary: "Looks at what would come of confirming the ticked ones, or confirms them.", takes: .form
    ) { call in
        let (me, entry) = try await seat(call)
        let form = call.form
        let number = form["number"]
        let waiting = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            try await ListUnconfirmed(limit: most).perform(in: tx)
        }
        let chosen = waiting.reports.filter { form["report-\($0.report)"] == "1" }
        var outcomes: [ProgressReport.ID: DecideOnItems.Outcome]?
        var refusal: Problem?
        do {
            guard let first = chosen.first else { throw Problem.invalid("$.items", "chọn ít nhất một dòng để xác nhận") }
            let deciding = DecideOnItems(
                items: chosen.map(\.item), decision: .ruling(RuleItem(item: first.item, kind: .confirmed, documentNumber: number)),
                reports: chosen.map(\.report))
            if form["step"] == "confirm" {
                _ = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                    try await deciding.perform(in: tx, ids: call.ids)
                }
                return .seeOther("/confirmations")
            }
            let found = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                try await deciding.preview(in: tx, ids: call.ids)
            }
            outcomes = Dictionary(uniqueKeysWithValues: zip(chosen.map(\.report), found))
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .refused {
            refusal = problem
        }
        var page = ConfirmationsPage(
            waiting, mayConfirm: true, chosen: Set(chosen.map(\.report)), outcomes: outcomes, documentNumber: number, frame: Frame(me, call)
        )
        page.fault = refusal.map { FormFault($0) }
        guard let refusal else { return .html(Templates.shared.render(page)) }
        return Templates.shared.answer(page, to: refusal)
    }

    private static let most = 200

    /// The province as a whole for who reads it, else the officer's own unit.
    private static func seat(_ call: Call) async throws -> (WhoAmI.Answer, Entry) {
        let entry = try call.entry()
        let me = try await call.backend.entrance.read(Entry(token: entry.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        let place = me.officer.may(.readProvince) ? Entry.Place.province : .tenant(me.tenant.slug)
        return (me, Entry(token: entry.token, place: place, deed: call.route.asks))
    }
}
