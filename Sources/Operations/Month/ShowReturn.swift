public import Domain
public import Storage

/// Which unit's return of which month.
public struct NamedReturn: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var month: ReportMonth
    /// Nil: of the tenant as a whole, or of the acting post's own unit where it sees no more.
    public var unit: SubUnit.ID?

    public init(campaign: String, month: ReportMonth, unit: SubUnit.ID? = nil) {
        self.campaign = campaign
        self.month = month
        self.unit = unit
    }

    /// - Throws: `not-found`, `month-not-opened`.
    func find(in tx: borrowing TenantTransaction) async throws -> (period: ReportPeriod, unit: SubUnit.ID) {
        let period = try await ReportPeriod.opened(campaign, month, in: tx)
        guard let tenant = tx.tenant else { throw Problem.notFound }
        if let unit { return (period, unit) }
        let officer = try await tx.officer()
        let seesOwn = officer.home == tenant && Policy.of(officer.role).reach == .subtree
        return (period, seesOwn ? officer.unit : SubUnit.ID(tenant.uuid))
    }

    /// Why a change of that version touched nothing.
    func refusal(of version: Int, in tx: borrowing TenantTransaction) async throws -> Problem {
        let found = try await find(in: tx)
        guard let current = try await UnitReturn.list(of: found.period, unit: found.unit, in: tx).first else { return .notFound }
        guard current.approval == nil else {
            return Problem(
                .conflict, "return-approved",
                "Báo cáo này đã được duyệt nên giữ nguyên. Số liệu thay đổi sau đó hiện ở mục điều chỉnh của kỳ sau.")
        }
        return .untouched(found: current.version, named: version)
    }
}

/// A unit's return with what the ledger says about it now.
public struct ShowReturn: Sendable {
    public var named: NamedReturn

    public init(_ named: NamedReturn) {
        self.named = named
    }

    public struct Answer: Sendable {
        public let period: ReportPeriod
        public let unit: SubUnit.ID
        /// Nil: nobody has drafted one, or it is not in sight.
        public let unitReturn: UnitReturn?
        /// Nil once it was approved, and for who does not report there.
        public let standing: ReturnStanding?
        /// When the Office closed the month first, from when on no return is written; nil: it has not.
        public let closedOn: CivilDate?

        public var version: Int { unitReturn?.version ?? 0 }
        /// Of the approval, else as they stand.
        public var figures: MonthFigures? { unitReturn?.approval?.figures ?? standing?.figures }
    }

    /// - Throws: `not-found`, `month-not-opened`, `return-not-owed`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let (period, unit) = try await named.find(in: tx)
        let found = try await UnitReturn.list(of: period, unit: unit, in: tx).first
        var standing: ReturnStanding?
        if found?.approval == nil, try await tx.officer().home == tx.tenant {
            standing = try await ReturnStanding.find(of: unit, for: period.id, difficulties: found?.words.difficulties ?? "", in: tx)
        }
        if found == nil {
            guard standing != nil else { throw Problem.notFound }
            guard try await period.isOwed(by: unit, in: tx) else { throw Problem.returnNotOwed }
        }
        let closedOn = try await MonthClose.all(of: period.id, in: tx).last?.closedOn
        return Answer(period: period, unit: unit, unitReturn: found, standing: standing, closedOn: closedOn)
    }
}

/// The returns of a month that are in sight: of the own unit and its communes, those that still wait too; or what all units approved.
public struct ListReturns: Sendable {
    /// Code of the campaign; nil: of the one that runs.
    public var campaign: String?
    /// Nil: as ``ChooseMonth`` has it.
    public var month: ReportMonth?

    public init(campaign: String?, month: ReportMonth?) {
        self.campaign = campaign
        self.month = month
    }

    /// - Throws: `not-found`, `month-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (period: ReportPeriod, returns: [UnitReturn]) {
        let period = try await period(in: tx)
        let officer = try await tx.officer()
        // Who comes from elsewhere, and who sees only what is given to him, reads no drafts: of these nothing says that none was begun.
        guard officer.home == tx.tenant, Policy.of(officer.role).reach != .own else {
            return (period, try await UnitReturn.list(of: period, in: tx))
        }
        return (period, try await UnitReturn.awaited(of: period, in: tx))
    }

    private func period(in tx: borrowing TenantTransaction) async throws -> ReportPeriod {
        let code = try await CampaignSummary.named(campaign, in: tx).code
        if let month { return try await ReportPeriod.opened(code, month, in: tx) }
        guard let chosen = try await ChooseMonth(campaign: code).perform(in: tx) else { throw Problem.notFound }
        return chosen
    }
}
