public import FoundationEssentials

/// A sign-in between the password and the code: what comes back with the code, five minutes at most.
public struct SignInStep: Sendable, Hashable {
    public let token: StepToken
    public let expiresAt: Date

    public init(token: StepToken, expiresAt: Date) {
        self.token = token
        self.expiresAt = expiresAt
    }
}

/// What a half-open sign-in is known by: 256 random bits, written like a ``Token`` behind a prefix of its own, so that neither passes for
/// the other.
public struct StepToken: Sendable, Hashable, CustomStringConvertible {
    public static let prefix = "tds_"
    private let token: Token

    public var bytes: [UInt8] { token.bytes }

    public static func random(using generator: inout some RandomNumberGenerator) -> StepToken {
        StepToken(token: Token.random(using: &generator))
    }

    /// Reads what ``text`` wrote; nil for anything else.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let token = Token(Token.prefix + text.dropFirst(Self.prefix.count)) else { return nil }
        self.token = token
    }

    public var text: String { Self.prefix + token.text.dropFirst(Token.prefix.count) }

    /// Never the token itself: it may come into a log.
    public var description: String { "\(Self.prefix)…" }

    private init(token: Token) {
        self.token = token
    }
}
