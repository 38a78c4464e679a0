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
