public import Domain
public import Storage

/// Who gives by the unit's own rules: on whose results its parts and people may say something.
public struct ListGivers: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [(unit: SubUnit.ID, name: String)] {
        try await OwnGiving.givers(in: tx)
    }
}
