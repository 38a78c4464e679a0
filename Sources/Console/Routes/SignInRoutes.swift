import Domain
import HTTPTypes
import Operations
import Web

enum SignInRoutes {
    static let all: [Route] = [show, signIn, giveCode, signOut]

    private static let show = Route(.get, "/sign-in", name: "page.sign-in", asks: .selfService, summary: "The sign-in.", access: .open) {
        call in
        .html(Templates.shared.render(SignInPage(provider: call.backend.openID?.settings.name)))
    }

    private static let signIn = Route(
        .post, "/sign-in", name: "page.sign-in.submit", asks: .selfService, summary: "Signs in and goes to the first page.", access: .open,
        takes: .form
    ) { call in
        try call.refuseForeignOrigin()
        let form = call.form
        // Nothing was tried: it does not count as an attempt.
        if let problem = missing(in: form) {
            return Templates.shared.answer(
                SignInPage(username: form["username"], fault: problem.sentence(), provider: call.backend.openID?.settings.name), to: problem
            )
        }
        let signIn = SignIn(username: form["username"], password: form["password"], post: Post.ID(form["post"]), address: call.address)
        do {
            switch try await signIn.begin(at: call.backend.entrance.signIn, passwords: call.backend.passwords, ids: call.ids) {
            case .signedIn(let session): return signedIn(session, call)
            case .codeNeeded(let step): return .html(Templates.shared.render(SignInCodePage(step: step.token.text, post: form["post"])))
            }
        } catch let problem as Problem where problem.kind != .unavailable && problem.kind != .unexpected {
            return Templates.shared.answer(
                SignInPage(username: form["username"], fault: problem.detail, provider: call.backend.openID?.settings.name), to: problem)
        }
    }

    private static func missing(in form: FormBody) -> Problem? {
        let faults = [("username", "chưa nhập tên đăng nhập"), ("password", "chưa nhập mật khẩu")].filter { form[$0.0].isEmpty }
        return faults.isEmpty ? nil : .invalid(faults.map { FieldFault("$.\($0.0)", $0.1) })
    }

    /// The step travels in a hidden field of its page: nothing is kept in the browser, and it opens nothing by itself.
    private static let giveCode = Route(
        .post, "/sign-in/code", name: "page.sign-in.code", asks: .selfService, summary: "The second step of signing in.", access: .open,
        takes: .form
    ) { call in
        try call.refuseForeignOrigin()
        let form = call.form
        let finishing = FinishSignIn(form["step"], code: form["code"], post: Post.ID(form["post"]), address: call.address)
        do {
            return signedIn(try await finishing.perform(at: call.backend.entrance.signIn, ids: call.ids), call)
        } catch let problem as Problem where problem == .stepOver {
            return Templates.shared.answer(SignInPage(fault: problem.detail, provider: call.backend.openID?.settings.name), to: problem)
        } catch let problem as Problem where problem.kind != .unavailable && problem.kind != .unexpected {
            return Templates.shared.answer(SignInCodePage(step: form["step"], post: form["post"], fault: problem.detail), to: problem)
        }
    }

    private static func signedIn(_ session: Session, _ call: Call) -> Reply {
        var reply = Reply.seeOther("/")
        reply.headers[.setCookie] = Credentials.cookie(
            session.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
        return reply
    }

    private static let signOut = Route(
        .post, "/sign-out", name: "page.sign-out", asks: .selfService, summary: "Signs out.", takes: .form
    ) { call in
        try await SignOut(try call.token()).perform(at: call.backend.entrance.signIn)
        var reply = Reply.seeOther("/sign-in")
        reply.headers[.setCookie] = Credentials.cookie(nil, secure: call.backend.secure)
        return reply
    }
}
