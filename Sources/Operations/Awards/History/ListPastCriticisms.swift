public import Domain
public import Storage

/// The signed criticism and reminders that stand beside the awards of a history: of a person, by whatever record of his, or of the unit entered with those
/// that it came from. It is not public: who may not see criticism is shown none (domain.md 1.6), and of the province as a whole it is listed elsewhere.
public struct ListPastCriticisms: Sendable {
    public var person: Person.ID?

    public init(person: Person.ID? = nil) {
        self.person = person
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [KeptCriticism] {
        let officer = try await tx.officer()
        let isHome = officer.place == officer.home
        guard isHome || Policy.of(officer.role).decide(.reading(.criticism), .foreignTenant).isAllowed else { return [] }
        guard person != nil || officer.place != nil else { return [] }
        return try await KeptCriticism.list(past: .init(tenant: officer.place, person: person), limit: 200, in: tx)
    }
}
