public import Domain
public import Storage

/// Requests for more time that wait for a decision, the soonest due first.
public struct ListWaitingExtensions: Sendable {
    /// Those alone that the officer's unit decides, of the items that it assigned.
    public var ofAssigner: Bool
    public var after: WaitingExtension.Position?
    public var limit: Int

    public init(ofAssigner: Bool = false, after: WaitingExtension.Position? = nil, limit: Int = 50) {
        self.ofAssigner = ofAssigner
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let waiting: [WaitingExtension]
        public let next: WaitingExtension.Position?
        /// The day as of which it is told who is to decide.
        public let day: CivilDate

        public init(waiting: [WaitingExtension], next: WaitingExtension.Position?, day: CivilDate) {
            self.waiting = waiting
            self.next = next
            self.day = day
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let rows = try await WaitingExtension.list(ofAssigner: ofAssigner, after: after, limit: limit + 1, in: tx)
        let page = Array(rows.prefix(limit))
        return Page(waiting: page, next: rows.count > limit ? page.last?.position : nil, day: try await tx.officer().today)
    }
}
