public import Domain
public import Storage

/// Begins an item that is not given yet. Who may give it prepares it; what it says is checked when it is given, but for its title.
public struct WriteItemDraft: Sendable {
    public var item: AssignItem

    public init(_ item: AssignItem) {
        self.item = item
    }

    /// - Throws: ``Problem/notAllowed``; `invalid-input` without a title.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ItemDraft.ID {
        try await item.mayBeDrafted(in: tx)
        let id: ItemDraft.ID = ids.next()
        try await ItemDraft.begin(item.entered, id: id, in: tx)
        return id
    }
}

/// Writes a draft of an item anew.
public struct ReviseItemDraft: Sendable {
    public var draft: ItemDraft.ID
    /// The version that the change starts from.
    public var version: Int
    public var item: AssignItem

    public init(_ draft: ItemDraft.ID, version: Int, _ item: AssignItem) {
        self.draft = draft
        self.version = version
        self.item = item
    }

    /// - Throws: as ``WriteItemDraft``; ``Problem/notFound``, ``Problem/stale``, `draft-assigned`, `draft-discarded`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        try await item.mayBeDrafted(in: tx)
        _ = try await ItemDraft.open(draft, version: version, for: .revise, in: tx)
        guard try await ItemDraft.append(.revised(item.entered), to: draft, version: version, in: tx) else { throw Problem.stale }
    }
}

extension AssignItem {
    fileprivate func mayBeDrafted(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.assignItem) else { throw Problem.notAllowed }
        var check = InputCheck()
        _ = check.openLine(title, "$.title", atMost: 4_000)
        try check.finish()
    }
}

extension ItemDraft {
    /// The draft as the step found it.
    static func open(_ id: ID, version: Int, for step: Step, in tx: borrowing TenantTransaction) async throws -> ItemDraft {
        guard let found = try await find(id, in: tx) else { throw Problem.notFound }
        if let refusal = found.state.refusal(of: step) { throw refusal }
        guard found.version == version else { throw Problem.stale }
        return found
    }
}
