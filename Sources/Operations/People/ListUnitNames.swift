public import Domain
public import Storage

/// The sub-units of the tenant entered on the business date, itself first: to choose one from.
public struct ListUnitNames: Sendable {
    public struct Unit: Sendable, Hashable {
        public let id: SubUnit.ID
        public let code: String
        public let fullName: String
    }

    /// Only those that the acting post reaches.
    public var inReach: Bool

    public init(inReach: Bool = false) {
        self.inReach = inReach
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Unit] {
        let units = try await LedgerReferences.units(on: try await tx.officer().today, in: tx).map {
            Unit(id: $0.unit, code: $0.code, fullName: $0.fullName)
        }
        let reached = inReach ? try await SubUnit.reached(in: tx) : []
        return reached.isEmpty ? units : units.filter { reached.contains($0.id) }
    }
}
