public import Domain
public import Storage

/// Difficulties in sight, the latest raised first, page by page: a unit's own, its sub-units' and those that it is asked to solve; for the province
/// all.
public struct ListDifficulties: Sendable {
    /// Neither confirmed nor withdrawn.
    public var onlyOpen: Bool
    /// That they hinder; nil: whatever they hinder.
    public var item: WorkItem.ID?
    /// The one with which the page before ended.
    public var after: Difficulty.ID?
    /// Rows of one page.
    public var limit: Int

    public init(onlyOpen: Bool = false, item: WorkItem.ID? = nil, after: Difficulty.ID? = nil, limit: Int = 50) {
        self.onlyOpen = onlyOpen
        self.item = item
        self.after = after
        self.limit = limit
    }

    public struct Answer: Sendable {
        public let difficulties: [Difficulty]
        /// With which the next page begins; nil at the end.
        public let next: Difficulty.ID?
        /// By which the clocks are read.
        public let today: CivilDate
        /// The unit of the acting post, where it may raise one for it.
        public let raiser: SubUnit.ID?
        /// What those that were asked for hinder, where it is in sight and one may be raised.
        public let hindered: LedgerEntry?

        public init(
            difficulties: [Difficulty], next: Difficulty.ID?, today: CivilDate, raiser: SubUnit.ID?, hindered: LedgerEntry? = nil
        ) {
            self.difficulties = difficulties
            self.next = next
            self.today = today
            self.raiser = raiser
            self.hindered = hindered
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await Difficulty.list(onlyOpen: onlyOpen, item: item, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        let officer = try await tx.officer()
        let isOwn = tx.tenant == officer.home && officer.mayWrite && officer.may(.reportProgress) && Policy.of(officer.role).reach != .own
        var hindered: LedgerEntry?
        if isOwn, let item { hindered = try await LedgerEntry.find(item, in: tx) }
        return Answer(
            difficulties: page, next: found.count > limit ? page.last?.id : nil, today: officer.today, raiser: isOwn ? officer.unit : nil,
            hindered: hindered)
    }
}

/// One of them with the items that it hinders and every step in sight.
public struct ShowDifficulty: Sendable {
    public var difficulty: Difficulty.ID

    public init(_ difficulty: Difficulty.ID) {
        self.difficulty = difficulty
    }

    public struct Answer: Sendable {
        public let detail: DifficultyDetail
        /// By which its clock is read.
        public let today: CivilDate
        /// What the acting officer can do with it now, where he has entered.
        public let moves: [Difficulty.Step]
        /// Years that the working calendar does not know and its clock reaches into.
        public let warnings: [CalendarGap]

        public init(detail: DifficultyDetail, today: CivilDate, moves: [Difficulty.Step], warnings: [CalendarGap] = []) {
            self.detail = detail
            self.today = today
            self.moves = moves
            self.warnings = warnings
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let found = try await Difficulty.find(difficulty, in: tx) else { throw Problem.notFound }
        let detail = DifficultyDetail(
            difficulty: found, items: try await DifficultyDetail.Item.all(of: difficulty, in: tx),
            extensions: try await DifficultyDetail.Extension.all(of: difficulty, in: tx),
            acts: try await DifficultyDetail.Act.all(of: difficulty, in: tx))
        let officer = try await tx.officer()
        let place = tx.tenant
        return Answer(
            detail: detail, today: officer.today,
            moves: found.possible.filter { found.isMove(of: officer, $0.party, in: place) }.map { $0.step },
            warnings: try await CalendarGap.found(at: [found.dueOn], since: found.raisedOn, in: tx))
    }
}

/// Whom a difficulty can be routed to from where the officer has entered: in the unit that raised it its sub-units, at the province the other units
/// of the first tier.
public struct ListSolvers: Sendable {
    public var difficulty: Difficulty

    public init(of difficulty: Difficulty) {
        self.difficulty = difficulty
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [(unit: SubUnit.ID, name: String)] {
        guard let place = tx.tenant else {
            return try await ListTenants().perform(in: tx).filter { $0.id != difficulty.tenant }.map {
                (SubUnit.ID($0.id.uuid), $0.fullName)
            }
        }
        guard place == difficulty.tenant else { return [] }
        return try await ListSubUnits(limit: 500).perform(in: tx).units.filter { $0.id.uuid != place.uuid && $0.closedOn == nil }
            .map { ($0.id, $0.fullName) }
    }
}
