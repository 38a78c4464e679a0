import Domain
import HTTPTypes
import Operations
import Web

/// The account of one person of one's own unit: opened, given a new link, shut and let in again. Nobody else's links are touched.
enum PersonAccountRoutes {
    static let all: [Route] = [open, reset, disable, enable]

    private static let open = Route(
        .post, "/people/{person}/account", name: "page.account.open", asks: .action(.manageDirectory),
        summary: "Opens a person's account; the slip with its link is shown once.", takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        let form = call.form
        return try await PersonRoutes.answering(person, call) {
            let opening = try OpenAccount(for: person, username: form["username"])
            return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let link = try await opening.perform(in: tx, ids: call.ids)
                return try await slip(of: person, with: link, call, in: tx)
            }
        }
    }

    private static let reset = Route(
        .post, "/people/{person}/account/reset", name: "page.account.reset", asks: .action(.manageDirectory),
        summary: "Makes a person a new link; the slip is shown once.", takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        return try await PersonRoutes.answering(person, call) {
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let link = try await ResetAccount(of: person).perform(in: tx)
                return try await slip(of: person, with: link, call, in: tx)
            }
        }
    }

    private static let disable = Route(
        .post, "/people/{person}/account/disable", name: "page.account.disable", asks: .action(.manageDirectory),
        summary: "Shuts a person's account.", takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        let form = call.form
        return try await PersonRoutes.answering(person, call) {
            let disabling = DisableAccount(of: person, reason: form["reason"])
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await disabling.perform(in: tx)
            }
            return .seeOther("/people/\(person)")
        }
    }

    private static let enable = Route(
        .post, "/people/{person}/account/enable", name: "page.account.enable", asks: .action(.manageDirectory),
        summary: "Lets a person sign in again.", takes: .form
    ) { call in
        let person: Person.ID = try call.path("person")
        return try await PersonRoutes.answering(person, call) {
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await EnableAccount(of: person).perform(in: tx)
            }
            return .seeOther("/people/\(person)")
        }
    }

    private static func slip(
        of id: Person.ID, with link: PasswordLink, _ call: Call, in tx: borrowing TenantTransaction
    ) async throws -> Reply {
        let me = try await PeopleRoutes.keeper(in: tx)
        let person = try await ShowPerson(id).perform(in: tx)
        let account = try await ShowAccount(of: id).perform(in: tx)
        let unit = try await ListPosts(.init(person: id), limit: 1).perform(in: tx).posts.first?.unitName
        let handout = Handout(
            person: id, fullName: person.fullName, unitName: unit ?? me.tenant.fullName, username: account.username, link: link)
        return .html(Templates.shared.render(SlipsPage([handout], call, frame: Frame(me, call))))
    }
}
