public import Domain
public import Storage

/// What has to be put right, as far as it is in sight, the latest ordered first, page by page: a unit's own and what it ordered itself; for the
/// province what its bodies ordered.
public struct ListRemedies: Sendable {
    public var selection: Remedy.Selection
    /// The one with which the page before ended.
    public var after: Remedy.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: Remedy.Selection = .all, after: Remedy.ID? = nil, limit: Int = 50) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    public struct Answer: Sendable {
        public let remedies: [Remedy]
        /// With which the next page begins; nil at the end.
        public let next: Remedy.ID?
        /// By which the clocks are read.
        public let today: CivilDate

        public init(remedies: [Remedy], next: Remedy.ID?, today: CivilDate) {
            self.remedies = remedies
            self.next = next
            self.today = today
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await Remedy.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return Answer(remedies: page, next: found.count > limit ? page.last?.id : nil, today: try await tx.officer().today)
    }
}

/// One of them with every step.
public struct ShowRemedy: Sendable {
    public var remedy: Remedy.ID

    public init(_ remedy: Remedy.ID) {
        self.remedy = remedy
    }

    public struct Answer: Sendable {
        public let detail: RemedyDetail
        /// By which its clock is read.
        public let today: CivilDate
        /// What the acting officer can do with it now, where he has entered.
        public let moves: [Remedy.Step]
        /// Years that the working calendar does not know and its last day lies in.
        public let warnings: [CalendarGap]

        public init(detail: RemedyDetail, today: CivilDate, moves: [Remedy.Step], warnings: [CalendarGap] = []) {
            self.detail = detail
            self.today = today
            self.moves = moves
            self.warnings = warnings
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let found = try await Remedy.find(remedy, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        var moves: [Remedy.Step] = []
        for (step, party) in found.possible where try await found.isMove(of: officer, party, in: tx) { moves.append(step) }
        return Answer(
            detail: RemedyDetail(remedy: found, acts: try await RemedyDetail.Act.all(of: remedy, in: tx)), today: officer.today,
            moves: moves, warnings: try await CalendarGap.found(at: [found.dueOn], in: tx))
    }
}

extension Remedy {
    /// Whether the officer may take a step of a party where he has entered, so that he is told before the row policies refuse him; how far his post
    /// reaches they alone know.
    func isMove(of officer: ActingOfficer, _ party: Party, in tx: borrowing TenantTransaction) async throws -> Bool {
        let (isWide, isHome) = (tx.tenant == nil, tx.tenant == tenant && tenant == officer.home && officer.mayWrite)
        if party == .owner {
            guard isHome, officer.may(.reportProgress) else { return false }
            return person.map { $0 == officer.person } ?? true
        }
        return switch body {
        case .office: isWide && officer.may(.keepReview)
        case .homeAffairs: isWide && officer.may(.appraiseAward)
        case .leadership: isWide && officer.may(.decideAward)
        case .unit: isHome && officer.may(.answerReview)
        case .member: officer.mayFollow(isWide: isWide) ? try await isFollowed(in: tx) : false
        }
    }
}
