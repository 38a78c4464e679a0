import Domain
import HTTPTypes
import Operations
import Web

/// Posts in the tenant: who holds what, where, in which role, from when to when.
enum PostRoutes {
    static let all: [Route] = [list, give, show, end]

    private static let list = Route(
        .get, "/api/v1/tenants/{tenant}/posts", name: "posts.list", asks: .reading(.directory),
        summary: "Posts held on a day, in the customary order of their roles.",
        query: QueryParameter.page + [
            QueryParameter("asOf", .date, "Day; today when absent."),
            QueryParameter("person", .uuid, "Only of this person."),
            QueryParameter("unit", .uuid, "Only at this sub-unit."),
            QueryParameter("role", .oneOf(Role.self), "Only with this role."),
            QueryParameter("ever", .boolean, "Also those over by then or beginning later."),
        ],
        answers: .json(.page(of: PostJSON.schema))
    ) { call in
        let listing = ListPosts(try selection(call), after: try Cursor.id(call), limit: try call.limit())
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let (posts, next) = try await listing.perform(in: tx)
            return .json(.page(posts.map(PostJSON.value), next: next, of: call))
        }
    }.exporting { call in ListPosts(try selection(call), limit: 0) }

    private static func selection(_ call: Call) throws -> Post.Selection {
        Post.Selection(
            on: try call.queryDate("asOf"), person: try call.queryID("person"), unit: try call.queryID("unit"),
            role: try call.queryChoice("role"), everHeld: try call.queryFlag("ever"))
    }

    private static let give = Route(
        .post, "/api/v1/tenants/{tenant}/posts", name: "posts.give", asks: .action(.manageDirectory),
        summary: "Gives a person of the tenant a post.",
        takes: .json(PostJSON.giveSchema), answers: .json(PostJSON.schema), status: .created
    ) { call in
        let giving = try call.json { body in
            let person = body.required("person")?.id(Person.ID.self)
            let unit = body.optional("unit", default: nil) { $0.nullable { $0.id(SubUnit.ID.self) } }
            let role = body.required("role")?.oneOf(Role.self)
            let title = body.required("title")?.text(atMost: 200)
            let leaderRank = body.required("leaderRank")?.oneOf(Post.LeaderRank.self)
            let validFrom = body.optional("validFrom")?.day()
            let validTo = body.optional("validTo", default: nil) { $0.nullable { $0.day() } }
            guard let person, let unit, let role, let title, let leaderRank, let validTo else { return GivePost?.none }
            return GivePost(
                person: person, unit: unit, role: role, title: title, leaderRank: leaderRank, validFrom: validFrom, validTo: validTo)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await giving.perform(in: tx, ids: call.ids)
        } show: { (id: Post.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/posts/{post}", name: "posts.show", asks: .reading(.directory), summary: "One post.",
        answers: .json(PostJSON.schema)
    ) { call in
        let id: Post.ID = try call.path("post")
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let end = Route(
        .post, "/api/v1/tenants/{tenant}/posts/{post}/closure", name: "posts.end", asks: .action(.manageDirectory),
        summary: "Records the last day of a post.",
        takes: .json(.object([.init("lastDay", .date, required: false, "Today when absent.")])), answers: .json(PostJSON.schema),
        versioned: true
    ) { call in
        let (post, version): (Post.ID, Int) = (try call.path("post"), try call.version())
        let ending = try call.json { body in
            EndPost(post, version: version, lastDay: body.optional("lastDay")?.day())
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
            return post
        } show: { (id: Post.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func shown(_ id: Post.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let holding = try await ShowPost(id).perform(in: tx)
        return .json(PostJSON.value(holding)).tagged(holding.post.version)
    }
}
