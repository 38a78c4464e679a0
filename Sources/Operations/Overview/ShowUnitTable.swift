public import Documents
public import Domain
public import Storage

/// The table of all units, as it stands or as a past day showed it: of the province its first tier, of a unit itself and what is below it. A large
/// province is shown as the worker counted it, unless it is asked for live.
public struct ShowUnitTable: Sendable, Hashable {
    /// Code of the campaign; nil: of the one that runs.
    public var campaign: String?
    /// As known at the end of that day; nil: today.
    public var asOf: CivilDate?
    /// Whether it is counted now, however many units there are.
    public var isLive: Bool

    public init(campaign: String? = nil, asOf: CivilDate? = nil, isLive: Bool = false) {
        self.campaign = campaign
        self.asOf = asOf
        self.isLive = isLive
    }

    /// - Throws: `not-found` where there is no such campaign; `invalid-input` for a day to come.
    public func perform(in tx: borrowing TenantTransaction) async throws -> UnitTable {
        // What the worker counted today, and what it compared, comes later than the change that it saw.
        var table = try await tx.remembering(self, where: { $0.countedAt == nil }) { (tx: borrowing TenantTransaction) in
            try await found(in: tx)
        }
        table.check = try await UnitDayCheck.latest(of: table.campaign, in: tx)
        return table
    }

    private func found(in tx: borrowing TenantTransaction) async throws -> UnitTable {
        let campaign = try await CampaignSummary.named(campaign, in: tx)
        let today = try await tx.officer().today
        let day = asOf ?? today
        guard day <= today else { throw Problem.invalid("?asOf", "sau ngày hôm nay (\(today.vietnamese))") }
        return try await table(of: campaign, on: day, today, compared: true, in: tx)
    }

    /// - Parameter compared: whether each row bears the figures of the end of the reporting period before, and what became of its return.
    func table(
        of campaign: CampaignSummary, on day: CivilDate, _ today: CivilDate, compared: Bool, in tx: borrowing TenantTransaction
    ) async throws -> UnitTable {
        let counting = try await UnitCounting(campaign, today: today, in: tx)
        let before = try await ReportPeriod.lastDay(before: day, of: campaign.id, in: tx)
        var isCounted = false
        if !isLive { isCounted = try await UnitTable.Row.isCounted(of: campaign, on: day, in: tx) }
        var rows: [UnitTable.Row]
        var countedAt: ClockTime?
        if isCounted, let counted = try await UnitTable.Row.counted(of: campaign, on: day, in: tx) {
            rows = counted.rows + (try await counting.ended(on: day, in: tx))
            countedAt = counted.at
        } else {
            rows = try await counting.rows(on: day, in: tx)
        }
        var month: ReportMonth?
        if compared {
            let officer = try await tx.officer()
            // Who sees only what is given to him knows of no returns.
            let isAlone = officer.home == tx.tenant && Policy.of(officer.role).reach == .own
            let answered = isAlone ? nil : try await UnitTable.Row.answers(of: campaign, on: day, in: tx)
            month = answered?.month
            for index in rows.indices { rows[index].answer = answered?.answers[rows[index].unit.unit] }
            let earlier = try await figures(counting, on: before, in: tx)
            for index in rows.indices { rows[index].before = earlier[rows[index].unit.unit] }
        }
        return UnitTable(
            campaign: campaign.code, asOf: day, before: compared ? before : nil, review: counting.review(on: day), month: month,
            countedAt: countedAt, check: nil, rows: rows)
    }

    /// Of a day that is over, as the worker counted it: it stays as it is, and to find it anew takes several times as long as today's figures.
    private func figures(
        _ counting: UnitCounting, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: UnitFigures] {
        var rows: [UnitTable.Row]?
        if !isLive, let counted = try await UnitTable.Row.counted(of: counting.campaign, on: day, in: tx) {
            rows = counted.rows + (try await counting.ended(on: day, in: tx))
        }
        let all = if let rows { rows } else { try await counting.unjudged(on: day, in: tx) }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.unit.unit, $0.figures) })
    }
}

extension ShowUnitTable: Listing {
    public var sheet: ListSheet<UnitTable.Row> { UnitTableSheet.table }

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnitTable.Row> {
        ListedRows(try await perform(in: tx).rows, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { asOf ?? today }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        let campaign = try await CampaignSummary.named(campaign, in: tx)
        let today = try await tx.officer().today
        var unit = "toàn tỉnh"
        if let tenant = tx.tenant, let found = try await Tenant.find(tenant, in: tx) { unit = found.fullName }
        return [
            ("Phong trào", campaign.name), ("Phạm vi", unit), ("Số liệu", "tính đến \((asOf ?? today).vietnamese)"),
        ]
    }
}

extension CampaignSummary {
    /// - Parameter code: nil: of the campaign that runs, as ``ChooseCampaign`` has it.
    /// - Throws: `not-found`.
    static func named(_ code: String?, in tx: borrowing TenantTransaction) async throws -> CampaignSummary {
        let all = try await all(in: tx)
        let found = if let code { all.first { $0.code == code } } else { try await ChooseCampaign().perform(among: all, in: tx) }
        guard let found else { throw Problem.notFound }
        return found
    }
}
