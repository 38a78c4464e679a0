import Domain
import FoundationEssentials
import Operations
import Storage
import TestSupport

/// An officer with a device of his own, which the tests have in their hands.
struct Enrolled {
    let totp: TOTP
    let session: Token
    let recoveryCodes: [String]
    let username: String
}

extension TOTP {
    /// Reads what an authenticator is given.
    init(base32: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes): (UInt32, UInt32, [UInt8]) = (0, 0, [])
        for character in base32 {
            bits = bits << 5 | UInt32(alphabet.firstIndex(of: character) ?? 0)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        self.init(secret: bytes)
    }

    func code(at date: Date) -> String { code(Self.step(at: date)) }
}

extension Province {
    /// Any moment; the tests move from it in steps of 30 seconds and wait for none.
    static let noon = Date(timeIntervalSince1970: 1_700_000_010)

    func signedIn(_ username: String, post: Post.ID? = nil) async throws -> Session {
        try await SignIn(username: username, password: password, post: post)
            .perform(at: signIn, passwords: PasswordHasher(.least), ids: .system)
    }

    /// The half-open sign-in of somebody who has a factor.
    func step(_ username: String, at door: SignInDoor? = nil) async throws -> SignInStep {
        let outcome = try await SignIn(username: username, password: password)
            .begin(at: door ?? signIn, passwords: PasswordHasher(.least), ids: .system)
        guard case .codeNeeded(let step) = outcome else { throw Problem(.unexpected, "no-code-asked", "") }
        return step
    }

    func enrol(_ username: String, in session: Token? = nil, at now: Date = Province.noon) async throws -> Enrolled {
        let token: Token
        if let session { token = session } else { token = try await signedIn(username).token }
        let begun = try await BeginFactor(token, password: password).perform(at: signIn, passwords: PasswordHasher(.least), ids: .system)
        let totp = TOTP(base32: begun.base32)
        let confirmed = try await ConfirmFactor(token, code: totp.code(at: now)).perform(at: signIn, ids: .system, now: now)
        return Enrolled(totp: totp, session: confirmed.token, recoveryCodes: confirmed.recoveryCodes, username: username)
    }

    /// Signs in with a code of the device, so many seconds after noon.
    func signedIn(_ officer: Enrolled, after seconds: Double, at door: SignInDoor? = nil) async throws -> Session {
        let now = Province.noon.addingTimeInterval(seconds)
        return try await FinishSignIn(try await step(officer.username).token.text, code: officer.totp.code(at: now))
            .perform(at: door ?? signIn, ids: .system, now: now)
    }

    func enters(_ token: Token, _ entrance: Entrance? = nil) async -> Problem? {
        await refusal {
            _ = try await (entrance ?? self.entrance).read(Entry(token: token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await WhoAmI().perform(in: tx)
            }
        }
    }

    /// As the operator says it.
    func requires(_ role: Role, _ required: Bool = true) async throws {
        try await self.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.requireFactor(of: role, required, reason: "thử")
        }
    }
}
