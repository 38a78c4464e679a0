public import Domain
public import Storage

/// One page of papers, the latest first.
public struct ListDirectives: Sendable {
    public var after: Directive.Position?
    public var limit: Int

    public init(after: Directive.Position? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let directives: [Directive]
        /// Nil at the end.
        public let next: Directive.Position?
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let found = try await Directive.list(after: after, limit: limit + 1, in: tx)
        let directives = Array(found.prefix(limit))
        return Page(
            directives: directives,
            next: found.count > limit ? directives.last.map { Directive.Position(issuedOn: $0.paper.issuedOn, id: $0.id) } : nil)
    }
}
