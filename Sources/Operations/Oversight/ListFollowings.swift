public import Domain
public import Storage

/// Which member of a council follows which unit, with the number of his notes, the latest assigned first, page by page: the unit's council, or the
/// province's.
public struct ListFollowings: Sendable {
    /// The one with which the page before ended.
    public var after: Following.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: Following.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (followings: [Following], next: Following.ID?) {
        let council = try await Council.tenant(in: tx)
        let found = try await Following.list(of: council, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them.
public struct ShowFollowing: Sendable {
    public var following: Following.ID

    public init(_ following: Following.ID) {
        self.following = following
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Following {
        let council = try await Council.tenant(in: tx)
        guard let found = try await Following.find(following, of: council, in: tx) else { throw Problem.notFound }
        return found
    }
}

/// What members noted, the latest first, page by page: in a unit its council's, and what it is told as one that is followed; for the province what
/// the members of its council noted.
public struct ListFollowNotes: Sendable {
    /// The one with which the page before ended.
    public var after: FollowNote.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: FollowNote.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (notes: [FollowNote], next: FollowNote.ID?) {
        let found = try await FollowNote.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
