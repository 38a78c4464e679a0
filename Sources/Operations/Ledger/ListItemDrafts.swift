public import Domain
public import Storage

/// Items that are prepared and not given yet, as far as the officer may give them, the latest first; or those that were given or discarded.
public struct ListItemDrafts: Sendable {
    public var state: ItemDraft.State
    /// The one with which the page before ended.
    public var after: ItemDraft.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ state: ItemDraft.State = .draft, after: ItemDraft.ID? = nil, limit: Int) {
        self.state = state
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (drafts: [ItemDraft], next: ItemDraft.ID?) {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        let found = try await ItemDraft.list(state, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One draft of an item as it stands.
public struct ShowItemDraft: Sendable {
    public var draft: ItemDraft.ID

    public init(_ draft: ItemDraft.ID) {
        self.draft = draft
    }

    /// - Throws: ``Problem/notAllowed``, ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ItemDraft {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        guard let draft = try await ItemDraft.find(draft, in: tx) else { throw Problem.notFound }
        return draft
    }
}
