import Domain
import HTTPTypes
import Operations
import Web

/// Items that are prepared and not given yet: of the province for the Office, else of the officer's own part of his unit.
enum ItemDraftRoutes {
    static let all: [Route] = [list, write, revise, assign, discard]

    private static let list = Route(
        .get, "/item-drafts", name: "page.item-drafts", asks: .action(.assignItem), summary: "Items that are prepared and not given yet."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting(in: { call in try await entry(call) }) { _ in ListItemDrafts(limit: 0) }

    private static let write = step("", "write", "Begins an item that is not given yet.") { call, entry in
        let entered = EnteredItem(call.form)
        try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
            let item = try await entered.item(over: nil, in: tx)
            _ = try await WriteItemDraft(item).perform(in: tx, ids: call.ids)
        }
        return "/item-drafts"
    }

    private static let revise = step("/{itemDraft}/revise", "revise", "Writes a draft of an item anew.") { call, entry in
        let (id, version): (ItemDraft.ID, Int) = (try call.path("itemDraft"), Int(call.form["version"]) ?? 0)
        let entered = EnteredItem(call.form)
        try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
            let item = try await entered.item(over: try await ShowItemDraft(id).perform(in: tx), in: tx)
            try await ReviseItemDraft(id, version: version, item).perform(in: tx)
        }
        return "/item-drafts"
    }

    private static let assign = step("/{itemDraft}/assign", "assign", "Gives the item that a draft prepared.") { call, entry in
        let assigning = AssignItemDraft(try call.path("itemDraft"), version: Int(call.form["version"]) ?? 0)
        return try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in
            let id = try await assigning.perform(in: tx, ids: call.ids)
            return "/units/\(try await ShowItem(id: id).perform(in: tx).entry.names.tenant.text)/items/\(id)"
        }
    }

    private static let discard = step("/{itemDraft}/discard", "discard", "Closes a draft without giving anything.") { call, entry in
        let discarding = DiscardItemDraft(try call.path("itemDraft"), version: Int(call.form["version"]) ?? 0)
        try await call.backend.entrance.write(entry) { (tx: borrowing TenantTransaction) in try await discarding.perform(in: tx) }
        return "/item-drafts"
    }

    /// One form: done, and on to the page that it answers with; or the list with what was wrong.
    private static func step(
        _ path: String, _ name: String, _ summary: String, _ act: @escaping @Sendable (Call, Entry) async throws -> String
    ) -> Route {
        Route(
            .post, "/item-drafts" + path, name: "page.item-drafts." + name, asks: .action(.assignItem), summary: summary, takes: .form
        ) { call in
            return try await Templates.shared.answering(also: [.notAllowed]) {
                return .seeOther(try await act(call, try await entry(call)))
            } or: {
                try await page(call)
            }
        }
    }

    /// The province as a whole for the Office, else the officer's own unit.
    private static func entry(_ call: Call) async throws -> Entry {
        let me = try await ItemPageRoutes.me(call)
        let place: Entry.Place = me.officer.may(.readProvince) ? .province : .home
        return Entry(token: try call.entry().token, place: place, deed: call.route.asks)
    }

    private static func page(_ call: Call) async throws -> ItemDraftsPage {
        let frame = Frame(try await ItemPageRoutes.me(call), call)
        return try await call.backend.entrance.read(try await entry(call)) { (tx: borrowing TenantTransaction) in
            let drafts = try await ListItemDrafts(limit: 200).perform(in: tx).drafts
            var sources: [ItemDraft.ID: String] = [:]
            for draft in drafts {
                guard let item = try? AssignItem(entered: draft.entered), !item.sources.isEmpty else { continue }
                sources[draft.id] = try await WordItemSources(item.sources).perform(in: tx)
            }
            let directives = try await ListDirectives(limit: 100).perform(in: tx).directives
            return ItemDraftsPage(drafts, directives: directives, sources: sources, frame: frame)
        }
    }
}

/// The fields of the form of a draft.
private struct EnteredItem {
    let form: FormBody

    init(_ form: FormBody) {
        self.form = form
    }

    /// - Parameter draft: what it says beyond the form stays.
    func item(over draft: ItemDraft?, in tx: borrowing TenantTransaction) async throws -> AssignItem {
        var item = AssignItem(lead: "", kind: .task, title: "", sector: "")
        if let draft { item = try AssignItem(entered: draft.entered) }
        item.lead = form["lead"]
        item.title = form["title"]
        item.sector = form["sector"]
        item.directive = Directive.ID(form["directive"])
        item.sourceClause = form["sourceClause"]
        item.campaign = filled("campaign")
        item.content = filled("content")
        item.product = form["product"]
        item.submitTo = form["submitTo"]
        item.dueWords = form["dueWords"]
        item.dueOn = try FormDay.read(form["dueOn"], "$.dueOn")
        if let words = form.sent("occurrences") { (item.occurrences, item.recurrence) = (try Self.days(words), nil) }
        if let words = form.sent("sources") { item.sources = try await ReadItemSources(words).perform(in: tx) }
        if form.sent("carriedOn") != nil { item.carried = try carried() }
        if let number = form.sent("dueDocument") { item.dueDocument = number }
        return item
    }

    private static func days(_ words: String) throws(Problem) -> [CivilDate] {
        do throws(OccurrenceWordsFault) {
            return try OccurrenceWords(words).days
        } catch {
            throw .invalid("$.occurrences", error.description)
        }
    }

    private func carried() throws(Problem) -> CarriedOver? {
        let dueOn = try FormDay.read(form["carriedDueOn"], "$.carriedDueOn")
        guard let assignedOn = try FormDay.read(form["carriedOn"], "$.carriedOn") else {
            guard dueOn == nil, filled("carriedCode") == nil else {
                throw .invalid("$.carriedOn", "ghi ngày giao của năm trước, hoặc bỏ trống thời hạn và mã của năm trước")
            }
            return nil
        }
        return CarriedOver(code: filled("carriedCode"), assignedOn: assignedOn, dueOn: dueOn)
    }

    private func filled(_ name: String) -> String? {
        VietnameseText(form[name]).isEmpty ? nil : form[name]
    }
}
