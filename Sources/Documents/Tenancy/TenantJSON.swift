public import Domain

/// A unit of the province as programs read it, and as tables show it.
public enum TenantJSON {
    public static func value(_ tenant: Tenant) -> JSONValue {
        [
            "id": .string(tenant.id.description), "slug": .string(tenant.slug.text), "kind": .string(tenant.kind.rawValue),
            "scope": .string(tenant.scope.rawValue), "parent": .string(orNull: tenant.parent), "code": .string(tenant.code),
            "name": .string(tenant.name), "fullName": .string(tenant.fullName), "position": .integer(tenant.position),
            "openedOn": .string(tenant.openedOn.description), "closedOn": .string(orNull: tenant.closedOn),
        ]
    }

    public static let columns = ["Mã", "Tên đầy đủ", "Loại", "Mã truy cập", "Từ ngày", "Đến ngày"]

    public static func row(_ tenant: Tenant) -> [Table.Cell] {
        [
            .text(tenant.code), .text(tenant.fullName), .text(tenant.kind.vietnamese), .text(tenant.slug.text), .date(tenant.openedOn),
            .day(tenant.closedOn),
        ]
    }
}
