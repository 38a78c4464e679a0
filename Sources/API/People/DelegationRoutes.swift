import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Delegations in the tenant: who may act in whose stead, in which deeds, until when.
enum DelegationRoutes {
    static let all: [Route] = [list, give, show, revoke]

    private static let list = Route(
        .get, "/api/v1/tenants/{tenant}/delegations", name: "delegations.list", asks: .reading(.directory),
        summary: "Delegations of the tenant, those that begin last first.",
        query: QueryParameter.page + [
            QueryParameter("inForceOn", .date, "Only those that stand on this day."),
            QueryParameter("post", .uuid, "Only in the stead of this post."),
            QueryParameter("person", .uuid, "Only to this person."),
        ],
        answers: .json(.page(of: DelegationSchemas.delegation))
    ) { call in
        let listing = ListDelegations(try selection(call), after: try Cursor.id(call), limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (delegations, next) = try await listing.perform(in: tx)
            return .json(.page(delegations.map(DelegationJSON.value), next: next, of: call))
        }
    }.exporting { call in ListDelegations(try selection(call), limit: 0) }

    private static func selection(_ call: Call) throws -> Delegation.Selection {
        Delegation.Selection(
            inForceOn: try call.queryDate("inForceOn"), post: try call.queryID("post"), person: try call.queryID("person"))
    }

    private static let give = Route(
        .post, "/api/v1/tenants/{tenant}/delegations", name: "delegations.give", asks: .action(.giveDelegation),
        summary: "Lets a colleague act in the stead of a post, for some days and deeds.",
        takes: .json(DelegationSchemas.given), answers: .json(DelegationSchemas.delegation), status: .created
    ) { call in
        let giving = try call.json { body in
            let post = body.optional("post")?.id(Post.ID.self)
            let delegatePost = body.required("delegatePost")?.id(Post.ID.self)
            let form = body.required("form")?.oneOf(Delegation.Form.self)
            let scope = body.required("scope")?.array { $0.oneOf(Action.self) }
            let validFrom = body.optional("validFrom")?.day()
            let validTo = body.required("validTo")?.day()
            let reason = body.required("reason")?.text(atMost: 1_000)
            let document = body.optional("documentNumber")?.line(atMost: 100)
            guard let delegatePost, let form, let scope, let validTo, let reason else { return GiveDelegation?.none }
            return GiveDelegation(
                post: post, delegatePost: delegatePost, form: form, scope: scope, validFrom: validFrom, validTo: validTo, reason: reason,
                documentNumber: document ?? "")
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await giving.perform(in: tx, ids: call.ids)
        } show: { (id: Delegation.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/delegations/{delegation}", name: "delegations.show", asks: .reading(.directory),
        summary: "One delegation.", answers: .json(DelegationSchemas.delegation)
    ) { call in
        let id: Delegation.ID = try call.path("delegation")
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let revoke = Route(
        .post, "/api/v1/tenants/{tenant}/delegations/{delegation}/revocation", name: "delegations.revoke", asks: .action(.revokeDelegation),
        summary: "Ends a delegation at once: by who gave it, who holds the post, the head, or who keeps the directory.",
        takes: .json(.object([.init("reason", .text)])), answers: .json(DelegationSchemas.delegation), versioned: true
    ) { call in
        let (delegation, version): (Delegation.ID, Int) = (try call.path("delegation"), try call.version())
        let revoking = try call.json { body in
            body.required("reason")?.text(atMost: 1_000).map { RevokeDelegation(delegation, version: version, reason: $0) }
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await revoking.perform(in: tx)
            return delegation
        } show: { (id: Delegation.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func shown(_ id: Delegation.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let delegation = try await ShowDelegation(id).perform(in: tx)
        return .json(DelegationJSON.value(delegation)).tagged(delegation.version)
    }
}
