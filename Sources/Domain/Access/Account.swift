public import FoundationEssentials

/// With what a person signs in, as who keeps the directory sees it: never the password.
public struct Account: Sendable, Hashable {
    public typealias ID = EntityID<Account>

    public let id: ID
    public let person: Person.ID
    public let username: String
    public let createdAt: Date
    /// False while its first link was not used.
    public let hasPassword: Bool
    /// Whether signing in asks for a code.
    public let hasSecondFactor: Bool
    public let disabledAt: Date?
    public let disabledReason: String?

    public init(
        id: ID, person: Person.ID, username: String, createdAt: Date, hasPassword: Bool, hasSecondFactor: Bool, disabledAt: Date?,
        disabledReason: String?
    ) {
        self.id = id
        self.person = person
        self.username = username
        self.createdAt = createdAt
        self.hasPassword = hasPassword
        self.hasSecondFactor = hasSecondFactor
        self.disabledAt = disabledAt
        self.disabledReason = disabledReason
    }

    /// `a-z 0-9 . _ -`, 3 to 64, a letter or digit first.
    public static func isUsername(_ text: String) -> Bool {
        guard (3...64).contains(text.utf8.count), let first = text.utf8.first, isPlain(first) else { return false }
        return text.utf8.allSatisfy { isPlain($0) || ".-_".utf8.contains($0) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
