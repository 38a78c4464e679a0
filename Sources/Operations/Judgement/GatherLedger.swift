public import Domain
public import Storage

/// Gathers what a review judges from the database into a ledger file: the first-tier units of a campaign for a province-wide role, its own
/// for an officer of one unit, or the sub-units below them. Judging it is ``Judgement``'s, and needs no database.
public struct GatherLedger: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// False: a preview, in which items without a date wait for one.
    public var isFrozen: Bool
    /// Facts dated later do not count; today when nil.
    public var asOf: CivilDate?
    /// What was recorded later does not count; nil: everything recorded so far.
    public var knownOn: CivilDate?
    public var tier: JudgedTier
    /// Code of the one unit that is wanted: `SNV`, `973`, of a sub-unit `973/32191` or in its own unit `32191`. Nil: all in sight.
    public var unit: String?

    public init(
        campaign: String, review: Campaign.Review, isFrozen: Bool = false, asOf: CivilDate? = nil, knownOn: CivilDate? = nil,
        tier: JudgedTier = .firstTier, unit: String? = nil
    ) {
        self.campaign = campaign
        self.review = review
        self.isFrozen = isFrozen
        self.asOf = asOf
        self.knownOn = knownOn
        self.tier = tier
        self.unit = unit
    }

    /// What a review is held on, before any item is gathered.
    struct Opening: Sendable {
        let campaign: Campaign.ID
        let plan: Campaign
        /// Without units.
        let ledger: LedgerFile
        /// In customary order.
        let units: [JudgedUnit]
        let moment: LedgerMoment
    }

    /// - Throws: `not-found` where there is no such campaign or no such unit in sight; `not-allowed` for a post that sees only what is given to
    ///   its holder.
    public func perform(in tx: borrowing TenantTransaction) async throws -> LedgerFile {
        let opening = try await open(in: tx)
        var ledgers: [SubUnit.ID: LedgerFile.Unit] = [:]
        try await gather(opening, in: tx) { unit, ledger in ledgers[unit.unit] = ledger }
        var file = opening.ledger
        file.units = opening.units.compactMap { ledgers[$0.unit] }
        return file
    }

    func open(in tx: borrowing TenantTransaction) async throws -> Opening {
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        let day = asOf ?? officer.today
        let ledger = LedgerFile(
            campaign: campaign, review: review, isFrozen: isFrozen, asOf: day, calendar: WorkingCalendar(try await CalendarDay.all(in: tx)),
            parameters: JudgementParameters(record.plan), units: [])
        return Opening(
            campaign: record.id, plan: record.plan, ledger: ledger, units: try await units(of: record.id, on: day, officer, in: tx),
            moment: LedgerMoment(asOf: day, knownOn: knownOn))
    }

    /// One unit after the other, in no order; at a time no more than the items of one unit of the province are in memory.
    func gather(
        _ opening: Opening, in tx: borrowing TenantTransaction, each: (JudgedUnit, LedgerFile.Unit) throws -> Void
    ) async throws {
        try await LedgerFile.Unit.gather(
            opening.units, of: opening.campaign, at: opening.moment, interimEnd: opening.ledger.parameters.interimEnd, in: tx, each: each)
    }

    // MARK: - Whom

    private func units(
        of campaign: Campaign.ID, on day: CivilDate, _ officer: ActingOfficer, in tx: borrowing TenantTransaction
    ) async throws -> [JudgedUnit] {
        let isAtHome = tx.tenant == officer.home
        let reach = Policy.of(officer.role).reach
        if isAtHome, reach == .own { throw Problem.notAllowed }
        // Who reaches a part of the tree judges that part: of the whole he sees too little.
        let seesWhole = !isAtHome || reach == .tenant || officer.unit.uuid == officer.home.uuid
        if let unit {
            let named = try await JudgedUnit.list(
                seesWhole ? .firstTier : .subUnits, of: campaign, review: review, on: day, knownOn: knownOn, in: tx
            )
            .first { $0.isNamed(unit) }
            if let named { return [named] }
            let below = try await JudgedUnit.list(.subUnits, of: campaign, review: review, on: day, knownOn: knownOn, in: tx)
            guard let found = below.first(where: { $0.isNamed(unit, inside: tx.tenant != nil) }) else { throw Problem.notFound }
            return [found]
        }
        let all = try await JudgedUnit.list(seesWhole ? tier : .subUnits, of: campaign, review: review, on: day, knownOn: knownOn, in: tx)
        return seesWhole || tier == .subUnits ? all : all.filter { $0.unit == officer.unit }
    }
}

extension JudgedUnit {
    /// - Parameter inside: whether the unit above needs no naming.
    fileprivate func isNamed(_ name: String, inside: Bool = false) -> Bool {
        code == name || (inside && code.split(separator: "/", maxSplits: 1).last.map(String.init) == name)
    }
}
