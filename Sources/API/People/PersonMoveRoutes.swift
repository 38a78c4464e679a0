import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Leaving, changing posts, and going to another unit, each in one step with what is in the person's hands. What answers a code keeps no
/// Idempotency-Key: a code is never shown twice.
enum PersonMoveRoutes {
    static let all: [Route] = [held, list, leave, move, release, renew]

    private static let path = "/api/v1/tenants/{tenant}/people/{person}"

    private static let held = Route(
        .get, path + "/held-items", name: "people.held-items", asks: .action(.manageDirectory),
        summary: "What is in a person's hands and not done: what must go to somebody before he leaves or moves.",
        query: [QueryParameter("post", .uuid, "Only what he has by this post.")],
        answers: .json(.object([.init("items", .array(PersonMoveSchemas.heldItem))]))
    ) { call in
        let listing = ListHeldItems(of: try call.path("person"), by: try call.queryID("post"))
        return try await call.read { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await listing.perform(in: tx).map(PersonMoveJSON.value))])
        }
    }

    private static let list = Route(
        .get, path + "/moves", name: "people.moves", asks: .reading(.move),
        summary: "How a person came to leave or change posts, and to which unit he was let go; the latest first.",
        answers: .json(
            .object([.init("moves", .array(PersonMoveSchemas.move)), .init("releases", .array(PersonMoveSchemas.release))]))
    ) { call in
        let listing = ListMoves(of: try call.path("person"))
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (moves, releases) = try await listing.perform(in: tx)
            return .json([
                "moves": .array(moves.map(PersonMoveJSON.value)), "releases": .array(releases.map(PersonMoveJSON.value)),
            ])
        }
    }

    private static let leave = Route(
        .post, path + "/leaving", name: "people.leave", asks: .action(.manageDirectory),
        summary: "Records that a person leaves: what is open goes to a successor or back to the unit, posts end, the account is shut.",
        takes: .json(PersonMoveSchemas.leaving), answers: .json(PersonMoveSchemas.move), status: .created, versioned: true
    ) { call in
        let (person, version): (Person.ID, Int) = (try call.path("person"), try call.version())
        let leaving = try call.json { body in PersonMoveBody.leaving(person, version, &body) }
        return try await changed(call) { (tx: borrowing TenantTransaction) in try await leaving.perform(in: tx, ids: call.ids) }
    }

    private static let move = Route(
        .post, "/api/v1/tenants/{tenant}/posts/{post}/moving", name: "posts.move", asks: .action(.manageDirectory),
        summary: "Moves the holder of a post to another post of the unit; what he had by the old one goes to a successor or its sub-unit.",
        takes: .json(PersonMoveSchemas.moving), answers: .json(PersonMoveSchemas.move), status: .created, versioned: true
    ) { call in
        let (post, version): (Post.ID, Int) = (try call.path("post"), try call.version())
        let (moving, unit) = try call.json { body in PersonMoveBody.moving(post, version, &body) }
        return try await changed(call) { (tx: borrowing TenantTransaction) in
            var moving = moving
            moving.unit = try await unit?.resolve(on: moving.from, naming: "$.unit", in: tx).id
            return try await moving.perform(in: tx, ids: call.ids)
        }
    }

    private static let release = Route(
        .post, path + "/release", name: "people.release", asks: .action(.manageDirectory),
        summary: "Lets a person go to another unit of the province, and answers the code with which that unit takes him on.",
        takes: .json(PersonMoveSchemas.releasing), answers: .json(PersonMoveSchemas.code), status: .created, versioned: true
    ) { call in
        let (person, version): (Person.ID, Int) = (try call.path("person"), try call.version())
        let releasing = try call.json { body in PersonMoveBody.releasing(person, version, &body) }
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            .json(["code": .string(try await releasing.perform(in: tx, ids: call.ids).text)], status: .created)
        }
    }

    private static let renew = Route(
        .post, path + "/release/renewal", name: "people.release.renew", asks: .action(.manageDirectory),
        summary: "Takes back a release that nobody has used, and writes another one where a unit is named.",
        takes: .json(PersonMoveSchemas.renewing), answers: .json(.object([.init("code", .nullable(.string), "Shown this once.")]))
    ) { call in
        let person: Person.ID = try call.path("person")
        let renewing = try call.json { body in PersonMoveBody.renewing(person, &body) }
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            .json(["code": .string(orNull: try await renewing.perform(in: tx, ids: call.ids)?.text)])
        }
    }

    private static func changed(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> PersonMove.ID) async throws -> Reply {
        try await call.change(act) { (id: PersonMove.ID, tx: borrowing TenantTransaction) in
            .json(PersonMoveJSON.value(try await ShowMove(id).perform(in: tx)))
        }
    }
}
