public import Domain
public import Storage

/// The files of signed papers in sight, in the order in which they came, page by page; superseded ones among them.
public struct ListAwardFiles: Sendable {
    /// Of one of what they prove; nil: all.
    public var owner: AwardFile.Owner?
    /// The one with which the page before ended.
    public var after: AwardFile.ID?
    /// Rows of one page.
    public var limit: Int

    public init(of owner: AwardFile.Owner? = nil, after: AwardFile.ID? = nil, limit: Int = 50) {
        self.owner = owner
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (files: [AwardFile], next: AwardFile.ID?) {
        let found = try await AwardFile.list(of: owner, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// What files belong to, and those that are there.
public struct ShowAwardFiles: Sendable {
    public var owner: AwardFile.Owner

    public init(of owner: AwardFile.Owner) {
        self.owner = owner
    }

    /// - Returns: the files, and whether they prove what the acting person said himself, so that he may add one.
    /// - Throws: `not-found` where it is not there or not for this officer.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (files: [AwardFile], isOnesOwn: Bool) {
        guard try await AwardFile.tenant(of: owner, in: tx) != nil else { throw Problem.notFound }
        let files = try await ListAwardFiles(of: owner, limit: 200).perform(in: tx).files
        return (files, try await AwardFile.isOnesOwn(owner, in: tx))
    }
}
