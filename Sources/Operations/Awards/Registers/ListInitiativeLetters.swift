public import Domain
public import Storage

/// The letters of praise that the Chairman gave to initiatives: which number of the register of letters each took, the latest first, page by page.
public struct ListInitiativeLetters: Sendable {
    /// Year and number with which the page before ended.
    public var after: (year: Int, number: Int)?
    /// Rows of one page.
    public var limit: Int

    public init(after: (year: Int, number: Int)? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (letters: [InitiativeLetter], next: (year: Int, number: Int)?) {
        let found = try await InitiativeLetter.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { ($0.day.year, $0.number) } : nil)
    }
}
