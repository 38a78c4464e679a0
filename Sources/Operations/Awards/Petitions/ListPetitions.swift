public import Domain
public import Storage

/// Petitions and complaints in sight, the latest filed first, page by page: for a unit its own, for Home Affairs those on what the
/// province gives, and what it answers in a closed unit's stead.
public struct ListPetitions: Sendable {
    /// Only what the acting person filed for himself.
    public var isOwn: Bool
    /// Only what is not answered yet.
    public var isOpen: Bool
    /// The one with which the page before ended.
    public var after: Petition.ID?
    /// Rows of one page.
    public var limit: Int

    public init(isOwn: Bool = false, isOpen: Bool = false, after: Petition.ID? = nil, limit: Int = 50) {
        self.isOwn = isOwn
        self.isOpen = isOpen
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, with which the next begins (nil at the end), and the day of which clocks speak.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (petitions: [Petition], next: Petition.ID?, day: CivilDate) {
        let found = try await Petition.list(isOwn: isOwn, isOpen: isOpen, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil, try await tx.officer().today)
    }
}

/// One of them.
public struct ShowPetition: Sendable {
    public var petition: Petition.ID

    public init(_ petition: Petition.ID) {
        self.petition = petition
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (petition: Petition, day: CivilDate) {
        guard let found = try await Petition.find(petition, in: tx) else { throw Problem.notFound }
        return (found, try await tx.officer().today)
    }
}
