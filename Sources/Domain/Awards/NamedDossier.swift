/// A dossier by the names that a council reads: who is proposed, by whom.
public struct NamedDossier: Sendable, Hashable {
    public let id: AwardDossier.ID
    public let subject: AwardSubject
    public let state: AwardDossier.State
    /// The person; of a collective, the unit.
    public let nominee: String
    /// The unit that is proposed, or of which the person is.
    public let unit: String
    /// The first-tier unit that proposes.
    public let proposer: String
    public let proposerSlug: Tenant.Slug
    /// Given by the unit itself.
    public let isOwnAuthority: Bool

    public init(
        id: AwardDossier.ID, subject: AwardSubject, state: AwardDossier.State, nominee: String, unit: String, proposer: String,
        proposerSlug: Tenant.Slug, isOwnAuthority: Bool = false
    ) {
        self.id = id
        self.subject = subject
        self.state = state
        self.nominee = nominee
        self.unit = unit
        self.proposer = proposer
        self.proposerSlug = proposerSlug
        self.isOwnAuthority = isOwnAuthority
    }

    /// Whether it is a council's turn: a unit's is asked before the unit submits to the province, of what the unit gives itself after it was appraised.
    public func waits(for council: Council.Kind) -> Bool {
        state == (council == .unit && !isOwnAuthority ? .drafted : .appraised)
    }
}
