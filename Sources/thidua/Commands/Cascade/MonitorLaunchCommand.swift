import ArgumentParser
import Documents
import Domain
import Operations

struct MonitorLaunchCommand: OfficerCommand {
    static let asks = Deed.reading(.launch)
    static let configuration = CommandConfiguration(
        commandName: "monitor", abstract: "Launch rates per unit and in total; the late and the missing by name.",
        discussion: """
            Example: thidua launch monitor --campaign KH-77-2023 --as-of 2023-04-09
            The whole province for province-wide posts, the own unit for others; any unit with --tenant district_101.
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Day of facts; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Day of recording; the day of facts when absent, which shows what was shown then.")
    var knownOn: CivilDate?

    @Flag(help: "Lists the units launched late, by name.")
    var late = false

    @Flag(help: "Lists the units not launched, by name.")
    var missing = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let monitoring = MonitorLaunch(campaign: campaign, asOf: asOf, knownOn: knownOn)
        let monitor = try await officer.withEntrance { entrance in
            guard officer.tenant == nil else { return try await read(monitoring, try officer.tenantEntry(), entrance) }
            do {
                return try await read(monitoring, try officer.provinceEntry(), entrance)
            } catch let problem as Problem where problem == .provinceNotAllowed {
                return try await read(monitoring, try officer.tenantEntry(), entrance)
            }
        }
        if late || missing {
            let units = (late ? monitor.late : []) + (missing ? monitor.missing : [])
            CommandOutput.print(
                columns: UnitLaunchOutput.columns, rows: units.map(UnitLaunchOutput.row), json: .array(units.map { named($0, monitor) }),
                as: officer.output)
        } else {
            CommandOutput.print(
                columns: LaunchMonitorTables.columns,
                cells: monitor.tenants.map(LaunchMonitorTables.row) + [LaunchMonitorTables.total(monitor)], json: value(monitor),
                as: officer.output)
        }
    }

    private func read(_ monitoring: MonitorLaunch, _ entry: Entry, _ entrance: Entrance) async throws -> LaunchMonitor {
        try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await monitoring.perform(in: tx) }
    }

    private func value(_ monitor: LaunchMonitor) -> JSONValue {
        [
            "campaign": .string(monitor.campaign.code), "asOf": .string(monitor.asOf.description),
            "knownOn": .string(monitor.knownOn.description), "deadline": .string(monitor.campaign.launchDeadline.description),
            "total": value(monitor.total), "firstTier": value(monitor.firstTier), "subUnits": value(monitor.subUnits),
            "tenants": .array(
                monitor.tenants.map { tenant in
                    [
                        "tenant": .string(tenant.slug.text), "name": .string(tenant.name),
                        "own": tenant.root.map(UnitLaunchOutput.value) ?? .null, "total": value(tenant.total),
                        "subUnits": value(tenant.subUnits),
                    ]
                }),
            "late": .array(monitor.late.map { named($0, monitor) }), "missing": .array(monitor.missing.map { named($0, monitor) }),
        ]
    }

    /// One of the late or the missing.
    private func named(_ unit: UnitLaunch, _ monitor: LaunchMonitor) -> JSONValue {
        let value = UnitLaunchOutput.value(unit)
        guard case .object(var object) = value else { return value }
        object.append("openedAfterDeadline", .bool(monitor.openedAfterDeadline(unit)))
        return .object(object)
    }

    private func value(_ tally: LaunchTally) -> JSONValue {
        [
            "units": .integer(tally.units), "launched": .integer(tally.launched), "late": .integer(tally.late),
            "missing": .integer(tally.missing), "withoutRecord": .integer(tally.withoutRecord),
        ]
    }
}

/// The first-tier units with their rates, as an officer takes them away.
struct ReportedLaunchMonitorCommand: ListingCommand {
    static let asks = Deed.reading(.launch)
    static let noun = "launch-monitor"
    static let example = "--campaign KH-77-2023 --as-of 2023-04-09"
    static let configuration = CommandConfiguration(
        commandName: noun, abstract: "How far a launch has come, unit by unit.")

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Day of facts; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Day of recording; the day of facts when absent, which shows what was shown then.")
    var knownOn: CivilDate?

    @OptionGroup var options: OfficerOptions

    func entry() async throws -> Entry { try await options.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> MonitorLaunch {
        MonitorLaunch(campaign: campaign, asOf: asOf, knownOn: knownOn)
    }
}
