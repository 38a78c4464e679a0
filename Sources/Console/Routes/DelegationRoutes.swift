import Domain
import HTTPTypes
import Operations
import Web

/// Delegations of the officer's own unit: looked at, given, revoked.
enum DelegationRoutes {
    static let all: [Route] = [list, give, revoke]

    private static let list = Route(
        .get, "/delegations", name: "page.delegations", asks: .reading(.directory), summary: "Who may act in whose stead in the unit."
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            let me = try await WhoAmI().perform(in: tx)
            let page = DelegationsPage(
                try await ListDelegations(limit: 200).perform(in: tx).delegations,
                posts: try await ListPosts(limit: 500).perform(in: tx).posts, me: me, frame: Frame(me, call))
            return .html(Templates.shared.render(page))
        }
    }.exporting { _ in ListDelegations(limit: 0) }

    private static let give = Route(
        .post, "/delegations", name: "page.delegations.give", asks: .action(.giveDelegation),
        summary: "Lets a colleague act in the stead of a post.", takes: .form
    ) { call in
        let form = call.form
        let scope = Action.allCases.filter { form["scope.\($0.rawValue)"] == "1" }
        guard let delegatePost = Post.ID(form["delegatePost"]), let kind = Delegation.Form(rawValue: form["kind"]) else {
            throw Problem.invalid("delegatePost", "chọn người được giao và hình thức trong danh sách")
        }
        let validTo = try FormDay.needed(form["validTo"], "validTo", "nhập ngày cuối cùng")
        let giving = GiveDelegation(
            post: Post.ID(form["post"]), delegatePost: delegatePost, form: kind, scope: scope,
            validFrom: try FormDay.read(form["validFrom"], "validFrom"),
            validTo: validTo, reason: form["reason"], documentNumber: form["documentNumber"])
        _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await giving.perform(in: tx, ids: call.ids)
        }
        return .seeOther("/delegations")
    }

    private static let revoke = Route(
        .post, "/delegations/{delegation}/revoke", name: "page.delegations.revoke", asks: .action(.revokeDelegation),
        summary: "Ends a delegation at once.", takes: .form
    ) { call in
        let revoking = RevokeDelegation(
            try call.path("delegation"), version: Int(call.form["version"]) ?? 0, reason: call.form["reason"])
        try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await revoking.perform(in: tx)
        }
        return .seeOther("/delegations")
    }
}
