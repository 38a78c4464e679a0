public import Domain
public import FoundationEssentials
public import Storage

/// Gives out ten new recovery codes in place of all that there were, for a code of the device.
public struct RenewRecoveryCodes: Sendable {
    public var session: Token
    public var code: String
    public var address: String?

    public init(_ session: Token, code: String, address: String? = nil) {
        self.session = session
        self.code = code
        self.address = address
    }

    /// - Returns: the codes, shown this once.
    /// - Throws: ``Problem/notSignedIn``, ``Problem/noFactor``, ``Problem/wrongCode``, `too-many-attempts`.
    public func perform(at door: SignInDoor, now: Date = .now) async throws -> [String] {
        let own = try await door.enrolling(session)
        guard let secret = own.secret else { throw Problem.noFactor }
        let step = try await door.checked(code, of: TOTP(secret: secret), account: own.account, from: address, now: now)
        let (codes, hashes) = RecoveryCode.fresh()
        do {
            try await door.renewCodes(in: session, timeStep: step, codeHashes: hashes)
            try await door.succeeded(SignInDoor.codeName(of: own.account), from: address)
            return codes
        } catch Problem.notFound {
            throw Problem.noFactor
        }
    }
}
