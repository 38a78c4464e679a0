public import Domain
public import Storage

/// One sub-unit as in force on a day, and all it was recorded as.
public struct ShowSubUnit: Sendable {
    public var unit: SubUnit.ID
    /// The business date when nil.
    public var day: CivilDate?

    public init(_ unit: SubUnit.ID, on day: CivilDate? = nil) {
        self.unit = unit
        self.day = day
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> SubUnit {
        guard let unit = try await SubUnit.find(unit, on: day, in: tx) else { throw Problem.notFound }
        return unit
    }

    /// The latest first; `validFrom` says from which day.
    /// - Throws: ``Problem/notFound``.
    public func history(in tx: borrowing TenantTransaction) async throws -> [SubUnit] {
        let history = try await SubUnit.history(of: unit, in: tx)
        guard !history.isEmpty else { throw Problem.notFound }
        return history
    }
}
