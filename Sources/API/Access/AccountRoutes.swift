import Domain
import HTTPTypes
import Operations
import Web

/// The account of a person. No Idempotency-Key: what is kept with a key would be a hash of the password.
enum AccountRoutes {
    static let all: [Route] = [show, open]

    private static let schema: Schema = .named(
        "Account",
        [
            .init("id", .uuid), .init("person", .uuid), .init("username", .string), .init("createdAt", .instant),
            .init("disabled", .boolean),
        ])

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/people/{person}/account", name: "accounts.show", asks: .action(.manageDirectory),
        summary: "The account of a person of the tenant, for who keeps its directory.", answers: .json(schema)
    ) { call in
        let showing = ShowAccount(of: try call.path("person"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(value(try await showing.perform(in: tx)))
        }
    }

    private static let open = Route(
        .post, "/api/v1/tenants/{tenant}/people/{person}/account", name: "accounts.open", asks: .action(.manageDirectory),
        summary: "Opens an account with a first password; one that exists is never touched.",
        takes: .json(.object([.init("username", .string), .init("password", .string, "At least 12 characters.")])), answers: .json(schema),
        status: .created
    ) { call in
        let person: Person.ID = try call.path("person")
        let input = try call.json { body in
            let username = body.required("username")?.string()
            let password = body.required("password")?.string()
            guard let username, let password else { return (String, String)?.none }
            return (username, password)
        }
        let opening = try await OpenAccount(for: person, username: input.0, password: input.1, passwords: call.backend.passwords)
        let account = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: call.ids)
            return try await ShowAccount(of: person).perform(in: tx)
        }
        return .json(value(account), status: .created)
    }

    private static func value(_ account: Account) -> JSONValue {
        [
            "id": .string(account.id.description), "person": .string(account.person.description), "username": .string(account.username),
            "createdAt": SessionJSON.instant(account.createdAt), "disabled": .bool(account.disabledAt != nil),
        ]
    }
}
