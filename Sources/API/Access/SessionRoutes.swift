import Domain
import HTTPTypes
import Operations
import Web

/// Signing in and out, and the acting post. These routes take no Idempotency-Key: a token is never shown twice.
enum SessionRoutes {
    static let all: [Route] = [signIn, giveCode, whoAmI, switchPost, actUnder, signOut, changePassword, setPassword]

    private static let signIn = Route(
        .post, "/api/v1/session", name: "session.open", asks: .selfService,
        summary: "Signs in: opens a session in one post of the account, or asks for the code of its second factor.", access: .open,
        takes: .json(SessionJSON.signInSchema), answers: .json(SessionJSON.schema), status: .created,
        otherwise: [.accepted: .json(SessionJSON.stepSchema)]
    ) { call in
        try call.refuseForeignOrigin()
        let signIn = try call.json { body in
            let username = body.required("username")?.string()
            let password = body.required("password")?.string()
            let post = body.optional("post")?.id(Post.ID.self)
            guard let username, let password else { return SignIn?.none }
            return SignIn(username: username, password: password, post: post, address: call.address)
        }
        switch try await signIn.begin(at: call.backend.entrance.signIn, passwords: call.backend.passwords, ids: call.ids) {
        case .signedIn(let session): return answer(session, call, .created)
        case .codeNeeded(let step): return .json(SessionJSON.step(step), status: .accepted)
        }
    }

    private static let giveCode = Route(
        .post, "/api/v1/session/code", name: "session.code", asks: .selfService,
        summary: "The second step of signing in: a code of the device, or a recovery code.", access: .open,
        takes: .json(SessionJSON.codeSchema), answers: .json(SessionJSON.schema), status: .created
    ) { call in
        try call.refuseForeignOrigin()
        let finishing = try call.json { body in
            let step = body.required("step")?.string()
            let code = body.required("code")?.string()
            let post = body.optional("post")?.id(Post.ID.self)
            guard let step, let code else { return FinishSignIn?.none }
            return FinishSignIn(step, code: code, post: post, address: call.address)
        }
        return answer(try await finishing.perform(at: call.backend.entrance.signIn, ids: call.ids), call, .created)
    }

    private static let whoAmI = Route(
        .get, "/api/v1/session", name: "session.show", asks: .selfService,
        summary: "Who acts, in which post, and the other posts to choose from.",
        answers: .json(SessionJSON.officerSchema)
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            .json(SessionJSON.officer(try await WhoAmI().perform(in: tx)))
        }
    }

    private static let switchPost = Route(
        .post, "/api/v1/session/post", name: "session.switch", asks: .selfService,
        summary: "Goes on in another post of the account: a new session in place of this one.",
        takes: .json(.object([.init("post", .uuid)])), answers: .json(SessionJSON.schema), status: .created, repeatable: false
    ) { call in
        let switching = SwitchPost(try call.token(), to: try call.json { body in body.required("post")?.id() })
        let posts = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx).posts
        }
        let session = try await switching.perform(at: call.backend.entrance.signIn, among: posts, ids: call.ids)
        return answer(session, call, .created)
    }

    private static let actUnder = Route(
        .post, "/api/v1/session/delegation", name: "session.delegate", asks: .selfService,
        summary: "Goes on in another's stead, under a delegation: a new session in place of this one.",
        takes: .json(.object([.init("delegation", .uuid)])), answers: .json(SessionJSON.schema), status: .created
    ) { call in
        let acting = ActUnderDelegation(try call.token(), under: try call.json { body in body.required("delegation")?.id() })
        let me = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        let session = try await acting.perform(at: call.backend.entrance.signIn, as: me, ids: call.ids)
        return answer(session, call, .created)
    }

    private static let signOut = Route(
        .delete, "/api/v1/session", name: "session.close", asks: .selfService,
        summary: "Signs out: ends the session or token of the request.",
        status: .noContent
    ) { call in
        try await SignOut(try call.token()).perform(at: call.backend.entrance.signIn)
        var reply = Reply.nothing
        reply.headers[.setCookie] = Credentials.cookie(nil, secure: call.backend.secure)
        return reply
    }

    private static let changePassword = Route(
        .post, "/api/v1/session/password", name: "password.change", asks: .selfService,
        summary: "Changes one's own password; every other session and every token ends.",
        takes: .json(.object([.init("oldPassword", .string), .init("newPassword", .string, "At least 12 characters.")])),
        status: .noContent,
        repeatable: false
    ) { call in
        let session = try call.token()
        let changing = try call.json { body in
            let old = body.required("oldPassword")?.string()
            let new = body.required("newPassword")?.string()
            guard let old, let new else { return ChangePassword?.none }
            return ChangePassword(session, from: old, to: new, address: call.address)
        }
        try await changing.perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords)
        return .nothing
    }

    private static let setPassword = Route(
        .post, "/api/v1/password", name: "password.set", asks: .selfService,
        summary: "Sets a password by a one-time link; every session and token ends.",
        access: .open, takes: .json(.object([.init("link", .string, "Or its last part, tdl_…"), .init("password", .string)])),
        answers: .json(.object([.init("username", .string)]))
    ) { call in
        try call.refuseForeignOrigin()
        let setting = try call.json { body in
            let link = body.required("link")?.string()
            let password = body.required("password")?.string()
            guard let link, let password else { return (String, String)?.none }
            return (link, password)
        }
        guard let link = LinkToken(setting.0) else { throw Problem.linkUsed }
        let username = try await SetPassword(by: link, to: setting.1)
            .perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords)
        return .json(["username": .string(username)])
    }

    private static func answer(_ session: Session, _ call: Call, _ status: HTTPResponse.Status) -> Reply {
        var reply = Reply.json(SessionJSON.value(session), status: status)
        reply.headers[.setCookie] = Credentials.cookie(
            session.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
        return reply
    }
}
