import Documents
import Domain
import Web

/// A sub-unit as the API shows it.
enum UnitJSON {
    static let schema: Schema = .named(
        "Unit",
        [
            .init("id", .uuid), .init("parent", .nullable(.uuid), "The unit above; null for the tenant itself."),
            .init("code", .string, "Unique among the tenant's units of one time."), .init("name", .string), .init("fullName", .string),
            .init("kind", .oneOf(SubUnit.Kind.self)), .init("kindName", .string, "As officers read it."),
            .init("legalPersonality", .boolean, "Whether it may sign and submit by itself."), .init("position", .integer),
            .init("openedOn", .date), .init("closedOn", .nullable(.date), "Last day."),
            .init("validFrom", .date, "The day from which code, name, kind, parent are as here."), .init("version", .integer),
        ])

    static func value(_ unit: SubUnit) -> JSONValue { DirectoryJSON.unit(unit) }

    static let openSchema: Schema = .object([
        .init("code", .string), .init("name", .string, "Without its kind: Tân Lộc."),
        .init("fullName", .string, required: false, "Kind and name when absent: Xã Tân Lộc."), .init("kind", .oneOf(SubUnit.Kind.self)),
        .init("parent", .nullable(.uuid), required: false, "The tenant itself when absent."), .init("legalPersonality", .boolean),
        .init("position", .integer, required: false), .init("openedOn", .date, required: false, "Today when absent."),
    ])

    static let changeSchema: Schema = .object([
        .init("code", .string, required: false), .init("name", .string, required: false), .init("fullName", .string, required: false),
        .init("kind", .oneOf(SubUnit.Kind.self), required: false), .init("parent", .uuid, required: false),
        .init("legalPersonality", .boolean, required: false), .init("position", .integer, required: false),
        .init("validFrom", .date, required: false, "First day of the change; today when absent."),
    ])
}
