public import Domain
public import FoundationEssentials
public import Storage

/// Shows the first code of the device that was begun: it is the second factor from now on. Every session and token ends; a new session goes on
/// in the same post.
public struct ConfirmFactor: Sendable {
    public var session: Token
    public var code: String
    public var address: String?

    public init(_ session: Token, code: String, address: String? = nil) {
        self.session = session
        self.code = code
        self.address = address
    }

    /// What is shown this once.
    public struct Confirmed: Sendable {
        public let token: Token
        public let expiresAt: Date
        public let recoveryCodes: [String]
    }

    /// - Throws: ``Problem/notSignedIn``, ``Problem/enrolmentOver``, ``Problem/wrongCode``, `too-many-attempts`.
    public func perform(at door: SignInDoor, ids: IDSource, now: Date = .now) async throws -> Confirmed {
        let own = try await door.enrolling(session)
        guard let begun = own.begun else { throw Problem.enrolmentOver }
        let step = try await door.checked(code, of: TOTP(secret: begun), account: own.account, from: address, now: now)
        let (codes, hashes) = RecoveryCode.fresh()
        let (token, hash) = Token.fresh()
        do {
            let until = try await door.confirmFactor(in: session, timeStep: step, codeHashes: hashes, credential: ids.next(), hash: hash)
            try await door.succeeded(SignInDoor.codeName(of: own.account), from: address)
            return Confirmed(token: token, expiresAt: until, recoveryCodes: codes)
        } catch Problem.notFound {
            throw Problem.enrolmentOver
        }
    }
}
