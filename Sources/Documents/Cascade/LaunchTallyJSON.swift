public import Domain

/// How far a launch came, counted, as programs read it.
public enum LaunchTallyJSON {
    public static func value(_ tally: LaunchTally) -> JSONValue {
        [
            "units": .integer(tally.units), "launched": .integer(tally.launched), "late": .integer(tally.late),
            "missing": .integer(tally.missing), "withoutRecord": .integer(tally.withoutRecord),
            "rate": .string(orNull: tally.rateInTenths.map { "\($0 / 10).\($0 % 10)" }),
        ]
    }

    public static func tenant(_ tenant: TenantLaunch) -> JSONValue {
        [
            "tenant": .string(tenant.slug.text), "name": .string(tenant.name), "own": tenant.root.map(ReachedUnitJSON.value) ?? .null,
            "total": value(tenant.total), "subUnits": value(tenant.subUnits),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum LaunchMonitorTables {
    public static let columns = [
        "Đơn vị", "Phát động", "Ngày", "Đơn vị trực thuộc đã phát động", "Chậm", "Chưa phát động", "Chưa chuyển đến",
    ]

    public static func row(_ tenant: TenantLaunch) -> [Table.Cell] {
        [.text(tenant.name), .text(tenant.root?.stateInVietnamese ?? ""), .day(tenant.root?.record?.launchedOn)]
            + counts(tenant.subUnits, of: tenant.total)
    }

    public static func total(_ monitor: LaunchMonitor) -> [Table.Cell] {
        [.text("Tổng cộng"), .text(monitor.firstTier.vietnamese), .empty] + counts(monitor.subUnits, of: monitor.total)
    }

    private static func counts(_ subUnits: LaunchTally, of total: LaunchTally) -> [Table.Cell] {
        [.text(subUnits.vietnamese), .count(total.late), .count(total.missing), .count(total.withoutRecord)]
    }
}
