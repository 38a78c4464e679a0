public import Documents
public import Domain
public import Storage

/// The table of all units, as it stands or as a past day showed it: of the province its first tier, of a unit itself and what is below it. A large
/// province is shown as the worker counted it, unless it is asked for live.
public struct ShowUnitTable: Sendable {
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
        // What the worker counted is kept by no entry of the audit: it is read anew each time, as is what it compared.
        let sight = try await tx.remembering(
            Question(campaign: campaign, day: day, isLive: isLive, isCompared: compared), where: { !$0.isCounted }
        ) { (tx: borrowing TenantTransaction) in
            try await look(at: campaign, on: day, today, compared: compared, in: tx)
        }
        var rows = sight.rows
        if compared {
            let earlier = try await figures(of: campaign, on: sight.before, today, in: tx)
            for index in rows.indices { rows[index].before = earlier[rows[index].unit.unit] }
        }
        return UnitTable(
            campaign: campaign.code, asOf: day, before: compared ? sight.before : nil, review: sight.review, month: sight.month,
            countedAt: sight.countedAt, check: try await UnitDayCheck.latest(of: campaign, in: tx), rows: rows)
    }

    private struct Question: Hashable, Sendable {
        let campaign: CampaignSummary
        let day: CivilDate
        let isLive: Bool
        let isCompared: Bool
    }

    /// What the ledger says of a day, and of a large province the worker.
    private struct Sight: Sendable {
        var rows: [UnitTable.Row]
        let isCounted: Bool
        var countedAt: ClockTime?
        /// The last day of the reporting period before.
        let before: CivilDate
        let review: Campaign.Review
        var month: ReportMonth?
    }

    private func look(
        at campaign: CampaignSummary, on day: CivilDate, _ today: CivilDate, compared: Bool, in tx: borrowing TenantTransaction
    ) async throws -> Sight {
        let counting = try await UnitCounting(campaign, today: today, in: tx)
        var isCounted = false
        if !isLive { isCounted = try await UnitTable.Row.isCounted(of: campaign, on: day, in: tx) }
        var sight = Sight(
            rows: [], isCounted: isCounted, before: try await ReportPeriod.lastDay(before: day, of: campaign.id, in: tx),
            review: counting.review(on: day))
        if isCounted, let counted = try await UnitTable.Row.counted(of: campaign, on: day, in: tx) {
            sight.rows = counted.rows + (try await UnitTable.Row.ended(of: campaign, at: .table(of: day, today: today), on: day, in: tx))
            sight.countedAt = counted.at
        } else {
            sight.rows = try await counting.rows(on: day, in: tx)
        }
        if compared {
            let officer = try await tx.officer()
            // Who sees only what is given to him knows of no returns.
            let isAlone = officer.home == tx.tenant && Policy.of(officer.role).reach == .own
            let answered = isAlone ? nil : try await UnitTable.Row.answers(of: campaign, on: day, in: tx)
            sight.month = answered?.month
            for index in sight.rows.indices { sight.rows[index].answer = answered?.answers[sight.rows[index].unit.unit] }
        }
        return sight
    }

    /// Of a day that is over, as the worker counted it: it stays as it is, and to find it anew takes several times as long as today's figures.
    private func figures(
        of campaign: CampaignSummary, on day: CivilDate, _ today: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: UnitFigures] {
        let rows: [UnitTable.Row]
        if !isLive, let counted = try await UnitTable.Row.counted(of: campaign, on: day, in: tx) {
            rows = counted.rows + (try await UnitTable.Row.ended(of: campaign, at: .table(of: day, today: today), on: day, in: tx))
        } else {
            rows = try await tx.remembering(Past(campaign: campaign, day: day), where: { _ in true }) { (tx: borrowing TenantTransaction) in
                try await UnitTable.Row.live(of: campaign, at: .table(of: day, today: today), on: day, in: tx)
            }
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.unit.unit, $0.figures) })
    }

    private struct Past: Hashable, Sendable {
        let campaign: CampaignSummary
        let day: CivilDate
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
