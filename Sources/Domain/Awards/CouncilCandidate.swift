/// Who may be seated in a council, by the posts he holds today: in a unit whoever holds one there, in the provincial council who leads the
/// province or a unit, or sits in it by his post.
public struct CouncilCandidate: Sendable, Hashable {
    public let person: Person.ID
    public let name: String
    /// His posts, the most important first: `Giám đốc, Ủy viên Hội đồng`.
    public let posts: String

    public init(person: Person.ID, name: String, posts: String) {
        self.person = person
        self.name = name
        self.posts = posts
    }
}
