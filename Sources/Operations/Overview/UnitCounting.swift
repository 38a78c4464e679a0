import Domain
import Storage

/// Counts units from the ledger as it was known at the end of a day, and judges them as a review of that day would. Tables, the worker's rows and
/// their comparison all come from here.
struct UnitCounting {
    let campaign: CampaignSummary
    let today: CivilDate
    private let plan: Campaign

    /// - Throws: `not-found`.
    init(_ campaign: CampaignSummary, today: CivilDate, in tx: borrowing TenantTransaction) async throws {
        guard let record = try await CampaignRecord.find(code: campaign.code, in: tx) else { throw Problem.notFound }
        self.campaign = campaign
        self.today = today
        plan = record.plan
    }

    /// With what a review would say of each. Of the province both are found at the same time, where a second connection is free.
    func rows(on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [UnitTable.Row] {
        let (rows, first) = try await tx.both { (tx: borrowing TenantTransaction) in
            try await UnitTable.Row.live(of: campaign, at: .table(of: day, today: today), on: day, in: tx)
        } _: { (tx: borrowing TenantTransaction) in
            try await verdicts(of: .firstTier, on: day, in: tx)
        }
        var found = first
        if rows.contains(where: { !$0.isWhole }) {
            found.merge(try await verdicts(of: .subUnits, on: day, in: tx)) { first, _ in first }
        }
        return rows.map { $0.judged(found[$0.unit.unit]) }
    }

    /// The review that comes next on that day.
    func review(on day: CivilDate) -> Campaign.Review {
        plan.reviewDate(.interim).map { day <= $0 } == true ? .interim : .final
    }

    /// All units of a tier are gathered at once, and judged item by item.
    private func verdicts(
        of tier: JudgedTier, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: UnitVerdict.Verdict] {
        let officer = try await tx.officer()
        // Of a post that sees only what is given to its holder nobody is judged.
        if tx.tenant == officer.home, Policy.of(officer.role).reach == .own { return [:] }
        let gathering = GatherLedger(
            campaign: campaign.code, review: review(on: day), asOf: day, knownOn: LedgerMoment.table(of: day, today: today).knownOn,
            tier: tier, isLive: true)
        let opening = try await gathering.open(in: tx)
        let rules = opening.ledger
        return try await gathering.fold(opening, in: tx) { _, unit in Standing(RunningJudgement(unit, in: rules)) }
    }

    /// Of a unit that is judged while its items are gathered the verdict alone.
    private final class Standing: LedgerFold {
        private var judgement: RunningJudgement

        init(_ judgement: RunningJudgement) {
            self.judgement = judgement
        }

        func add(_ item: LedgerItem) { judgement.add(item) }

        func made() -> UnitVerdict.Verdict { judgement.verdict.verdict }
    }
}

extension LedgerMoment {
    /// At which a table sees the ledger of a day. Today nothing has to be undone to see what was known.
    static func table(of day: CivilDate, today: CivilDate) -> LedgerMoment {
        day == today ? LedgerMoment(asOf: day, knownOn: nil, isToday: true) : .endOf(day)
    }
}
