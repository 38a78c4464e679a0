/// The full name of a person: family name, middle names, given name.
public struct PersonName: Hashable, Sendable, CustomStringConvertible {
    public let full: VietnameseText

    /// The name, or nil when nothing is left of it once trimmed.
    public init?(_ typed: String) {
        full = VietnameseText(typed)
        if full.isEmpty { return nil }
    }

    public var description: String { full.string }

    /// The last word: the name people are called and sorted by.
    public var given: String {
        String(full.string[givenStart...])
    }

    /// Given name, then the rest from the family name on: "Nguyễn Văn Ân" gives "Ân Nguyễn Văn".
    ///
    /// Stored beside the name, so that `ORDER BY … COLLATE "vi-x-icu"` sorts people as officers expect.
    public var sortKey: String {
        let rest = full.string[..<givenStart].dropLast()
        return rest.isEmpty ? given : "\(given) \(rest)"
    }

    /// Sorts people in memory as ``sortKey`` does in the database.
    public var order: VietnameseOrder { VietnameseOrder(VietnameseText(sortKey)) }

    private var givenStart: String.Index {
        guard let space = full.string.lastIndex(of: " ") else { return full.string.startIndex }
        return full.string.index(after: space)
    }
}
