public import Domain
public import Storage

/// What a unit did itself about late work, the latest recorded first, page by page.
public struct ListHandlings: Sendable {
    /// The one with which the page before ended.
    public var after: Handling.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: Handling.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (handlings: [Handling], next: Handling.ID?) {
        let found = try await Handling.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them.
public struct ShowHandling: Sendable {
    public var handling: Handling.ID

    public init(_ handling: Handling.ID) {
        self.handling = handling
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Handling {
        guard let found = try await Handling.find(handling, in: tx) else { throw Problem.notFound }
        return found
    }
}

/// How often each unit did what about late work: what the province sees of it, and nothing else.
public struct CountHandlings: Sendable {
    public init() {}

    /// - Throws: `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [Handling.Count] {
        let officer = try await tx.officer()
        guard officer.may(.readProvince), officer.place == nil else { throw Problem.notAllowed }
        return try await Handling.counts(in: tx)
    }
}
