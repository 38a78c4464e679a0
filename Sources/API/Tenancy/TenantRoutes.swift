import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The units of the province: that they are there, every officer may know.
enum TenantRoutes {
    static let all: [Route] = [list, show]

    private static let list = Route(
        .get, "/api/v1/tenants", name: "tenants.list", asks: .reading(.catalogue),
        summary: "The units of the province on a day, in customary order.",
        query: [
            QueryParameter("asOf", .date, "Day; today when absent."),
            QueryParameter("kind", .oneOf(Tenant.Kind.self), "Only of this kind."),
            QueryParameter("closed", .boolean, "Also those closed by then."),
        ],
        answers: .json(.object([.init("items", .array(TenantSchemas.tenant))]))
    ) { call in
        let listing = try listing(call)
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await listing.perform(in: tx).map(TenantJSON.value))])
        }
    }.exporting { call in try listing(call) }

    private static func listing(_ call: Call) throws -> ListTenants {
        ListTenants(on: try call.queryDate("asOf"), kind: try call.queryChoice("kind"), includingClosed: try call.queryFlag("closed"))
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}", name: "tenants.show", asks: .reading(.catalogue),
        summary: "One unit of the province as on a day.",
        query: [QueryParameter("asOf", .date, "Day; today when absent.")], answers: .json(TenantSchemas.tenant)
    ) { call in
        let showing = ShowTenant(on: try call.queryDate("asOf"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(TenantJSON.value(try await showing.perform(in: tx)))
        }
    }
}
