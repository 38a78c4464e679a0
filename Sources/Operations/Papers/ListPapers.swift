public import Domain
public import Storage

/// Signed papers of the tenant entered, the latest first, page by page.
public struct ListPapers: Sendable {
    /// The one with which the page before ended.
    public var after: PaperAct.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: PaperAct.ID? = nil, limit: Int) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (papers: [PaperAct], next: PaperAct.ID?) {
        let found = try await PaperAct.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
