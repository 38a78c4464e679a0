import Domain
import HTTPTypes
import Operations
import Web

/// The account of a person. Nobody chooses another's password: opening and resetting answer a one-time link to hand out. No Idempotency-Key:
/// a link is never shown twice.
enum AccountRoutes {
    static let all: [Route] = [show, open, reset, disable, enable]

    private static let path = "/api/v1/tenants/{tenant}/people/{person}/account"

    private static let show = Route(
        .get, path, name: "accounts.show", asks: .action(.manageDirectory),
        summary: "The account of a person of the tenant, for who keeps its directory.",
        answers: .json(AccountJSON.schema)
    ) { call in
        let showing = ShowAccount(of: try call.path("person"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(AccountJSON.value(try await showing.perform(in: tx)))
        }
    }

    private static let open = Route(
        .post, path, name: "accounts.open", asks: .action(.manageDirectory),
        summary: "Opens an account and answers the link that sets its first password; one that exists is never touched.",
        takes: .json(.object([.init("username", .string)])), answers: .json(AccountJSON.openedSchema), status: .created, repeatable: false
    ) { call in
        let person: Person.ID = try call.path("person")
        let opening = try OpenAccount(for: person, username: try call.json { body in body.required("username")?.string() })
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            let link = try await opening.perform(in: tx, ids: call.ids)
            let account = try await ShowAccount(of: person).perform(in: tx)
            return .json(AccountJSON.opened(account, link, at: call.backend.publicAddress), status: .created)
        }
    }

    private static let reset = Route(
        .post, path + "/reset", name: "accounts.reset", asks: .action(.manageDirectory),
        summary: "Answers a link that sets a new password, once; until it is used the present one stays.",
        answers: .json(AccountJSON.linkSchema), status: .created, repeatable: false
    ) { call in
        let resetting = ResetAccount(of: try call.path("person"))
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            .json(AccountJSON.link(try await resetting.perform(in: tx), at: call.backend.publicAddress), status: .created)
        }
    }

    private static let disable = Route(
        .post, path + "/disable", name: "accounts.disable", asks: .action(.manageDirectory),
        summary: "Shuts an account; its sessions and tokens end everywhere at once.",
        takes: .json(.object([.init("reason", .string)])), answers: .json(AccountJSON.schema), repeatable: false
    ) { call in
        let person: Person.ID = try call.path("person")
        let disabling = DisableAccount(of: person, reason: try call.json { body in body.required("reason")?.string() })
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await disabling.perform(in: tx)
            return .json(AccountJSON.value(try await ShowAccount(of: person).perform(in: tx)))
        }
    }

    private static let enable = Route(
        .post, path + "/enable", name: "accounts.enable", asks: .action(.manageDirectory),
        summary: "Lets the person sign in again; what has ended stays ended.",
        answers: .json(AccountJSON.schema), repeatable: false
    ) { call in
        let person: Person.ID = try call.path("person")
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await EnableAccount(of: person).perform(in: tx)
            return .json(AccountJSON.value(try await ShowAccount(of: person).perform(in: tx)))
        }
    }
}
