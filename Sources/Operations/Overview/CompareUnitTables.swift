public import Documents
public import Domain
public import Storage

/// Two days of the table of units beside each other.
public struct CompareUnitTables: Sendable {
    /// Code of the campaign; nil: of the one that runs.
    public var campaign: String?
    /// Nil: the last day of the reporting period before that of the later day.
    public var from: CivilDate?
    /// Nil: today.
    public var to: CivilDate?
    /// Whether units are listed that did not change.
    public var all: Bool

    public init(campaign: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil, all: Bool = false) {
        self.campaign = campaign
        self.from = from
        self.to = to
        self.all = all
    }

    /// - Throws: `not-found` where there is no such campaign; `invalid-input` for a day to come, or one that is not before the other.
    public func perform(in tx: borrowing TenantTransaction) async throws -> UnitTableComparison {
        let campaign = try await CampaignSummary.named(campaign, in: tx)
        let today = try await tx.officer().today
        let to = to ?? today
        guard to <= today else { throw Problem.invalid("?to", "sau ngày hôm nay (\(today.vietnamese))") }
        let from = if let from = self.from { from } else { try await ReportPeriod.lastDay(before: to, of: campaign.id, in: tx) }
        guard from < to else { throw Problem.invalid("?from", "phải trước ngày \(to.vietnamese)") }
        let showing = ShowUnitTable()
        return UnitTableComparison(
            try await showing.table(of: campaign, on: from, today, compared: false, in: tx),
            try await showing.table(of: campaign, on: to, today, compared: false, in: tx))
    }

    /// The rows that are listed.
    public func shown(_ comparison: UnitTableComparison) -> [UnitTableComparison.Row] {
        all ? comparison.rows : comparison.rows.filter { $0.effect != .same }
    }
}

extension CompareUnitTables: Listing {
    public var sheet: ListSheet<UnitTableComparison.Row> { UnitTableSheet.comparison }

    public mutating func nextRows(
        atMost limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> ListedRows<UnitTableComparison.Row> {
        ListedRows(shown(try await perform(in: tx)), isLast: true)
    }
}
