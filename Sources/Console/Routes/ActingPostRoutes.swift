import Domain
import HTTPTypes
import Operations
import Web

/// Which post, or delegation, the officer acts in.
enum ActingPostRoutes {
    static let all: [Route] = [show, switchPost, actUnder]

    private static let show = Route(
        .get, "/acting", name: "page.acting", asks: .selfService, summary: "One's own posts and what one may act under."
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            let me = try await WhoAmI().perform(in: tx)
            return .html(Templates.shared.render(ActingPostPage(me, frame: Frame(me, call))))
        }
    }

    private static let switchPost = Route(
        .post, "/acting/post", name: "page.acting.post", asks: .selfService, summary: "Goes on in another post of one's own.", takes: .form
    ) { call in
        guard let post = Post.ID(call.form["post"]) else { throw Problem.notFound }
        let switching = SwitchPost(try call.token(), to: post)
        let session = try await switching.perform(
            at: call.backend.entrance.signIn, among: try await me(call).posts, ids: call.ids)
        return answer(session, call)
    }

    private static let actUnder = Route(
        .post, "/acting/delegation", name: "page.acting.delegation", asks: .selfService, summary: "Goes on in another's stead.",
        takes: .form
    ) { call in
        guard let delegation = Delegation.ID(call.form["delegation"]) else { throw Problem.notFound }
        let acting = ActUnderDelegation(try call.token(), under: delegation)
        let session = try await acting.perform(at: call.backend.entrance.signIn, as: try await me(call), ids: call.ids)
        return answer(session, call)
    }

    private static func me(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
    }

    private static func answer(_ session: Session, _ call: Call) -> Reply {
        var reply = Reply.seeOther("/acting")
        reply.headers[.setCookie] = Credentials.cookie(
            session.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
        return reply
    }
}
