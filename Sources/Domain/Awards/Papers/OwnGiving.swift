/// By which of its unit's own rules a dossier is given: what a decision says of its signer and its money.
public struct OwnGiving: Sendable, Hashable {
    /// Of who gives; empty where the officer may not know it.
    public let name: String
    public let kind: SubUnit.Kind
    /// The post that signs, as under the paper.
    public let signer: String
    /// The line from which the money comes.
    public let budget: String

    public init(name: String, kind: SubUnit.Kind, signer: String, budget: String) {
        self.name = name
        self.kind = kind
        self.signer = signer
        self.budget = budget
    }
}
