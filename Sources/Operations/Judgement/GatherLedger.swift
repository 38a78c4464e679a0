public import Domain
public import Storage

/// Gathers what a review judges from the database into a ledger file: the first-tier units of a campaign for a province-wide role, its own
/// for an officer of one unit, or the sub-units below them. Judging it is ``Judgement``'s, and needs no database.
///
/// Once the review is frozen the figures come from its snapshot: what was quoted stays (A61). Between the end of its settle days and the freeze they
/// are those that the freeze will take. Another day than that of the review is asked of the ledger as it stands.
public struct GatherLedger: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// False: a preview, in which items without a date wait for one.
    public var isFrozen: Bool
    /// Facts dated later do not count; nil: those of the review's own day, or today before it.
    public var asOf: CivilDate?
    /// What was recorded later does not count; nil: everything recorded so far, of an opened review by the end of its settle days.
    public var knownOn: CivilDate?
    public var tier: JudgedTier
    /// Code of the one unit that is wanted: `SNV`, `973`, of a sub-unit `973/32191` or in its own unit `32191`. Nil: all in sight.
    public var unit: String?
    /// Of the frozen figures; nil: the latest there is.
    public var version: Int?
    /// Whether frozen figures are passed over, and the end of the settle days: to freeze, and to see what a correction would change.
    public var isLive: Bool

    public init(
        campaign: String, review: Campaign.Review, isFrozen: Bool = false, asOf: CivilDate? = nil, knownOn: CivilDate? = nil,
        tier: JudgedTier = .firstTier, unit: String? = nil, version: Int? = nil, isLive: Bool = false
    ) {
        self.campaign = campaign
        self.review = review
        self.isFrozen = isFrozen
        self.asOf = asOf
        self.knownOn = knownOn
        self.tier = tier
        self.unit = unit
        self.version = version
        self.isLive = isLive
    }

    /// What a review is held on, before any item is gathered.
    struct Opening: Sendable {
        let campaign: Campaign.ID
        /// As it stands; of frozen figures in the version that they rest on.
        let plan: Campaign
        /// Without units.
        let ledger: LedgerFile
        /// In customary order.
        let units: [JudgedUnit]
        let moment: LedgerMoment
        /// From where the figures come; nil: from the ledger as it stands.
        let frozen: ReviewSnapshot?
        /// The last of the settle days, where they are over and nothing is frozen: what was recorded later does not count.
        var settledOn: CivilDate?

        /// From which on something is to be looked at.
        var limits: CheckPoint.Limits { CheckPoint.Limits(plan) }

        /// The same, of fewer units.
        func of(_ units: [JudgedUnit]) -> Opening {
            Opening(campaign: campaign, plan: plan, ledger: ledger, units: units, moment: moment, frozen: frozen, settledOn: settledOn)
        }

        /// The same, its items at another moment.
        func at(_ moment: LedgerMoment) -> Opening {
            Opening(campaign: campaign, plan: plan, ledger: ledger, units: units, moment: moment, frozen: frozen)
        }
    }

    /// - Throws: `not-found` where there is no such campaign or no such unit in sight; `not-allowed` for a post that sees only what is given to
    ///   its holder.
    public func perform(in tx: borrowing TenantTransaction) async throws -> LedgerFile {
        let opening = try await open(in: tx)
        let ledgers = try await gather(opening, in: tx) { _, ledger in ledger }
        var file = opening.ledger
        file.units = opening.units.compactMap { ledgers[$0.unit] }
        return file
    }

    func open(in tx: borrowing TenantTransaction) async throws -> Opening {
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        let isAtHome = tx.tenant == officer.home
        if let frozen = try await frozen(in: tx) {
            let ledger = try SnapshotHead.ledger(frozen.head, units: [])
            if asOf == nil || asOf == ledger.asOf {
                let plan = try await CampaignRecord.frozen(for: frozen.review, in: tx)?.plan ?? record.plan
                return Opening(
                    campaign: record.id, plan: plan, ledger: ledger,
                    units: try await units(officer, at: isAtHome, in: tx) { (tier: JudgedTier, tx: borrowing TenantTransaction) in
                        try await JudgedUnit.list(tier, of: frozen, in: tx)
                    },
                    moment: LedgerMoment(asOf: ledger.asOf, knownOn: frozen.knownOn), frozen: frozen)
            }
            if version != nil { throw Problem.invalid("?asOf", "bản chốt số liệu chỉ có ngày \(ledger.asOf.vietnamese); bỏ ngày này") }
        }
        let day = asOf ?? record.plan.reviewDate(review).map { min($0, officer.today) } ?? officer.today
        let ledger = LedgerFile(
            campaign: campaign, review: review, isFrozen: isFrozen, asOf: day, calendar: WorkingCalendar(try await CalendarDay.all(in: tx)),
            parameters: JudgementParameters(record.plan), units: [])
        let (kind, known) = (review, knownOn)
        let settledOn = try await settled(on: day, today: officer.today, in: tx)
        return Opening(
            campaign: record.id, plan: record.plan, ledger: ledger,
            units: try await units(officer, at: isAtHome, in: tx) { (tier: JudgedTier, tx: borrowing TenantTransaction) in
                try await JudgedUnit.list(tier, of: record.id, review: kind, on: day, knownOn: known, in: tx)
            },
            moment: LedgerMoment(asOf: day, knownOn: knownOn ?? settledOn), frozen: nil, settledOn: settledOn)
    }

    /// The first freeze takes no more in than was recorded by then, however late it is made; what councils concluded on the motto is no entry of a
    /// ledger, and counts.
    private func settled(on day: CivilDate, today: CivilDate, in tx: borrowing TenantTransaction) async throws -> CivilDate? {
        guard !isLive, knownOn == nil, let held = try await HeldReview.find(campaign, review, in: tx), held.heldOn == day,
            !held.isSettling(on: today)
        else { return nil }
        return held.settleUntil
    }

    private func frozen(in tx: borrowing TenantTransaction) async throws -> ReviewSnapshot? {
        guard !isLive, knownOn == nil else { return nil }
        let found = try await ReviewSnapshot.find(campaign, review, version: version, in: tx)
        if found == nil, version != nil { throw Problem.notFound }
        return found
    }

    /// What is kept of each unit and its ledger. They come in no order; in memory are no more than the items of two tenants.
    func gather<Kept: Sendable>(
        _ opening: Opening, in tx: borrowing TenantTransaction, keep: @Sendable @escaping (JudgedUnit, LedgerFile.Unit) throws -> Kept
    ) async throws -> [SubUnit.ID: Kept] {
        try await fold(opening, in: tx) { WholeLedger($0, $1, keep: keep) }
    }

    /// What is made of the items of each unit, which are given to it one after the other and in no order.
    ///
    /// - Parameter begin: of a unit, and of how the ledger names it.
    func fold<Fold: LedgerFold>(
        _ opening: Opening, in tx: borrowing TenantTransaction, into begin: @Sendable @escaping (JudgedUnit, LedgerFile.Unit) -> Fold
    ) async throws -> [SubUnit.ID: Fold.Made] {
        guard let frozen = opening.frozen else {
            return try await LedgerFile.Unit.gather(
                opening.units, of: opening.campaign, at: opening.moment, interimEnd: opening.ledger.parameters.interimEnd, in: tx
            ) { begin($0, $0.ledger([])) }
        }
        var made: [SubUnit.ID: Fold.Made] = [:]
        try await SnapshotPart.stream(of: frozen, units: opening.units, in: tx) { part, _ in
            for unit in try SnapshotHead.ledger(frozen.head, units: [part.ledger]).units {
                var head = unit
                head.items = []
                let fold = begin(part.unit, head)
                for item in unit.items { fold.add(item) }
                made[part.unit.unit] = try fold.made()
            }
        }
        return made
    }

    // MARK: - Whom

    /// - Parameter list: all of a tier that are in sight.
    private func units(
        _ officer: ActingOfficer, at home: Bool, in tx: borrowing TenantTransaction,
        _ list: (JudgedTier, borrowing TenantTransaction) async throws -> [JudgedUnit]
    ) async throws -> [JudgedUnit] {
        let reach = Policy.of(officer.role).reach
        if home, reach == .own { throw Problem.notAllowed }
        // Who reaches a part of the tree judges that part: of the whole he sees too little.
        let seesWhole = !home || reach == .tenant || officer.unit.uuid == officer.home.uuid
        if let unit {
            let named = try await list(seesWhole ? .firstTier : .subUnits, tx).first { $0.isNamed(unit) }
            if let named { return [named] }
            guard let found = try await list(.subUnits, tx).first(where: { $0.isNamed(unit, inside: officer.place != nil) }) else {
                throw Problem.notFound
            }
            return [found]
        }
        let all = try await list(seesWhole ? tier : .subUnits, tx)
        return seesWhole || tier == .subUnits ? all : all.filter { $0.unit == officer.unit }
    }
}

extension JudgedUnit {
    /// - Parameter inside: whether the unit above needs no naming.
    fileprivate func isNamed(_ name: String, inside: Bool = false) -> Bool {
        code == name || (inside && code.split(separator: "/", maxSplits: 1).last.map(String.init) == name)
    }
}
