public import Domain
public import FoundationEssentials
public import Storage

/// Begins to enrol an officer's own device as second factor. The password is asked for: a session that was left open must not be enough.
/// Until a code of it is shown nothing changes.
public struct BeginFactor: Sendable {
    public var session: Token
    public var password: String
    /// Where the request came from; nil for the command line.
    public var address: String?

    public init(_ session: Token, password: String, address: String? = nil) {
        self.session = session
        self.password = password
        self.address = address
    }

    /// What is shown this once.
    public struct Begun: Sendable {
        /// For typing: RFC 4648.
        public let base32: String
        /// `otpauth://…`.
        public let uri: String
    }

    /// - Throws: ``Problem/notSignedIn`` for what is no session; `too-many-attempts`; `invalid-input` for a wrong password.
    public func perform(at door: SignInDoor, passwords: PasswordHasher, ids: IDSource) async throws -> Begun {
        let own = try await door.enrolling(session)
        try await door.attempt(own.username, from: address)
        guard try await passwords.verify(password, against: own.passwordHash) else {
            try await door.failed(own.username, from: address)
            throw Problem.invalid("$.password", "không đúng mật khẩu đang dùng")
        }
        try await door.succeeded(own.username, from: address)
        let totp = TOTP.random()
        try await door.beginFactor(ids.next(), secret: totp.secret, in: session)
        return Begun(base32: totp.base32, uri: totp.uri(for: own.username))
    }
}

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

/// How one's own second factor stands; a session that must enrol first may ask.
public struct ShowFactor: Sendable {
    public var token: Token

    public init(with token: Token) {
        self.token = token
    }

    /// - Throws: ``Problem/notSignedIn``.
    public func perform(at door: SignInDoor) async throws -> SecondFactor {
        try await door.factor(of: token)
    }
}

extension RecoveryCode {
    /// Ten of them, and what is kept: one hash behind the other.
    static func fresh() -> (codes: [String], hashes: [UInt8]) {
        let codes = (0..<SecondFactor.codeCount).map { _ in RecoveryCode.random() }
        return (codes.map(\.text), codes.flatMap(\.hash))
    }
}

extension SignInDoor {
    /// Under which name codes of an account are counted: by the same rule as passwords, apart from them, so that a right password does not
    /// give more tries at the code. No account has a name with a blank.
    static func codeName(of account: Account.ID) -> String { "code \(account)" }

    /// The step of a code that was typed; it counts as failed until the caller says ``succeeded(_:from:)``.
    ///
    /// - Throws: ``Problem/wrongCode``, `too-many-attempts`.
    func checked(_ code: String, of totp: TOTP, account: Account.ID, from address: String?, now: Date) async throws -> Int64 {
        try await attempt(Self.codeName(of: account), from: address)
        guard let step = totp.step(ofCode: code.filter { !$0.isWhitespace }, at: now) else {
            try await failed(Self.codeName(of: account), from: address)
            throw Problem.wrongCode
        }
        return step
    }
}
