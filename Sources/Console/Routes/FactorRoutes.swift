import Domain
import HTTPTypes
import Operations
import Web

/// One's own second factor. The only pages, beside signing out, of a session whose post asks for a factor that it does not have.
enum FactorRoutes {
    static let all: [Route] = [show, begin, confirm, renew]

    private static let show = Route(
        .get, "/second-factor", name: "page.factor", asks: .selfService, summary: "One's own second factor."
    ) { call in
        .html(Templates.shared.render(SecondFactorPage(frame: try await frame(call), state: try await state(call))))
    }

    private static let begin = Route(
        .post, "/second-factor/begin", name: "page.factor.begin", asks: .selfService, summary: "Begins to enrol a device.", takes: .form
    ) { call in
        let form = call.form
        do {
            let begun = try await BeginFactor(try call.token(), password: form["password"], address: call.address)
                .perform(at: call.backend.entrance.signIn, passwords: call.backend.passwords, ids: call.ids)
            return .html(Templates.shared.render(try await page(call, SecondFactorPage.Begun(secret: begun.base32, uri: begun.uri))))
        } catch let problem as Problem where [.invalid, .tooMany].contains(problem.kind) {
            return Templates.shared.answer(try await page(call, fault: "Chưa đăng ký: \(problem.sentence())."), to: problem)
        }
    }

    private static let confirm = Route(
        .post, "/second-factor/confirm", name: "page.factor.confirm", asks: .selfService, summary: "Puts the device in force.", takes: .form
    ) { call in
        let form = call.form
        do {
            let confirmed = try await ConfirmFactor(try call.token(), code: form["code"], address: call.address)
                .perform(at: call.backend.entrance.signIn, ids: call.ids)
            // The page belongs to the session that goes on.
            let me = try await call.backend.entrance.read(Entry(token: confirmed.token, place: .home)) {
                (tx: borrowing TenantTransaction) in
                try await WhoAmI().perform(in: tx)
            }
            var frame = Frame(me, call)
            frame.formToken = call.formToken(of: confirmed.token)
            var reply = Reply.html(Templates.shared.render(RecoveryCodesPage(frame: frame, codes: confirmed.recoveryCodes)))
            reply.headers[.setCookie] = Credentials.cookie(
                confirmed.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
            return reply
        } catch let problem as Problem where [.invalid, .refused, .tooMany].contains(problem.kind) {
            // The secret is not shown a second time; whoever typed a wrong code types another.
            let begun = problem.kind == .refused ? nil : SecondFactorPage.Begun()
            return Templates.shared.answer(try await page(call, begun, fault: problem.detail), to: problem)
        }
    }

    private static let renew = Route(
        .post, "/second-factor/codes", name: "page.factor.codes", asks: .selfService, summary: "Gives out new recovery codes.", takes: .form
    ) { call in
        let form = call.form
        do {
            let codes = try await RenewRecoveryCodes(try call.token(), code: form["code"], address: call.address)
                .perform(at: call.backend.entrance.signIn)
            return .html(Templates.shared.render(RecoveryCodesPage(frame: try await frame(call), codes: codes)))
        } catch let problem as Problem where [.invalid, .refused, .tooMany].contains(problem.kind) {
            return Templates.shared.answer(try await page(call, fault: problem.detail), to: problem)
        }
    }

    private static func page(_ call: Call, _ begun: SecondFactorPage.Begun? = nil, fault: String? = nil) async throws -> SecondFactorPage {
        SecondFactorPage(frame: try await frame(call), state: try await state(call), begun: begun, fault: fault)
    }

    private static func state(_ call: Call) async throws -> SecondFactor {
        try await ShowFactor(with: try call.token()).perform(at: call.backend.entrance.signIn)
    }

    /// Without the officer's post where he has to enrol first: nothing else is open to him.
    private static func frame(_ call: Call) async throws -> Frame {
        do {
            return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                Frame(try await WhoAmI().perform(in: tx), call)
            }
        } catch let problem as Problem where problem == .factorNeeded {
            return Frame(demonstration: call.backend.demonstration, formToken: call.formToken)
        }
    }
}
