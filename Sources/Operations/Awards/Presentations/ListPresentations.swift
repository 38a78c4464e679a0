public import Domain
public import Storage

/// Events at which awards are handed over, the latest recorded first, page by page.
public struct ListPresentations: Sendable {
    /// The one with which the page before ended.
    public var after: Presentation.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: Presentation.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `not-allowed` where another unit's own are asked for.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (presentations: [Presentation], next: Presentation.ID?) {
        let officer = try await tx.officer()
        guard officer.place == nil || officer.place == officer.home else { throw Problem.notAllowed }
        let found = try await Presentation.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One event with who receives, in their order.
public struct ShowPresentation: Sendable {
    public var presentation: Presentation.ID

    public init(_ presentation: Presentation.ID) {
        self.presentation = presentation
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Presentation {
        guard let found = try await Presentation.find(presentation, in: tx) else { throw Problem.notFound }
        return found
    }
}
