public import Domain
public import Storage

/// The units of the province in customary order: which there are, every officer may know.
public struct ListTenants: Sendable {
    /// The business date when nil.
    public var day: CivilDate?
    public var kind: Tenant.Kind?
    public var includingClosed: Bool

    public init(on day: CivilDate? = nil, kind: Tenant.Kind? = nil, includingClosed: Bool = false) {
        self.day = day
        self.kind = kind
        self.includingClosed = includingClosed
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Tenant] {
        try await Tenant.list(on: day, kind: kind, includingClosed: includingClosed, in: tx)
    }
}
