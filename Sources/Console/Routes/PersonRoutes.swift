import Domain
import HTTPTypes
import Operations
import Web

/// One person of one's own unit: posts, what is open in his hands, leaving, moving, going to another unit.
enum PersonRoutes {
    static let all: [Route] = [show, give, leave, release, move]

    private static let show = Route(
        .get, "/people/{person}", name: "page.person", asks: .action(.manageDirectory), summary: "One person with posts and open items."
    ) { call in
        let person: Person.ID = try call.path("person")
        return try await call.read { (tx: borrowing TenantTransaction) in
            .html(Templates.shared.render(try await page(person, call, in: tx)))
        }
    }

    private static let give = Route(
        .post, "/people/{person}/posts", name: "page.post.give", asks: .action(.manageDirectory), summary: "Gives a person a post.",
        takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        let form = call.form
        return try await answering(person, call) {
            let giving = try SeatForm(form).giving(to: person, form)
            _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await giving.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/people/\(person)")
        }
    }

    private static let leave = Route(
        .post, "/people/{person}/leave", name: "page.person.leave", asks: .action(.manageDirectory),
        summary: "Records that a person leaves.",
        takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        let form = call.form
        return try await answering(person, call) {
            let leaving = try MoveForm(form).leaving(person)
            _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await leaving.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/people/\(person)")
        }
    }

    private static let release = Route(
        .post, "/people/{person}/release", name: "page.person.release", asks: .action(.manageDirectory),
        summary: "Lets a person go to another unit; the code is shown once.", takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        let form = call.form
        return try await answering(person, call) {
            let releasing = ReleasePerson(
                try MoveForm(form).leaving(person), to: form["to"], documentNumber: form["document"])
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let code = try await releasing.perform(in: tx, ids: call.ids)
                var page = try await page(person, call, in: tx)
                page.code = code.text
                return .html(Templates.shared.render(page))
            }
        }
    }

    private static let move = Route(
        .post, "/people/{person}/posts/{post}/move", name: "page.post.move", asks: .action(.manageDirectory),
        summary: "Moves the holder of a post to another one.", takes: .form
    ) { call in
        let (person, post): (Person.ID, Post.ID) = (try call.path("person"), try call.path("post"))
        let form = call.form
        return try await answering(person, call) {
            let moving = try MoveForm(form).moving(post, to: try SeatForm(form))
            _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await moving.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/people/\(person)")
        }
    }

    // MARK: - The page

    private static func page(_ id: Person.ID, _ call: Call, in tx: borrowing TenantTransaction) async throws -> PersonPage {
        let me = try await PeopleRoutes.keeper(in: tx)
        let person = try await ShowPerson(id).perform(in: tx)
        let posts = try await ListPosts(.init(person: id, everHeld: true), limit: 200).perform(in: tx).posts
        let (moves, releases) = try await ListMoves(of: id).perform(in: tx)
        let others = try await ListPosts(limit: 200).perform(in: tx).posts.filter { $0.post.person != id }
        let tenants = try await ListTenants().perform(in: tx)
        return PersonPage(
            frame: Frame(me, call), person: person, posts: posts, held: try await ListHeldItems(of: id).perform(in: tx), moves: moves,
            releases: releases, successors: others, units: try await ListUnitNames().perform(in: tx), tenants: tenants,
            account: try await ShowAccount(of: id).ifOpened(in: tx), isOneself: id == me.officer.person, today: me.officer.today)
    }

    /// A refusal of what was filled in shows the page again with what is wrong.
    static func answering(_ person: Person.ID, _ call: Call, _ body: () async throws -> Reply) async throws -> Reply {
        return try await Templates.shared.answering(also: [.notAllowed], body) {
            try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await page(person, call, in: tx)
            }
        }
    }
}
