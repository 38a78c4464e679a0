public import Domain

/// Holds as programs read them, and as tables.
public enum HoldJSON {
    public static func hold(_ hold: KeptHold) -> JSONValue {
        [
            "id": .string(hold.id.description), "tenant": .string(hold.tenant.text), "tenantName": .string(hold.tenantName),
            "unit": .string(orNull: hold.unit), "person": .string(orNull: hold.person), "name": .string(hold.name),
            "documentNumber": .string(hold.hold.document), "documentIssuer": .string(hold.issuer),
            "from": .string(hold.hold.from.description), "through": .string(orNull: hold.hold.through),
            "endedDocument": .string(orNull: hold.endedDocument),
        ]
    }

    public static let columns = [
        "Đối tượng", "Đơn vị", "Văn bản", "Cơ quan ban hành", "Từ ngày", "Đến ngày", "Văn bản kết thúc", "Mã định danh",
    ]

    public static func row(_ hold: KeptHold) -> [Table.Cell] {
        [
            .text(hold.name), .text(hold.tenantName), .text(hold.hold.document), .text(hold.issuer), .date(hold.hold.from),
            hold.hold.through.map(Table.Cell.date) ?? .text("đang tạm dừng xét"), .text(hold.endedDocument ?? ""),
            .text(hold.id.description),
        ]
    }
}
