public import Domain

/// What waits to be confirmed, as programs read it.
public enum UnconfirmedJSON {
    public static func value(_ waiting: UnconfirmedReport) -> JSONValue {
        [
            "report": .string(waiting.report.description), "item": .string(waiting.item.description), "code": .string(waiting.code),
            "title": .string(waiting.title), "tenant": .string(waiting.tenant.text), "unitName": .string(waiting.unitName),
            "evidenceOn": .string(waiting.evidenceOn.description),
            "milestonePercent": waiting.milestonePercent.map { .integer($0) } ?? nil,
            "figure": .string(orNull: waiting.figure?.value), "figureStatus": .string(orNull: waiting.figure?.status.rawValue),
            "occurrence": .string(orNull: waiting.occurrence), "confirmedBy": .string(orNull: waiting.confirmer),
            "words": .string(waiting.words),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = ["Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Ngày minh chứng", "Cần xác nhận", "Cơ quan xác nhận số liệu"]

    public static func row(_ waiting: UnconfirmedReport) -> [Table.Cell] {
        [
            .text(waiting.code), .text(waiting.unitName), .text(waiting.title), .date(waiting.evidenceOn), .text(waiting.words),
            .text(waiting.confirmer ?? ""),
        ]
    }
}
