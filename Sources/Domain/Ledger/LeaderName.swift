/// How papers and tables call a leader in charge of an item: by his title, by his name, or by both.
public struct LeaderName: Sendable, Hashable {
    /// The title; with the name where another leader bears the same: Phó Chủ tịch UBND tỉnh Nguyễn Văn An.
    public let shown: String
    public let title: String
    /// Nil where the reader may not know it.
    public let fullName: String?

    public init(shown: String, title: String, fullName: String?) {
        self.shown = shown
        self.title = title
        self.fullName = fullName
    }

    /// Whether these words mean him, in any case and with or without marks. A title that two bear means both, so the name must stand with it.
    public func isMeant(by words: String) -> Bool {
        let typed = VietnameseText(words).folded
        guard !typed.isEmpty else { return false }
        let title = VietnameseText(title).folded
        if typed == title || typed == VietnameseText(shown).folded { return true }
        guard let fullName else { return false }
        let name = VietnameseText(fullName).folded
        return typed == name || (Self.forms + [title]).contains { typed == "\($0) \(name)" }
    }

    /// What papers put before a name in place of the whole title. No other words: a name may end like a title that is another's.
    private static let forms = [
        "ct", "chu tich", "chu tich ubnd tinh", "pct", "pho chu tich", "pct ubnd tinh", "pho chu tich ubnd tinh", "gd", "giam doc", "pgd",
        "pho giam doc", "d/c", "dong chi", "ong", "ba",
    ]
}
