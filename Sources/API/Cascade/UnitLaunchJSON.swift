import Documents
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
            .init("corrected", .boolean, "Another day was recorded for the launch before."),
        ])

    static func value(_ unit: UnitLaunch) -> JSONValue { ReachedUnitJSON.value(unit) }
}
