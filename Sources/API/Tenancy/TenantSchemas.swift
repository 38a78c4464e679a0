import Domain
import Web

/// The shapes of units of the province, for the OpenAPI document.
enum TenantSchemas {
    static let tenant: Schema = .named(
        "Tenant",
        [
            .init("id", .uuid), .init("slug", .string, "Names it in every path; never changes."), .init("kind", .oneOf(Tenant.Kind.self)),
            .init("scope", .oneOf(Tenant.Scope.self)), .init("parent", .nullable(.uuid)), .init("code", .string), .init("name", .string),
            .init("fullName", .string), .init("position", .integer), .init("openedOn", .date),
            .init("closedOn", .nullable(.date), "Last day; afterwards it is read-only."),
        ])
}
