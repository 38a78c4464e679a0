public import Domain
public import Storage

/// An officer of a sub-unit drafts a report or the record of a launch and passes it on at once. One transaction.
public struct SubmitDraft: Sendable {
    public var subject: WriteDraft.Subject

    public init(_ subject: WriteDraft.Subject) {
        self.subject = subject
    }

    /// - Throws: as ``WriteDraft`` and ``PassDraft``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Draft.ID {
        let id = try await WriteDraft(subject).perform(in: tx, ids: ids)
        guard let version = try await Draft.find(id, in: tx)?.version else { throw Problem.notFound }
        try await PassDraft(id, version: version, .forwarded).perform(in: tx, ids: ids)
        return id
    }
}
