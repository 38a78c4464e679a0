/// A term in a council as it is recorded: who sits, by which decision.
public struct CouncilTerm: Sendable, Hashable {
    public typealias ID = EntityID<CouncilMember>

    public let id: ID
    public let member: CouncilMember
    /// Of the person.
    public let name: String
    /// Of the decision that seated him.
    public let documentNumber: String

    public init(id: ID, member: CouncilMember, name: String, documentNumber: String) {
        self.id = id
        self.member = member
        self.name = name
        self.documentNumber = documentNumber
    }
}
