import Domain
import HTTPTypes
import Operations
import Web

/// Signing in by the province's OpenID provider, and linking one's account with it.
enum OpenIDRoutes {
    static let all: [Route] = [leave, link, answer]

    private static let leave = Route(
        .get, "/sign-in/openid", name: "page.openid", asks: .selfService, summary: "Goes to the OpenID provider to sign in.", access: .open
    ) { call in
        try await depart(call, BeginOpenID())
    }

    private static let link = Route(
        .post, "/account/openid", name: "page.openid.link", asks: .selfService,
        summary: "Goes to the OpenID provider to link one's own account.", takes: .form
    ) { call in
        try await depart(call, BeginOpenID(linking: try call.token()))
    }

    private static let answer = Route(
        .get, "/sign-in/openid/answer", name: "page.openid.answer", asks: .selfService, summary: "Takes the answer of the OpenID provider.",
        access: .open,
        query: [
            QueryParameter("code", .string, "The provider's code."), QueryParameter("state", .string, "What was sent along."),
            QueryParameter("iss", .string, "The provider, where it says so (RFC 9207)."),
            QueryParameter("session_state", .string, "Of the provider's own session; not used."),
            QueryParameter("error", .string, "Why the provider refuses."),
            QueryParameter("error_description", .string, "The same in words."),
            QueryParameter("error_uri", .string, "More about it."), QueryParameter("scope", .string, "What was granted; not used."),
        ]
    ) { call in
        let provider = try provider(call)
        if let issuer = call.query("iss"), issuer != provider.settings.issuer { throw Problem.notFound }
        let finishing = FinishOpenID(
            code: call.query("error") == nil ? call.query("code") : nil, state: call.query("state") ?? "",
            browser: Credentials.departure(in: call.head))
        var reply = Reply.seeOther("/")
        do {
            if case .signedIn(let session) = try await finishing.perform(
                at: call.backend.entrance.signIn, provider, ids: call.ids)
            {
                reply.headers[.setCookie] = Credentials.cookie(
                    session.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
            }
        } catch let problem as Problem where problem.kind == .notSignedIn {
            let page = SignInPage(fault: problem.detail, provider: provider.settings.name)
            reply = .html(Templates.shared.render(page), status: problem.kind.status)
        }
        reply.headers.append(HTTPField(name: .setCookie, value: Credentials.departureCookie(nil, secure: call.backend.secure)))
        return reply
    }

    private static func depart(_ call: Call, _ beginning: BeginOpenID) async throws -> Reply {
        let departure = try await beginning.perform(at: call.backend.entrance.signIn, try provider(call))
        var reply = Reply.seeOther(departure.url)
        reply.headers[.setCookie] = Credentials.departureCookie(departure.browser, secure: call.backend.secure)
        return reply
    }

    private static func provider(_ call: Call) throws(Problem) -> OpenIDProvider {
        guard let provider = call.backend.openID else { throw .notFound }
        return provider
    }
}
