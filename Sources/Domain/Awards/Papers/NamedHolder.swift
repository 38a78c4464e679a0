/// Who holds a post, as papers name him: its title, and his name.
public struct NamedHolder: Sendable, Hashable {
    public let title: String
    /// Empty where the officer may not know it.
    public let name: String

    public init(title: String, name: String) {
        self.title = title
        self.name = name
    }

    /// Whether he holds it as a deputy: of several who lead a body, its head is not.
    public var isDeputy: Bool { title.hasPrefix(Self.deputy) }

    /// The title of the post whose power it is: of a deputy that of his head.
    public var headTitle: String { isDeputy ? String(title.dropFirst(Self.deputy.count)).startingLarge : title }

    /// With which the titles of deputies begin.
    public static let deputy = "Phó "
}
