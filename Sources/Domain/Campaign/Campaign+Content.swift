extension Campaign {
    /// One numbered part of the campaign's content.
    public struct ContentGroup: Hashable, Sendable, Codable {
        /// Stable code: the section of the plan, such as `III.2`.
        public var code: String
        /// A few words for filters and table heads.
        public var label: String
        public var words: String
        /// Whether items of the ledger may serve it; false for a part that is observed rather than worked off, such as a motto.
        public var takesItems: Bool
        /// Codes of the directives it carries out; empty means any directive may give it items.
        public var directives: [String]
        /// The tasks it lists one by one; items then name the task, not the group.
        public var tasks: [ContentTask]

        public init(code: String, label: String, words: String, takesItems: Bool, directives: [String], tasks: [ContentTask]) {
            self.code = code
            self.label = label
            self.words = words
            self.takesItems = takesItems
            self.directives = directives
            self.tasks = tasks
        }
    }

    /// One of the tasks that a content group lists.
    public struct ContentTask: Hashable, Sendable, Codable {
        /// Stable code: the group's code, a dot and the place in its list.
        public var code: String
        /// A few words for filters and table heads.
        public var label: String
        public var words: String

        public init(code: String, label: String, words: String) {
            self.code = code
            self.label = label
            self.words = words
        }
    }

    /// What an item of the ledger can name as the content it serves: code and a few words, in the plan's order.
    public var itemContent: [(code: String, label: String)] {
        content.filter(\.takesItems).flatMap { group in
            group.tasks.isEmpty ? [(group.code, group.label)] : group.tasks.map { ($0.code, $0.label) }
        }
    }

    /// The codes of ``itemContent``.
    public var itemContentCodes: [String] { itemContent.map(\.code) }
}

extension Campaign {
    /// The watchword of the campaign, in parts that can each be observed.
    public struct Motto: Hashable, Sendable, Codable {
        /// The content group that orders it.
        public var content: String
        public var name: String
        public var parts: [MottoPart]

        public init(content: String, name: String, parts: [MottoPart]) {
            self.content = content
            self.name = name
            self.parts = parts
        }
    }

    /// One part of the motto, with the indicator shown beside it. The council decides whether it was observed (A53).
    public struct MottoPart: Hashable, Sendable, Codable {
        public var code: String
        public var words: String
        public var indicator: String

        public init(code: String, words: String, indicator: String) {
            self.code = code
            self.words = words
            self.indicator = indicator
        }
    }
}

extension Campaign.Motto {
    /// How many parts the name announces under each opening word, such as “bốn rõ, hai không”: four opening with “Rõ” and two with “Không”.
    ///
    /// Nil when the name is not of this form, as many mottos are not.
    public var announcedParts: [(count: Int, opening: String)]? {
        let pieces = name.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace) }
        var announced: [(count: Int, opening: String)] = []
        for piece in pieces {
            guard let first = piece.first, let count = Self.numerals[first.lowercased()], piece.count > 1 else { return nil }
            announced.append((count, piece.dropFirst().joined(separator: " ").lowercased()))
        }
        return announced.isEmpty ? nil : announced
    }

    private static let numerals = [
        "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    ]
}
