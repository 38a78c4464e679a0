import Domain
import FoundationEssentials
public import Storage

/// The worker counts the units of the tenant that it entered: today, and those days that are over and were not counted since, of which tables
/// are compared.
struct CountUnitDays {
    /// Id of the campaign.
    let campaign: UUID

    func perform(in tx: borrowing TenantTransaction) async throws {
        guard let plan = try await UnitDays(campaign, in: tx) else { return }
        for day in try await UnitTable.Row.uncounted(plan.over, of: plan.campaign, in: tx) + [plan.today] {
            try await UnitTable.Row.write(try await plan.counting.rows(on: day, in: tx), of: plan.campaign.id, on: day, in: tx)
        }
    }
}

/// Counts the days that are over once more, and notes whether the worker's rows say the same. Not today's: what is behind by a minute is no error.
struct CheckUnitDays {
    /// Id of the campaign.
    let campaign: UUID

    /// - Throws: where nothing was counted yet: the job is done again.
    func perform(in tx: borrowing TenantTransaction) async throws {
        guard let plan = try await UnitDays(campaign, in: tx), let latest = plan.over.max() else { return }
        var (compared, differing) = (0, 0)
        for day in plan.over {
            let expected = try await plan.counting.rows(on: day, in: tx)
            if expected.isEmpty { continue }
            guard let counted = try await UnitTable.Row.counted(of: plan.campaign, on: day, in: tx) else { throw Problem.unavailable }
            let found = Dictionary(uniqueKeysWithValues: counted.rows.map { ($0.unit.unit, $0) })
            compared += expected.count
            differing += expected.count { found[$0.unit.unit] != $0 }
        }
        try await UnitDayCheck.write(plan.campaign.id, on: latest, compared: compared, differing: differing, in: tx)
    }
}

/// The days that are kept of a campaign.
private struct UnitDays {
    let campaign: CampaignSummary
    let counting: UnitCounting
    let today: CivilDate
    /// Yesterday, and the end of the reporting period before.
    let over: [CivilDate]

    init?(_ id: UUID, in tx: borrowing TenantTransaction) async throws {
        guard let campaign = try await CampaignSummary.all(in: tx).first(where: { $0.id.uuid == id }) else { return nil }
        self.campaign = campaign
        today = try await tx.officer().today
        counting = try await UnitCounting(campaign, today: today, in: tx)
        over = Set([today.adding(days: -1), try await ReportPeriod.lastDay(before: today, of: campaign.id, in: tx)]).sorted()
    }
}

/// Queues the count of every unit and its comparison with the ledger: by itself by the worker that serves, again as often as one likes.
public struct QueueUnitDays: Sendable {
    public var again: Bool

    public init(again: Bool = false) {
        self.again = again
    }

    /// How many jobs are new.
    public func perform(at door: WorkerDoor) async throws -> Int {
        try await door.queueUnitDays(again: again)
    }
}
