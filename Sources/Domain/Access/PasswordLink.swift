public import FoundationEssentials

/// A link that sets a password, once: instead of a password that somebody else would know.
public struct PasswordLink: Sendable, Hashable {
    public let token: LinkToken
    public let expiresAt: Date

    /// Over a weekend: whoever gets a link on Friday can use it on Monday.
    public static let lifetime = Duration.seconds(72 * 3_600)

    public init(token: LinkToken, expiresAt: Date) {
        self.token = token
        self.expiresAt = expiresAt
    }

    /// What is handed out: the page that sets the password.
    ///
    /// - Parameter address: of the service as officers reach it, `https://thidua.example`; nil: the path alone.
    public func address(at service: String?) -> String {
        (service ?? "") + Self.path + token.text
    }

    /// The page, up to the token.
    public static let path = "/set-password/"
}

/// What a link is known by: 256 random bits, written like a ``Token`` behind a prefix of its own, so that neither passes for the other.
public struct LinkToken: Sendable, Hashable, CustomStringConvertible {
    public static let prefix = "tdl_"
    private let token: Token

    public var bytes: [UInt8] { token.bytes }

    public init?(bytes: [UInt8]) {
        guard let token = Token(bytes: bytes) else { return nil }
        self.token = token
    }

    public static func random(using generator: inout some RandomNumberGenerator) -> LinkToken {
        LinkToken(Token.random(using: &generator))
    }

    /// Reads what ``text`` wrote, or the end of a whole link; nil for anything else.
    public init?(_ text: String) {
        let last = text.split(separator: "/").last ?? ""
        guard last.hasPrefix(Self.prefix), let token = Token(Token.prefix + last.dropFirst(Self.prefix.count)) else { return nil }
        self.token = token
    }

    public var text: String { Self.prefix + token.text.dropFirst(Token.prefix.count) }

    /// Never the token itself: it may come into a log.
    public var description: String { "\(Self.prefix)…" }

    private init(_ token: Token) {
        self.token = token
    }
}
