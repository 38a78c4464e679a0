import Domain
import HTTPTypes
import Operations
import Web

/// The officer's own sessions and API tokens, to be looked at and ended.
enum CredentialRoutes {
    static let all: [Route] = [list, end, endOthers]

    private static let list = Route(
        .get, "/sessions", name: "page.sessions", asks: .selfService, summary: "One's own sessions and API tokens."
    ) { call in
        let token = try call.token()
        return try await call.read { (tx: borrowing TenantTransaction) in
            let frame = Frame(try await WhoAmI().perform(in: tx), call)
            return .html(Templates.shared.render(SessionsPage(try await ListCredentials(with: token).perform(in: tx), frame: frame)))
        }
    }

    private static let end = Route(
        .post, "/sessions/{credential}/end", name: "page.sessions.end", asks: .selfService, summary: "Ends one of one's own.", takes: .form
    ) { call in
        let ending = EndCredential(try call.path("credential"))
        try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
        }
        return .seeOther("/sessions")
    }

    private static let endOthers = Route(
        .post, "/sessions/end-others", name: "page.sessions.end-others", asks: .selfService, summary: "Ends every other one of one's own.",
        takes: .form
    ) { call in
        let ending = EndOtherCredentials(than: try call.token())
        _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
        }
        return .seeOther("/sessions")
    }
}
