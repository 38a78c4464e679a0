/// What something other than a session is known by: 256 random bits, written like a ``Token`` behind a prefix of its own, so that none passes
/// for another.
public struct MarkedToken<Mark: TokenMark>: Sendable, Hashable, CustomStringConvertible {
    public static var prefix: String { Mark.prefix }
    private let token: Token

    public var bytes: [UInt8] { token.bytes }

    /// Nil unless there are exactly 32 bytes.
    public init?(bytes: [UInt8]) {
        guard let token = Token(bytes: bytes) else { return nil }
        self.token = token
    }

    public static func random(using generator: inout some RandomNumberGenerator) -> MarkedToken {
        MarkedToken(Token.random(using: &generator))
    }

    /// Reads what ``text`` wrote, or the end of a whole address; nil for anything else.
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

/// What a ``MarkedToken`` is for.
public protocol TokenMark: Sendable {
    static var prefix: String { get }
}

/// A link that sets a password.
public enum LinkMark: TokenMark { public static let prefix = "tdl_" }
/// A half-open sign-in.
public enum StepMark: TokenMark { public static let prefix = "tds_" }
/// What another unit shows to take a person on.
public enum ReleaseMark: TokenMark { public static let prefix = "tdr_" }

public typealias LinkToken = MarkedToken<LinkMark>
public typealias StepToken = MarkedToken<StepMark>
public typealias ReleaseCode = MarkedToken<ReleaseMark>
