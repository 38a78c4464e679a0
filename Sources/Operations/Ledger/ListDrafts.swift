public import Domain
public import Storage

/// Drafts that the officer sees, the latest first; or only those that wait for him (Chờ tôi xử lý).
public struct ListDrafts: Sendable {
    public var waitingForMe: Bool
    /// Only those on that item.
    public var item: WorkItem.ID?
    /// Only those that are not done.
    public var openOnly: Bool
    /// The one with which the page before ended.
    public var after: Draft.ID?
    /// Rows of one page.
    public var limit: Int

    public init(
        waitingForMe: Bool = false, item: WorkItem.ID? = nil, openOnly: Bool = false, after: Draft.ID? = nil, limit: Int
    ) {
        self.waitingForMe = waitingForMe
        self.item = item
        self.openOnly = openOnly
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (drafts: [Draft], next: Draft.ID?) {
        let found = try await Draft.list(
            mine: waitingForMe, item: item, openOnly: openOnly, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One draft with its steps.
public struct ShowDraft: Sendable {
    public var draft: Draft.ID

    public init(_ draft: Draft.ID) {
        self.draft = draft
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Draft {
        guard let draft = try await Draft.find(draft, in: tx) else { throw Problem.notFound }
        return draft
    }
}
