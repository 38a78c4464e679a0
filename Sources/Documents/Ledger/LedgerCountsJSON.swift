public import Domain

/// Counts of the ledger as programs read them.
public enum LedgerCountsJSON {
    public static func value(_ counts: LedgerCounts) -> JSONValue {
        .object(JSONObject(members.map { ($0.name, .integer(counts[keyPath: $0.count])) }))
    }

    public static func group(_ group: LedgerGroup) -> JSONValue {
        ["key": .string(orNull: group.key), "label": .string(orNull: group.label), "counts": value(group.counts)]
    }

    public static func unit(_ row: UnitOverview) -> JSONValue {
        [
            "tenant": .string(row.unit.tenant.text), "unit": .string(row.unit.unit.description), "code": .string(row.unit.code),
            "name": .string(row.unit.name), "fullName": .string(row.unit.fullName), "counts": value(row.counts),
        ]
    }

    public static func overview(_ units: [UnitOverview], total: LedgerCounts) -> JSONValue {
        ["units": .array(units.map(unit)), "total": value(total)]
    }

    /// The counts by their names, in the order of the table.
    public static let members: [(name: String, count: any KeyPath<LedgerCounts, Int> & Sendable)] = [
        ("items", \.items), ("done", \.done), ("completedEarly", \.completedEarly), ("completedOnTime", \.completedOnTime),
        ("completedLate", \.completedLate), ("completedUndated", \.completedUndated), ("overdue", \.overdue), ("dueSoon", \.dueSoon),
        ("inTime", \.inTime), ("noDueDate", \.noDueDate),
        ("exempted", \.exempted), ("cancelled", \.cancelled), ("unacknowledged", \.unacknowledged), ("awaitingRuling", \.awaitingRuling),
        ("reportedThisPeriod", \.reportedThisPeriod),
    ]
}
