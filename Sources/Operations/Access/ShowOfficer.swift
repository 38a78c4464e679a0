public import Domain
public import Storage

/// Who acts, as the database established it where he acts: in the province, in his unit, in another.
public struct ShowOfficer: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> ActingOfficer {
        try await tx.officer()
    }
}
