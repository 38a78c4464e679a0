import Domain
import Web

/// A unit and how far it had come with a launch on a day.
enum UnitLaunchJSON {
    static let schema = Schema.named(
        "UnitLaunch",
        [
            .init("tenant", .string), .init("tenantName", .text), .init("unit", .uuid), .init("parent", .nullable(.uuid)),
            .init("code", .string), .init("name", .text), .init("fullName", .text), .init("kind", .oneOf(SubUnit.Kind.self)),
            .init("launch", .nullable(.uuid), "Null: the launch has not reached the unit."),
            .init("state", .nullable(.oneOf(LaunchState.self))), .init("receivedOn", .nullable(.date)),
            .init("acknowledgedOn", .nullable(.date)), .init("plannedOn", .nullable(.date)), .init("launchedOn", .nullable(.date)),
            .init("form", .nullable(.oneOf(LaunchForm.Kind.self))), .init("combinedWith", .nullable(.text)),
            .init("attendance", .nullable(.integer)), .init("late", .boolean, "Launched after the deadline."),
        ])

    static func value(_ unit: UnitLaunch) -> JSONValue {
        let record = unit.record
        return [
            "tenant": .string(unit.tenant.text), "tenantName": .string(unit.tenantName), "unit": .string(unit.unit.description),
            "parent": .string(orNull: unit.parent), "code": .string(unit.code), "name": .string(unit.name),
            "fullName": .string(unit.fullName), "kind": .string(unit.kind.rawValue), "launch": .string(orNull: record?.launch),
            "state": .string(orNull: record?.state.rawValue), "receivedOn": .string(orNull: record?.receivedOn),
            "acknowledgedOn": .string(orNull: record?.acknowledgedOn), "plannedOn": .string(orNull: record?.plannedOn),
            "launchedOn": .string(orNull: record?.launchedOn), "form": .string(orNull: record?.form?.kind.rawValue),
            "combinedWith": .string(orNull: record?.form?.conference), "attendance": record?.attendance.map { .integer($0) } ?? .null,
            "late": .bool(unit.isLate),
        ]
    }
}
