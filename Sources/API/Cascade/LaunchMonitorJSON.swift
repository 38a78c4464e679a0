import Documents
import Domain
import Web

/// The monitor of a launch: counts in total and for each first-tier unit, and the late and the missing by name.
enum LaunchMonitorJSON {
    static let tally = Schema.named(
        "LaunchTally",
        [
            .init("units", .integer), .init("launched", .integer, "The late ones included."), .init("late", .integer),
            .init("missing", .integer, "Not launched."), .init("withoutRecord", .integer, "Of these, not reached by the launch."),
            .init("rate", .nullable(.decimal), "Percent launched, rounded down to one decimal; null without units."),
        ])

    static let schema = Schema.named(
        "LaunchMonitor",
        [
            .init("campaign", CampaignJSON.schema), .init("asOf", .date, "Day of facts."), .init("knownOn", .date, "Day of recording."),
            .init("pastDeadline", .boolean, "Whether what is missing is overdue."), .init("total", tally),
            .init("firstTier", tally), .init("subUnits", tally), .init("tenants", .array(tenant)),
            .init("late", .array(unit)), .init("missing", .array(unit)),
        ])

    private static let tenant = Schema.named(
        "TenantLaunch",
        [
            .init("tenant", .string), .init("name", .text),
            .init("own", .nullable(UnitLaunchJSON.schema), "The unit's own launch; null for a reader who sees only a part of its tree."),
            .init("total", tally), .init("subUnits", tally),
        ])

    private static let unit = Schema.object([
        .init("openedAfterDeadline", .boolean, "Late by the calendar, not by its own fault."), .init("unit", UnitLaunchJSON.schema),
    ])

    static func value(_ monitor: LaunchMonitor) -> JSONValue {
        func list(_ units: [UnitLaunch]) -> JSONValue {
            .array(units.map { ["openedAfterDeadline": .bool(monitor.openedAfterDeadline($0)), "unit": UnitLaunchJSON.value($0)] })
        }
        return [
            "campaign": CampaignJSON.value(monitor.campaign), "asOf": .string(monitor.asOf.description),
            "knownOn": .string(monitor.knownOn.description), "pastDeadline": .bool(monitor.isPastDeadline),
            "total": LaunchTallyJSON.value(monitor.total), "firstTier": LaunchTallyJSON.value(monitor.firstTier),
            "subUnits": LaunchTallyJSON.value(monitor.subUnits), "tenants": .array(monitor.tenants.map(LaunchTallyJSON.tenant)),
            "late": list(monitor.late), "missing": list(monitor.missing),
        ]
    }
}
