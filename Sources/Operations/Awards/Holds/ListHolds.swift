public import Domain
public import Storage

/// Holds in sight, the latest recorded first, page by page: a unit's own, or in the province all.
public struct ListHolds: Sendable {
    /// Only those that run today.
    public var running: Bool
    /// The one with which the page before ended.
    public var after: KeptHold.ID?
    /// Rows of one page.
    public var limit: Int

    public init(running: Bool = false, after: KeptHold.ID? = nil, limit: Int = 50) {
        self.running = running
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (holds: [KeptHold], next: KeptHold.ID?) {
        let day = running ? try await tx.officer().today : nil
        let found = try await KeptHold.list(running: day, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One hold as it stands.
public struct ShowHold: Sendable {
    public var hold: KeptHold.ID

    public init(_ hold: KeptHold.ID) {
        self.hold = hold
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> KeptHold {
        guard let found = try await KeptHold.find(hold, in: tx) else { throw Problem.notFound }
        return found
    }
}
