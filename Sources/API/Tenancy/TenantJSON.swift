import Domain
import Web

/// A unit of the province as the API shows it.
enum TenantJSON {
    static let schema: Schema = .named(
        "Tenant",
        [
            .init("id", .uuid), .init("slug", .string, "Names it in every path; never changes."), .init("kind", .oneOf(Tenant.Kind.self)),
            .init("scope", .oneOf(Tenant.Scope.self)), .init("parent", .nullable(.uuid)), .init("code", .string), .init("name", .string),
            .init("fullName", .string), .init("position", .integer), .init("openedOn", .date),
            .init("closedOn", .nullable(.date), "Last day; afterwards it is read-only."),
        ])

    static func value(_ tenant: Tenant) -> JSONValue {
        [
            "id": .string(tenant.id.description), "slug": .string(tenant.slug.text), "kind": .string(tenant.kind.rawValue),
            "scope": .string(tenant.scope.rawValue), "parent": .string(orNull: tenant.parent), "code": .string(tenant.code),
            "name": .string(tenant.name), "fullName": .string(tenant.fullName), "position": .integer(tenant.position),
            "openedOn": .string(tenant.openedOn.description), "closedOn": .string(orNull: tenant.closedOn),
        ]
    }
}
