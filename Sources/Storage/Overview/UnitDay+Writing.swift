public import Domain
import Postgres

extension UnitTable.Row {
    /// Writes what the worker counted of the tenant that it entered; refused to everybody else.
    public static func write(_ rows: [UnitTable.Row], of campaign: Campaign.ID, on day: CivilDate, in tx: borrowing TenantTransaction)
        async throws
    {
        let figures = JSONValue.array(rows.map(\.asCounted)).text()
        _ = try await tx.run("SELECT core.unit_day_write(\(campaign), \(day), \(figures)::jsonb)")
    }

    /// As `core.unit_day_write` reads it.
    private var asCounted: JSONValue {
        .object(
            JSONObject(
                [
                    ("unit", .string(unit.unit.description)), ("launchedOn", .string(orNull: launchedOn?.description)),
                    ("verdict", .string(orNull: verdict?.rawValue)),
                ] + UnitFigure.allCases.map { ($0.rawValue, .integer(figures[$0])) }))
    }

    /// Which of these days the worker has still to count of the tenant that it entered: those of which a unit has no row made after the day's end.
    public static func uncounted(_ days: [CivilDate], of campaign: CampaignSummary, in tx: borrowing TenantTransaction) async throws
        -> [CivilDate]
    {
        var wanting: [CivilDate] = []
        for day in days where try await counted(of: campaign, on: day, in: tx) == nil { wanting.append(day) }
        return wanting
    }
}

extension UnitDayCheck {
    /// Notes what came of a comparison in the tenant that the worker entered.
    public static func write(
        _ campaign: Campaign.ID, on day: CivilDate, compared: Int, differing: Int, in tx: borrowing TenantTransaction
    ) async throws {
        _ = try await tx.run(
            "SELECT core.unit_day_checked(\(campaign), \(day), \(Int32(clamping: compared)), \(Int32(clamping: differing)))")
    }
}

extension WorkerDoor {
    /// Queues the count of every unit and its comparison with the ledger, where their time has come; answers how many jobs are new.
    ///
    /// - Parameter again: one more time, whatever the hour.
    public func queueUnitDays(again: Bool) async throws -> Int {
        Int(try await query("SELECT core.unit_day_queue(\(again))").only { row in try row.next(Int32.self) })
    }
}
