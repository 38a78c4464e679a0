import Crypto
public import Domain
public import Storage

/// Takes the answer of the OpenID provider: opens a session for the account of its subject, or links the subject to the account that asked.
public struct FinishOpenID: Sendable {
    /// Nil where the provider answered with an error.
    public var code: String?
    public var state: String
    /// What the browser kept.
    public var browser: Token?

    public init(code: String?, state: String, browser: Token?) {
        self.code = code
        self.state = state
        self.browser = browser
    }

    public enum Outcome: Sendable {
        case signedIn(Session)
        case linked
    }

    /// - Throws: `openid-refused`, `openid-away`, `openid-unknown` for a subject that is no account's, `openid-taken` for one that is another's,
    ///   `no-post`.
    public func perform(at door: SignInDoor, _ provider: OpenIDProvider, ids: IDSource) async throws -> Outcome {
        guard let state = Token(state), let browser,
            let attempt = try await door.takeOpenID(stateHash: Self.hash(state), browserHash: Self.hash(browser)), let code
        else { throw Problem.openIDRefused }
        let subject = try await provider.subject(ofCode: code, verifier: attempt.verifier, nonce: attempt.nonce)
        let issuer = provider.settings.issuer
        if let account = attempt.account {
            guard try await door.link(subject: subject, at: issuer, to: account) else {
                throw Problem(
                    .conflict, "openid-taken", "Danh tính này đã liên kết với tài khoản khác. Liên hệ người quản trị của đơn vị.")
            }
            return .linked
        }
        guard let account = try await door.account(ofSubject: subject, at: issuer) else {
            throw Problem(
                .notSignedIn, "openid-unknown",
                "Danh tính này chưa liên kết với tài khoản nào. Đăng nhập bằng tên đăng nhập và mật khẩu, rồi liên kết một lần.")
        }
        // The provider's own factor counts: whoever it lets through is asked for no other here.
        return .signedIn(try await SignIn.session(of: account, in: nil, by: .provider, at: door, ids: ids))
    }

    private static func hash(_ token: Token) -> [UInt8] {
        Array(SHA256.hash(data: token.bytes))
    }
}
