public import Domain
public import Storage

/// Whom the council where one stands can seat.
public struct ListCouncilCandidates: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [CouncilCandidate] {
        try await CouncilCandidate.all(of: Council.kind(in: tx), tenant: Council.tenant(in: tx), in: tx)
    }
}
