public import Domain
public import Storage

/// The tenant entered, with code and names as in force on a day.
public struct ShowTenant: Sendable {
    /// The business date when nil.
    public var day: CivilDate?

    public init(on day: CivilDate? = nil) {
        self.day = day
    }

    /// - Throws: ``Problem/notFound`` where the province was entered as a whole.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Tenant {
        guard let tenant = try await Tenant.entered(on: day, in: tx) else { throw Problem.notFound }
        return tenant
    }
}
