public import Domain
public import Storage

/// Rounds of a unit's own awards and of all in it that give, the latest first: slots taken, and what it costs. Every officer of the unit may know them.
public struct ListOwnRounds: Sendable {
    public var after: OwnRound.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: OwnRound.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let rounds: [OwnRound]
        /// Nil at the end.
        public let next: OwnRound.ID?
        public let today: CivilDate

        public init(rounds: [OwnRound], next: OwnRound.ID?, today: CivilDate) {
            self.rounds = rounds
            self.next = next
            self.today = today
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let officer = try await tx.officer()
        guard officer.place == officer.home else { throw Problem.notAllowed }
        let found = try await OwnRound.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return Page(rounds: page, next: found.count > limit ? page.last?.id : nil, today: officer.today)
    }
}

/// One round.
public struct ShowOwnRound: Sendable {
    public var round: OwnRound.ID

    public init(_ round: OwnRound.ID) {
        self.round = round
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (round: OwnRound, today: CivilDate) {
        let officer = try await tx.officer()
        guard officer.place == officer.home else { throw Problem.notAllowed }
        guard let found = try await OwnRound.find(round, in: tx) else { throw Problem.notFound }
        return (found, officer.today)
    }
}

/// What each unit gave by its own authority in a year: forms, numbers, money, and nothing else. For who reads the province.
public struct ListOwnTotals: Sendable {
    /// Of the decisions; nil: this one.
    public var year: Int?

    public init(year: Int? = nil) {
        self.year = year
    }

    /// - Throws: `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [OwnAwardTotal] {
        let officer = try await tx.officer()
        guard officer.place == nil, officer.may(.readProvince) else { throw Problem.notAllowed }
        return try await OwnAwardTotal.list(of: year ?? officer.today.year, in: tx)
    }
}
