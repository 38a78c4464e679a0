import Domain
import HTTPTypes
import Operations
import Web

/// “Chờ tôi xử lý”: drafts passed on, sent back and approved.
enum DraftRoutes {
    static let all: [Route] = [list, forward, sendBack, approve]

    /// What moves a draft is the deed that it is a draft of.
    private static let ofALaunch: [Deed] = [.action(.reportLaunch)]

    private static let list = Route(
        .get, "/drafts", name: "page.drafts", asks: .reading(.draft), summary: "Drafts that lie with the officer, and others that he sees."
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            let me = try await WhoAmI().perform(in: tx)
            let page = DraftsPage(
                waiting: try await ListDrafts(waitingForMe: true, limit: 200).perform(in: tx).drafts,
                seen: try await ListDrafts(limit: 200).perform(in: tx).drafts,
                approval: try await ShowDraftApproval().perform(in: tx).approval, frame: Frame(me, call))
            return .html(Templates.shared.render(page))
        }
    }.exporting { _ in ListDrafts(limit: 0) }

    private static let forward = step(.forwarded, "forward", "Passes a draft on to the next level of the chain.")
    private static let sendBack = step(.returned, "return", "Sends a draft back to the level below, with a remark.")

    private static func step(_ move: Draft.Move, _ name: String, _ summary: String) -> Route {
        Route(
            .post, "/drafts/{draft}/" + name, name: "page.drafts." + name, asks: .action(.reportProgress), orAsks: ofALaunch,
            summary: summary,
            takes: .form
        ) { call in
            let passing = PassDraft(
                try call.path("draft"), version: Int(call.form["version"]) ?? 0, move, remark: call.form["remark"])
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await passing.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/drafts")
        }
    }

    private static let approve = Route(
        .post, "/drafts/{draft}/approve", name: "page.drafts.approve", asks: .action(.reportProgress), orAsks: ofALaunch,
        summary: "Approves a draft: files what it says.", takes: .form
    ) { call in
        let approving = ApproveDraft(try call.path("draft"), version: Int(call.form["version"]) ?? 0)
        try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await approving.perform(in: tx, ids: call.ids)
        }
        return .seeOther("/drafts")
    }
}
