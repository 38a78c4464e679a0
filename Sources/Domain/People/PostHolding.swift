/// A post with the names of who holds it and where, as lists show it.
public struct PostHolding: Sendable, Hashable {
    public let post: Post
    /// Empty where another tenant keeps the person's record.
    public let personName: String
    /// In full: of two units with one name a list says which.
    public let unitName: String

    public init(post: Post, personName: String, unitName: String) {
        self.post = post
        self.personName = personName
        self.unitName = unitName
    }
}
