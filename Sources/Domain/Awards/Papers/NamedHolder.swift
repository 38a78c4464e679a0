/// Who holds a post, as papers name him: its title, and his name.
public struct NamedHolder: Sendable, Hashable {
    public let title: String
    /// Empty where the officer may not know it.
    public let name: String

    public init(title: String, name: String) {
        self.title = title
        self.name = name
    }
}
