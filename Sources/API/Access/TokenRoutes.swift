import Domain
import HTTPTypes
import Operations
import Web

/// The officer's own sessions and API tokens. A token is shown once, so these routes take no Idempotency-Key.
enum TokenRoutes {
    static let all: [Route] = [list, open, end, endOthers]

    private static let list = Route(
        .get, "/api/v1/tokens", name: "tokens.list", asks: .selfService,
        summary: "One's own sessions and API tokens that are still good, newest first.",
        answers: .json(.object([.init("items", .array(SessionJSON.credentialSchema))]))
    ) { call in
        let token = try call.token()
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListCredentials(with: token).perform(in: tx).map(SessionJSON.credential))])
        }
    }

    private static let open = Route(
        .post, "/api/v1/tokens", name: "tokens.open", asks: .selfService,
        summary: "Opens an API token for the acting post; only from a session.",
        takes: .json(
            .object([
                .init("label", .string), .init("days", .integer, required: false, "1 to what the installation allows; 90 when absent."),
                .init("scopes", .array(SessionJSON.scopeSchema), required: false, "What it may do; looking alone when absent."),
            ])),
        answers: .json(SessionJSON.openedSchema), status: .created, repeatable: false
    ) { call in
        let session = try call.token()
        let opening = try call.json { body in
            let label = body.required("label")?.text(atMost: 100)
            let days = body.optional("days", default: Int?.none) { $0.integer(in: 1...366).map(Optional.some) }
            let scopes = body.optional("scopes", default: [String]?.none) { $0.array { $0.string() }.map(Optional.some) }
            guard let label, let days, let scopes else { return OpenToken?.none }
            return OpenToken(label: label, days: days, scopes: scopes, from: session)
        }
        let opened = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: call.ids)
        }
        return .json(SessionJSON.opened(opened), status: .created)
    }

    private static let endOthers = Route(
        .delete, "/api/v1/tokens", name: "tokens.end-others", asks: .selfService,
        summary: "Ends every session and API token of one's own but this one.",
        answers: .json(.object([.init("ended", .integer)]))
    ) { call in
        let ending = EndOtherCredentials(than: try call.token())
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            .json(["ended": .integer(try await ending.perform(in: tx))])
        }
    }

    private static let end = Route(
        .delete, "/api/v1/tokens/{token}", name: "tokens.end", asks: .selfService, summary: "Ends one of one's own sessions or API tokens.",
        status: .noContent
    ) { call in
        let ending = EndCredential(try call.path("token"))
        try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
        }
        return .nothing
    }
}
