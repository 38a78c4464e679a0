public import Domain
public import Storage

/// Results that wait for the assigner to accept or return them, the oldest first.
public struct ListWaitingResults: Sendable {
    public var after: ProgressReport.Position?
    public var limit: Int

    public init(after: ProgressReport.Position? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let results: [WaitingResult]
        public let next: ProgressReport.Position?

        public init(results: [WaitingResult], next: ProgressReport.Position?) {
            self.results = results
            self.next = next
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let rows = try await WaitingResult.list(after: after, limit: limit + 1, in: tx)
        let page = Array(rows.prefix(limit))
        return Page(results: page, next: rows.count > limit ? page.last?.position : nil)
    }
}
