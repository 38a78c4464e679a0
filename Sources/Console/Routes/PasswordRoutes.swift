import Domain
import HTTPTypes
import Operations
import Web

/// Changing one's own password, and setting one by a one-time link.
enum PasswordRoutes {
    static let all: [Route] = [show, change, showLink, set]

    private static let show = Route(
        .get, "/password", name: "page.password", asks: .selfService, summary: "The form that changes one's own password."
    ) {
        call in
        .html(Templates.shared.render(ChangePasswordPage(frame: try await frame(call))))
    }

    private static let change = Route(
        .post, "/password", name: "page.password.submit", asks: .selfService, summary: "Changes one's own password.", takes: .form
    ) { call in
        let (form, frame) = (call.form, try await frame(call))
        guard form["new"] == form["again"] else {
            let problem = Problem.invalid("$.again", "hai lần nhập mật khẩu mới không giống nhau")
            return Templates.shared.answer(ChangePasswordPage(frame: frame, fault: problem.sentence()), to: problem)
        }
        do {
            if form["old"].isEmpty { throw Problem.invalid("$.oldPassword", "chưa nhập; nhập mật khẩu đang dùng để đăng nhập") }
            try await ChangePassword(try call.token(), from: form["old"], to: form["new"], address: call.address)
                .perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords)
            return .html(Templates.shared.render(ChangePasswordPage(frame: frame, done: true)))
        } catch let problem as Problem where [.invalid, .tooMany].contains(problem.kind) {
            return Templates.shared.answer(ChangePasswordPage(frame: frame, fault: problem.sentence(labels)), to: problem)
        }
    }

    private static let labels = [
        "oldPassword": "Mật khẩu đang dùng", "newPassword": "Mật khẩu mới", "password": "Mật khẩu mới",
    ]

    /// Looking does not use the link: mail programs and browsers look at links before people do.
    private static let showLink = Route(
        .get, PasswordLink.path + "{link}", name: "page.set-password", asks: .selfService,
        summary: "The form that sets a password by a one-time link.",
        access: .open
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let set = Route(
        .post, PasswordLink.path + "{link}", name: "page.set-password.submit", asks: .selfService,
        summary: "Sets a password by a one-time link.",
        access: .open, takes: .form
    ) { call in
        try call.refuseForeignOrigin()
        let form = call.form
        var page = try await page(call)
        do {
            guard form["new"] == form["again"] else { throw Problem.invalid("$.again", "hai lần nhập mật khẩu không giống nhau") }
            _ = try await SetPassword(by: try link(call), to: form["new"])
                .perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords)
            return .seeOther("/sign-in")
        } catch let problem as Problem where problem.kind == .invalid {
            page.fault = problem.sentence(labels)
            return Templates.shared.answer(page, to: problem)
        }
    }

    private static func link(_ call: Call) throws(Problem) -> LinkToken {
        guard let link = LinkToken(try call.path("link", as: String.self)) else { throw .linkUsed }
        return link
    }

    private static func page(_ call: Call) async throws -> SetPasswordPage {
        let account = try await ShowPasswordLink(try link(call)).perform(at: call.backend.entrance.signIn)
        return SetPasswordPage(
            fullName: account.fullName, username: account.username, until: SessionsPage.clock(account.expiresAt))
    }

    private static func frame(_ call: Call) async throws -> Frame {
        try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            Frame(try await WhoAmI().perform(in: tx), call)
        }
    }
}
