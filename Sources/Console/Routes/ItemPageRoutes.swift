import Domain
import HTTPTypes
import Operations
import Web

/// One item on one page: what it asks for, its verdict and history, and the forms of what can be done now.
enum ItemPageRoutes {
    static let all: [Route] = [show, disputes] + ItemFormRoutes.all

    private static let disputes = Route(
        .get, "/disputes", name: "page.disputes", asks: .reading(.item),
        summary: "Disputes that wait for an answer: in the province for its posts, else in one's own unit."
    ) { call in
        let me = try await me(call)
        return try await call.backend.entrance.read(try widest(call, me)) { (tx: borrowing TenantTransaction) in
            let page = DisputesPage(frame: Frame(me, call), try await ListWaitingDisputes(limit: 200).perform(in: tx))
            return .html(Templates.shared.render(page))
        }
    }.exporting(in: { call in try widest(call, try await me(call)) }) { _ in ListWaitingDisputes() }

    private static func widest(_ call: Call, _ me: WhoAmI.Answer) throws -> Entry {
        Entry(token: try call.entry().token, place: me.officer.may(.readProvince) ? .province : .home, deed: call.route.asks)
    }

    private static let show = Route(
        .get, "/units/{tenant}/items/{item}", name: "page.item", asks: .reading(.item),
        summary: "One item with its whole history, its verdict and what can be done now."
    ) { call in
        .html(Templates.shared.render(try await page(try call.path("item"), call)))
    }

    /// The page of an item as the acting officer sees it.
    static func page(_ id: WorkItem.ID, _ call: Call) async throws -> ItemPage {
        let entry = Entry(token: try call.entry().token, place: try call.entry().place, deed: .reading(.item))
        let me = try await me(call)
        let frame = Frame(me, call)
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            let detail = try await ShowItem(id: id).perform(in: tx)
            var directive: Directive?
            if let id = detail.entry.item.terms.directive { directive = try? await ShowDirective(id: id).perform(in: tx) }
            let judged = try await JudgeItem(detail.entry).perform(in: tx)
            var further = ItemForms.Further()
            further.reports = detail.reportsToSupport(for: me.officer)
            further.mayBeCutAnew = detail.mayBeCutAnew(by: me.officer)
            further.approval = try await ShowNeededApproval().perform(in: tx)
            let steps = detail.steps(for: me.officer)
            if steps.contains(.change) {
                // The province names its own papers only.
                let item = detail.entry.item
                further.directives = try await ListDirectives(limit: 100).perform(in: tx).directives
                    .filter { !item.isProvinces || $0.tenant != item.tenant }
            }
            if steps.contains(.report) || steps.contains(.supplement) {
                further.delayers = try await ListDelayers(of: detail.entry.item).perform(in: tx)
            }
            if steps.contains(.handOn) { further.receivers = try await ListReceivers(of: detail.entry.item).perform(in: tx) }
            if further.mayBeCutAnew { further.mergeable = try await ItemCutting.mergeable(with: detail.entry, in: tx) }
            let campaign = try await ListCampaigns().perform(in: tx).first { $0.code == detail.entry.names.campaign }
            // They are seen inside the unit alone, by who is on the chain (A59).
            let isOnTheChain = Draft.Level(me.officer.role) != nil && detail.entry.item.tenant == me.officer.home
            let drafts = isOnTheChain ? try await ListDrafts(item: id, openOnly: true, limit: 20).perform(in: tx).drafts : []
            let content = ItemPage.Content(
                detail: detail, directive: directive, judged: judged, steps: steps, further: further,
                campaign: campaign?.name, drafts: drafts)
            return ItemPage(frame: frame, content)
        }
    }

    static func me(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(Entry(token: try call.entry().token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
    }
}
