public import Domain
public import Storage

/// Criticism and reminders in sight, the latest proposed first, page by page: for a unit its own, for Home Affairs and who signs all.
public struct ListCriticisms: Sendable {
    /// Only what falls on the acting person, or on the collective in which his post stands.
    public var isOwn: Bool
    /// Only what was signed of this person, by whatever record of his.
    public var person: Person.ID?
    /// Only what was signed.
    public var isSigned: Bool
    /// The one with which the page before ended.
    public var after: KeptCriticism.ID?
    /// Rows of one page.
    public var limit: Int

    public init(
        isOwn: Bool = false, person: Person.ID? = nil, isSigned: Bool = false, after: KeptCriticism.ID? = nil, limit: Int = 50
    ) {
        self.isOwn = isOwn
        self.person = person
        self.isSigned = isSigned
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (criticisms: [KeptCriticism], next: KeptCriticism.ID?) {
        let past = person != nil || isSigned ? PastAward.Selection(person: person) : nil
        let found = try await KeptCriticism.list(isOwn: isOwn, past: past, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

/// One of them with its facts and its history.
public struct ShowCriticism: Sendable {
    public var criticism: KeptCriticism.ID

    public init(_ criticism: KeptCriticism.ID) {
        self.criticism = criticism
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> CriticismDetail {
        guard let found = try await KeptCriticism.find(criticism, in: tx) else { throw Problem.notFound }
        return CriticismDetail(
            criticism: found, facts: try await KeptCriticism.facts(of: criticism, in: tx),
            acts: try await CriticismAct.all(of: criticism, in: tx),
            warnings: try await CalendarGap.found(at: [found.explainBy], since: found.proposedOn, in: tx))
    }
}
