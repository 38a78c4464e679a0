public import Domain

/// What nominees said of being named in public, as programs read it.
public enum ConsentJSON {
    public static func value(_ consent: PublicityConsent) -> JSONValue {
        [
            "id": .string(consent.id.description), "dossier": .string(consent.dossier.description),
            "tenant": .string(consent.tenant.text), "tenantName": .string(consent.tenantName), "nominee": .string(consent.nominee),
            "position": .integer(consent.position), "consents": .bool(consent.word.consents),
            "givenOn": .string(consent.word.givenOn.description), "manner": .string(consent.word.manner.rawValue),
            "documentNumber": .string(consent.word.documentNumber), "note": .string(consent.word.note), "last": .bool(consent.isLast),
            "recordedOn": .string(consent.recordedOn.description),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum ConsentTables {
    public static let columns = [
        "Người được khen thưởng", "Đơn vị", "Ý kiến", "Ngày", "Cách ghi nhận", "Văn bản", "Ghi chú", "Còn hiệu lực", "Ngày ghi", "Mã hồ sơ",
        "Mã ý kiến",
    ]

    public static func row(_ consent: PublicityConsent) -> [Table.Cell] {
        let word = consent.word
        return [
            .text(consent.nominee), .text(consent.tenantName), .text(PublicityConsent.standing(.individual, word.consents)),
            .date(word.givenOn), .text(word.manner.vietnamese), .text(word.documentNumber), .text(word.note),
            .text(consent.isLast ? "có" : "không"), .date(consent.recordedOn), .text(consent.dossier.description),
            .text(consent.id.description),
        ]
    }
}
