import Domain
import HTTPTypes
import Operations
import Web

enum SignInRoutes {
    static let all: [Route] = [show, signIn, signOut]

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
            let session = try await signIn.perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords, ids: call.ids)
            var reply = Reply.seeOther("/")
            reply.headers[.setCookie] = Credentials.cookie(
                session.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
            return reply
        } catch let problem as Problem where problem.kind != .unavailable && problem.kind != .unexpected {
            return Templates.shared.answer(
                SignInPage(username: form["username"], fault: problem.detail, provider: call.backend.openID?.settings.name), to: problem)
        }
    }

    private static func missing(in form: FormBody) -> Problem? {
        let faults = [("username", "chưa nhập tên đăng nhập"), ("password", "chưa nhập mật khẩu")].filter { form[$0.0].isEmpty }
        return faults.isEmpty ? nil : .invalid(faults.map { FieldFault("$.\($0.0)", $0.1) })
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
