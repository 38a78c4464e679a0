import Documents
import Domain
import Web

/// A person as the API shows him.
enum PersonJSON {
    static let schema: Schema = .named(
        "Person",
        [
            .init("id", .uuid), .init("fullName", .string), .init("kind", .oneOf(Person.Kind.self)),
            .init("kindName", .string, "As officers read it."), .init("activeFrom", .date), .init("endedOn", .nullable(.date), "Last day."),
            .init("version", .integer),
        ])

    static func value(_ person: Person) -> JSONValue { DirectoryJSON.person(person) }

    static let addSchema: Schema = .object([
        .init("fullName", .string), .init("kind", .oneOf(Person.Kind.self)),
        .init("activeFrom", .date, required: false, "First day in the unit's service; today when absent."),
    ])

    static let changeSchema: Schema = .object([
        .init("fullName", .string, required: false), .init("kind", .oneOf(Person.Kind.self), required: false),
        .init("validFrom", .date, required: false, "First day of the change, not after today; today when absent."),
    ])
}
