public import Domain
public import Storage

/// The drafter gives a draft up while it lies with him; what it said stays.
public struct DiscardDraft: Sendable {
    public var draft: Draft.ID
    /// The version that is given up.
    public var version: Int

    public init(_ draft: Draft.ID, version: Int) {
        self.draft = draft
        self.version = version
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``, ``Problem/notAllowed`` for who did not draft it; `draft-not-here`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let found = try await Draft.find(draft, at: version, in: tx)
        guard found.standing.after(.discarded, headThere: true, approval: .none) != nil else {
            throw Problem(
                .refused, "draft-not-here",
                "Dự thảo đã trình, đã duyệt hoặc đã bỏ, không bỏ được. Đang chờ xử lý thì đề nghị cấp đang giữ trả lại, rồi bỏ.")
        }
        try await found.move(.discarded, remark: "", id: ids.next(), in: tx)
    }
}
