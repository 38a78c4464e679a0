public import Domain
public import Storage

/// Gives the item that a draft prepared, as ``AssignItem`` gives it, and closes the draft. One transaction.
public struct AssignItemDraft: Sendable {
    public var draft: ItemDraft.ID
    /// The version that is given.
    public var version: Int

    public init(_ draft: ItemDraft.ID, version: Int) {
        self.draft = draft
        self.version = version
    }

    /// - Throws: as ``AssignItem`` refuses; ``Problem/notFound``, ``Problem/stale``, `draft-assigned`, `draft-discarded`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> WorkItem.ID {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        let found = try await ItemDraft.open(draft, version: version, for: .assign, in: tx)
        let made = try await AssignItem(entered: found.entered).perform(in: tx, ids: ids)
        guard let item = try await LedgerEntry.find(made, in: tx)?.item else { throw Problem.notFound }
        guard try await ItemDraft.append(.assigned(tenant: item.tenant, item: made), to: draft, version: version, in: tx) else {
            throw Problem.stale
        }
        return made
    }
}

/// Closes a draft without giving anything; what it said stays.
public struct DiscardItemDraft: Sendable {
    public var draft: ItemDraft.ID
    /// The version that the step starts from.
    public var version: Int

    public init(_ draft: ItemDraft.ID, version: Int) {
        self.draft = draft
        self.version = version
    }

    /// - Throws: ``Problem/notAllowed``, ``Problem/notFound``, ``Problem/stale``, `draft-assigned`, `draft-discarded`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        _ = try await ItemDraft.open(draft, version: version, for: .discard, in: tx)
        guard try await ItemDraft.append(.discarded, to: draft, version: version, in: tx) else { throw Problem.stale }
    }
}
