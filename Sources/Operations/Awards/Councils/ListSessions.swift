public import Domain
public import Storage

/// Sessions of the council where one stands, the latest first, page by page.
public struct ListSessions: Sendable {
    /// The one with which the page before ended.
    public var after: CouncilSession.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: CouncilSession.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (sessions: [CouncilSession.Head], next: CouncilSession.ID?) {
        let found = try await CouncilSession.list(of: Council.tenant(in: tx), after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
