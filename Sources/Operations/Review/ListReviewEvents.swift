public import Domain
public import Storage

/// Events at which reviews are held, the latest planned first, page by page: of a unit its own and the province's, to which it is invited; for the
/// province its own.
public struct ListReviewEvents: Sendable {
    /// The one with which the page before ended.
    public var after: ReviewEvent.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: ReviewEvent.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (events: [ReviewEvent], next: ReviewEvent.ID?) {
        let found = try await ReviewEvent.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them with every version, its papers and what happened.
public struct ShowReviewEvent: Sendable {
    public var event: ReviewEvent.ID

    public init(_ event: ReviewEvent.ID) {
        self.event = event
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ReviewEvent {
        guard let found = try await ReviewEvent.find(event, in: tx) else { throw Problem.notFound }
        return found
    }
}
