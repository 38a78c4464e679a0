public import Domain
public import Storage

/// Sends a browser to the OpenID provider: to sign in, or to link one's own account.
public struct BeginOpenID: Sendable {
    /// The session whose account is to be linked; nil to sign in.
    public var linking: Token?

    public init(linking: Token? = nil) {
        self.linking = linking
    }

    /// Where to go, and what the browser keeps until it comes back: only it may bring the answer.
    public struct Departure: Sendable {
        public let url: String
        public let browser: Token
    }

    /// - Throws: `openid-away` when the provider does not answer; ``Problem/notSignedIn``.
    public func perform(at door: SignInDoor, _ provider: OpenIDProvider) async throws -> Departure {
        let (state, stateHash) = Token.fresh()
        let (browser, browserHash) = Token.fresh()
        // 43 characters of 256 random bits: what RFC 7636 asks of a verifier.
        let (nonce, verifier) = (Token.fresh().token.text, Token.fresh().token.text)
        let url = try await provider.authorizationURL(state: state.text, nonce: nonce, verifier: verifier)
        try await door.beginOpenID(stateHash: stateHash, browserHash: browserHash, nonce: nonce, verifier: verifier, session: linking)
        return Departure(url: url, browser: browser)
    }
}
