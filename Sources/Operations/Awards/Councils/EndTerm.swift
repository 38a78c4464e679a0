public import Domain
public import Storage

/// Ends a term in the council that the officer keeps, once.
public struct EndTerm: Sendable {
    public var term: CouncilTerm.ID
    /// Last day of it.
    public var through: CivilDate

    public init(_ term: CouncilTerm.ID, through: CivilDate) {
        self.term = term
        self.through = through
    }

    /// - Throws: `not-found`, `not-allowed`, `invalid-input`, `term-ended`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let council = try await Council.kept(in: tx)
        guard let found = try await CouncilTerm.all(of: council, in: tx).first(where: { $0.id == term }) else { throw Problem.notFound }
        let from = found.member.validity.from
        if through < from { throw Problem.invalid("$.through", "trước ngày bắt đầu nhiệm kỳ (\(from.vietnamese))") }
        guard try await CouncilTerm.end(term, of: council, on: through, in: tx) else { throw Problem.notFound }
    }
}
