public import Domain

/// A unit, and how far it had come with a launch on a day, as programs read it; with nothing of a launch that has not reached it.
public enum ReachedUnitJSON {
    public static func value(_ unit: UnitLaunch) -> JSONValue {
        let record = unit.record
        return [
            "tenant": .string(unit.tenant.text), "tenantName": .string(unit.tenantName), "unit": .string(unit.unit.description),
            "parent": .string(orNull: unit.parent), "code": .string(unit.code), "name": .string(unit.name),
            "fullName": .string(unit.fullName), "kind": .string(unit.kind.rawValue), "launch": .string(orNull: record?.launch),
            "state": .string(orNull: record?.state.rawValue), "receivedOn": .string(orNull: record?.receivedOn),
            "acknowledgedOn": .string(orNull: record?.acknowledgedOn), "plannedOn": .string(orNull: record?.plannedOn),
            "launchedOn": .string(orNull: record?.launchedOn), "form": .string(orNull: record?.form?.kind.rawValue),
            "combinedWith": .string(orNull: record?.form?.conference), "attendance": record?.attendance.map { .integer($0) } ?? .null,
            "late": .bool(unit.isLate), "corrected": .bool(record?.isCorrected ?? false),
        ]
    }
}
