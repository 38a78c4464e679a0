import Domain
import HTTPTypes
import Operations
import Web

/// One's own second factor. What is shown is shown once, so these routes take no Idempotency-Key. A session whose post asks for a factor that
/// it does not have reaches these, signing out, and nothing else.
enum FactorRoutes {
    static let all: [Route] = [show, begin, confirm, renew, reset]

    private static let path = "/api/v1/session/factor"

    private static let show = Route(
        .get, path, name: "factor.show", asks: .selfService, summary: "How one's own second factor stands.",
        answers: .json(
            .object([
                .init("username", .string), .init("proof", .oneOf(Credential.Proof.self), "With what the session or token was opened."),
                .init("asked", .boolean, "Whether the acting post asks for a second factor."),
                .init("mustEnrol", .boolean, "Whether this session opens the enrolment and nothing else."),
                .init("confirmedAt", .nullable(.instant)), .init("recoveryCodesLeft", .integer),
            ]))
    ) { call in
        let state = try await ShowFactor(with: try call.token()).perform(at: call.backend.entrance.signIn)
        return .json([
            "username": .string(state.username), "proof": .string(state.proof.rawValue), "asked": .bool(state.isAsked),
            "mustEnrol": .bool(state.mustEnrol), "confirmedAt": state.confirmedAt.map(SessionJSON.instant) ?? .null,
            "recoveryCodesLeft": .integer(state.codesLeft),
        ])
    }

    private static let begin = Route(
        .post, path, name: "factor.begin", asks: .selfService,
        summary: "Begins to enrol one's own device (TOTP: SHA-1, 30 s, 6 digits); nothing changes until a code of it is shown.",
        takes: .json(.object([.init("password", .string, "One's present password.")])),
        answers: .json(
            .object([.init("secret", .string, "Base32; shown this once."), .init("uri", .string, "otpauth://…, for an authenticator.")])),
        status: .created, repeatable: false
    ) { call in
        let session = try call.token()
        let beginning = try call.json { body in
            body.required("password")?.string().map { BeginFactor(session, password: $0, address: call.address) }
        }
        let begun = try await beginning.perform(
            at: call.backend.entrance.signIn, passwords: call.backend.passwords, ids: call.ids)
        return .json(["secret": .string(begun.base32), "uri": .string(begun.uri)], status: .created)
    }

    private static let codes: Schema.Property = .init("recoveryCodes", .array(.string), "Ten, each good once; shown this once.")

    private static let confirm = Route(
        .post, path + "/confirmation", name: "factor.confirm", asks: .selfService,
        summary: "Puts the device in force by a code of it; every session and token ends, and this new session goes on.",
        takes: .json(.object([.init("code", .string, "Six digits.")])),
        answers: .json(.object([.init("token", .string, "Shown this once."), .init("expiresAt", .instant), codes])), status: .created,
        repeatable: false
    ) { call in
        let session = try call.token()
        let confirming = try call.json { body in
            body.required("code")?.string().map { ConfirmFactor(session, code: $0, address: call.address) }
        }
        let confirmed = try await confirming.perform(at: call.backend.entrance.signIn, ids: call.ids)
        var reply = Reply.json(
            [
                "token": .string(confirmed.token.text), "expiresAt": SessionJSON.instant(confirmed.expiresAt),
                "recoveryCodes": .array(confirmed.recoveryCodes.map { .string($0) }),
            ], status: .created)
        reply.headers[.setCookie] = Credentials.cookie(
            confirmed.token, secure: call.backend.secure, lifetimeSeconds: Int(SignIn.lifetime.components.seconds))
        return reply
    }

    private static let renew = Route(
        .post, path + "/codes", name: "factor.codes", asks: .selfService,
        summary: "Gives out ten new recovery codes in place of all others, for a code of the device.",
        takes: .json(.object([.init("code", .string, "Six digits.")])), answers: .json(.object([codes])), status: .created,
        repeatable: false
    ) { call in
        let session = try call.token()
        let renewing = try call.json { body in
            body.required("code")?.string().map { RenewRecoveryCodes(session, code: $0, address: call.address) }
        }
        let codes = try await renewing.perform(at: call.backend.entrance.signIn)
        return .json(["recoveryCodes": .array(codes.map { .string($0) })], status: .created)
    }

    private static let reset = Route(
        .post, "/api/v1/tenants/{tenant}/people/{person}/account/factor-reset", name: "accounts.factor-reset",
        asks: .action(.manageDirectory),
        summary: "Takes the second factor from a person who lost it; his sessions and tokens end everywhere at once.",
        takes: .json(.object([.init("reason", .string)])), answers: .json(AccountJSON.schema), repeatable: false
    ) { call in
        let person: Person.ID = try call.path("person")
        let resetting = ResetFactor(of: person, reason: try call.json { body in body.required("reason")?.string() })
        return try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await resetting.perform(in: tx)
            return .json(AccountJSON.value(try await ShowAccount(of: person).perform(in: tx)))
        }
    }
}
