import Domain
import HTTPTypes
import Operations
import Web

/// “Chờ tôi xử lý”: drafts passed on, sent back and approved; by who drafted them written anew and given up.
enum DraftRoutes {
    static let all: [Route] = [list, forward, sendBack, approve, revise, discard]

    /// What moves a draft is the deed that it is a draft of.
    private static let ofALaunch: [Deed] = [.action(.reportLaunch)]

    private static let list = Route(
        .get, "/drafts", name: "page.drafts", asks: .reading(.draft), summary: "Drafts that lie with the officer, and others that he sees."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting { _ in ListDrafts(limit: 0) }

    private static let forward = step("forward", "Passes a draft on to the next level of the chain.") { call in
        try passing(.forwarded, call)
    }

    private static let sendBack = step("return", "Sends a draft back to the level below, with a remark.") { call in
        try passing(.returned, call)
    }

    private static let approve = step("approve", "Approves a draft: files what it says.") { call in
        let act = ApproveDraft(try call.path("draft"), version: shownVersion(call))
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static let revise = step("revise", "Its drafter writes a draft anew, while it lies with him.") { call in
        let (id, version): (Draft.ID, Int) = (try call.path("draft"), shownVersion(call))
        let form = call.form
        return { (tx: borrowing TenantTransaction) in
            // Of what it is, the draft says.
            let subject: WriteDraft.Subject
            switch try await ShowDraft(id).perform(in: tx).content {
            case .progress(let report):
                subject = .progress(try ItemStepForm(form: form).reporting(report.item, isResult: report.isResult))
            case .launch(let conference):
                subject = .launch(try LaunchRoutes.record(form, .id(conference.launch), nil))
            }
            try await ReviseDraft(id, version: version, subject).perform(in: tx)
        }
    }

    private static let discard = step("discard", "Its drafter gives a draft up, while it lies with him.") { call in
        let act = DiscardDraft(try call.path("draft"), version: shownVersion(call))
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Parts

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    /// One form: done, and the list again; or the list with what was wrong.
    private static func step(_ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act) -> Route {
        Route(
            .post, "/drafts/{draft}/" + name, name: "page.drafts." + name, asks: .action(.reportProgress), orAsks: ofALaunch,
            summary: summary, takes: .form
        ) { call in
            try await Templates.shared.answering(also: [.notAllowed]) {
                let act = try read(call)
                try await call.backend.entrance.write(try call.entry(), act)
                return .seeOther("/drafts")
            } or: {
                try await page(call)
            }
        }
    }

    private static func passing(_ move: Draft.Move, _ call: Call) throws -> Act {
        let act = PassDraft(try call.path("draft"), version: shownVersion(call), move, remark: call.form["remark"])
        return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: call.ids) }
    }

    private static func shownVersion(_ call: Call) -> Int { Int(call.form["version"]) ?? 0 }

    /// What it shows, whatever form led to it.
    private static func page(_ call: Call) async throws -> DraftsPage {
        let entry = Entry(token: try call.entry().token, place: try call.entry().place, deed: .reading(.draft))
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            let me = try await WhoAmI().perform(in: tx)
            return DraftsPage(
                in: me.tenant.slug.text, waiting: try await ListDrafts(waitingForMe: true, limit: 200).perform(in: tx).drafts,
                seen: try await ListDrafts(limit: 200).perform(in: tx).drafts,
                approval: try await ShowDraftApproval().perform(in: tx).approval, frame: Frame(me, call))
        }
    }
}
