public import Domain

/// The forms of an office as programs read them, and as tables.
public enum TemplateJSON {
    public static func template(_ template: OfficeTemplate) -> JSONValue {
        [
            "id": .string(template.id.description), "tenant": .string(template.tenant.text), "tenantName": .string(template.tenantName),
            "document": .string(template.kind), "documentName": .string(kindName(template)),
            "from": .string(template.validFrom.description),
            "through": .string(orNull: template.validTo), "name": .string(template.name), "sha256": .string(orNull: template.sha256),
            "recordedBy": .string(template.recordedBy), "recordedOn": .string(template.recordedOn.description),
        ]
    }

    public static let columns = ["Văn bản", "Từ ngày", "Đến ngày", "Mẫu", "SHA-256", "Người ghi", "Ngày ghi", "Mã định danh"]

    public static func row(_ template: OfficeTemplate) -> [String] {
        [
            kindName(template), template.validFrom.vietnamese, template.validTo?.vietnamese ?? "", use(template), template.sha256 ?? "",
            template.recordedBy, template.recordedOn.vietnamese, template.id.description,
        ]
    }

    /// The document, or that the built-in form is used again and why.
    public static func use(_ template: OfficeTemplate) -> String {
        template.isDocument ? template.name : "mẫu có sẵn của hệ thống (\(template.name))"
    }

    public static func kindName(_ template: OfficeTemplate) -> String {
        PaperKind(rawValue: template.kind)?.vietnamese ?? template.kind
    }
}
