import Domain
import HTTPTypes
import Operations
import Web

/// “Chờ xác nhận”: the assigner looks at what waits for him, and confirms, accepts, returns or decides many at once.
enum ConfirmationRoutes {
    static let all: [Route] = [list, confirm, rule, extend]

    private static let list = Route(
        .get, ConfirmationsPage.path, name: "page.confirmations", asks: .reading(.item),
        summary: "Figures, deliveries and first halves, results, and requests for more time that wait for the assigner."
    ) { call in
        let (me, entry) = try await seat(call)
        let waiting = try await waiting(in: entry, call)
        return .html(Templates.shared.render(page(waiting, me, call)))
    }.exporting(in: { call in try await seat(call).1 }) { _ in ListUnconfirmed() }

    private static let confirm = deciding(
        .reports, "page.confirmations.confirm", "Looks at what would come of confirming the ticked ones, or confirms them."
    ) { form, waiting in
        let chosen = try ticked(waiting.reports.reports, \.report, in: form, orNone: "chọn ít nhất một dòng để xác nhận")
        let ruling = RuleItem(item: chosen[0].item, kind: .confirmed, documentNumber: form["number"])
        return Chosen(
            keys: chosen.map(\.report.description),
            deciding: DecideOnItems(items: chosen.map(\.item), decision: .ruling(ruling), reports: chosen.map(\.report)))
    }

    private static let rule = deciding(
        .results, "page.confirmations.rule", "Looks at what would come of accepting or returning the ticked results, or does it."
    ) { form, waiting in
        let chosen = try ticked(waiting.results.results, \.report, in: form, orNone: "chọn ít nhất một kết quả")
        let kind: Ruling.Kind = form["kind"] == Ruling.Kind.returned.rawValue ? .returned : .accepted
        let ruling = RuleItem(
            item: chosen[0].item, kind: kind, fault: kind == .returned ? Ruling.Fault(rawValue: form["fault"]) : nil,
            decidedOn: try FormDay.read(form["day"], "$.decidedOn"), documentNumber: form["number"], documentIssuer: form["issuer"],
            reason: form["reason"])
        return Chosen(
            keys: chosen.map(\.report.description),
            deciding: DecideOnItems(items: chosen.map(\.item), decision: .ruling(ruling), reports: chosen.map(\.report)))
    }

    private static let extend = deciding(
        .requests, "page.confirmations.extend", "Looks at what would come of granting or refusing the ticked requests, or decides them."
    ) { form, waiting in
        let chosen = try ticked(waiting.requests.waiting, \.request.id, in: form, orNone: "chọn ít nhất một đề nghị gia hạn")
        var time = DecideExtension(
            item: chosen[0].request.item, isGranted: form["granted"] == "yes", dueOn: try FormDay.read(form["due"], "$.dueOn"),
            decidedOn: try FormDay.read(form["day"], "$.decidedOn"), documentNumber: form["number"], reason: form["reason"])
        time.documentIssuer = form["issuer"]
        return Chosen(
            keys: chosen.map(\.request.id.description), deciding: DecideOnItems(items: chosen.map(\.request.item), decision: .time(time)))
    }

    // MARK: - Forms

    /// What was ticked, by the keys of its rows, and what is decided of it.
    private struct Chosen: Sendable {
        let keys: [String]
        let deciding: DecideOnItems
    }

    /// The rows that were ticked, in their order.
    ///
    /// - Throws: `invalid-input` where none was, and where one is on the page no more: what was looked at is decided as a whole or not at all.
    private static func ticked<Row, Entity>(
        _ rows: [Row], _ key: (Row) -> EntityID<Entity>, in form: FormBody, orNone words: String
    ) throws(Problem) -> [Row] {
        let ticked = form.names.filter { $0.hasPrefix(ConfirmationsPage.Row.name("")) && form[$0] == "1" }
        guard !ticked.isEmpty else { throw Problem.invalid("$.items", words) }
        let chosen = rows.filter { ticked.contains(ConfirmationsPage.Row.name(key($0).description)) }
        guard chosen.count == ticked.count else {
            throw Problem.invalid(
                "$.items", "\(ticked.count - chosen.count) dòng đã chọn không còn trong danh sách; tải lại trang rồi chọn lại")
        }
        return chosen
    }

    private static func deciding(
        _ kind: ConfirmationsPage.Kind, _ name: String, _ summary: String,
        _ read: @escaping @Sendable (FormBody, ConfirmationsPage.Waiting) throws -> Chosen
    ) -> Route {
        Route(.post, kind.path, name: name, asks: .action(.ruleItem), summary: summary, takes: .form) { call in
            let (me, entry) = try await seat(call)
            return try await Templates.shared.answering(also: [.notAllowed]) {
                let waiting = try await waiting(in: entry, call)
                let chosen = try read(call.form, waiting)
                let (mark, isConfirmed) = (call.form.mark(rows: chosen.keys), call.form["step"] == "confirm")
                if isConfirmed, call.form[FormBody.looked] == mark {
                    _ = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                        try await chosen.deciding.perform(in: tx, ids: call.ids)
                    }
                    return .seeOther(ConfirmationsPage.path)
                }
                let (outcomes, warnings) = try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                    let outcomes = try await chosen.deciding.preview(in: tx, ids: call.ids)
                    return (outcomes, try await chosen.deciding.warnings(outcomes, in: tx))
                }
                let look = ConfirmationsPage.Look(kind, chosen.deciding.decision, zip(chosen.keys, outcomes), warnings, mark: mark)
                var shown = page(waiting, me, call, look)
                // What was looked at can be done as it stands, and nothing else.
                guard isConfirmed else { return .html(SentForm(kind.path, call.form).kept(in: Templates.shared.render(shown))) }
                shown.fault = FormFault(.changedSincePreview)
                return Templates.shared.answer(shown, to: .changedSincePreview)
            } or: {
                page(try await waiting(in: entry, call), me, call)
            }
        }
    }

    // MARK: - The page

    private static func page(
        _ waiting: ConfirmationsPage.Waiting, _ me: WhoAmI.Answer, _ call: Call, _ look: ConfirmationsPage.Look? = nil
    ) -> ConfirmationsPage {
        let place = me.officer.may(.readProvince) ? "/api/v1/province" : "/api/v1/tenants/\(me.tenant.slug)"
        let frame = Frame(me, call).offering("kết quả chờ xác nhận hoàn thành", at: "\(place)/waiting-results")
        return ConfirmationsPage(waiting, mayDecide: me.actions.contains(.ruleItem), look: look, frame: frame)
    }

    private static func waiting(in entry: Entry, _ call: Call) async throws -> ConfirmationsPage.Waiting {
        let most = ConfirmationsPage.most
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            ConfirmationsPage.Waiting(
                reports: try await ListUnconfirmed(limit: most).perform(in: tx),
                results: try await ListWaitingResults(limit: most).perform(in: tx),
                requests: try await ListWaitingExtensions(ofAssigner: true, limit: most).perform(in: tx))
        }
    }

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
