public import Domain

/// Results that wait to be judged, as programs read them.
public enum WaitingResultJSON {
    public static func value(_ waiting: WaitingResult) -> JSONValue {
        [
            "report": .string(waiting.report.description), "item": .string(waiting.item.description), "code": .string(waiting.code),
            "title": .string(waiting.title), "tenant": .string(waiting.tenant.text), "unitName": .string(waiting.unitName),
            "dueOn": .string(orNull: waiting.dueOn), "evidenceOn": .string(waiting.evidenceOn.description),
            "documentNumber": .string(waiting.documentNumber), "figure": .string(orNull: waiting.figure?.value),
            "figureStatus": .string(orNull: waiting.figure?.status.rawValue), "confirmedBy": .string(orNull: waiting.confirmer),
            "recordedOn": .string(waiting.recordedOn.description),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = [
        "Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Ngày kết quả", "Kết quả", "Cơ quan xác nhận số liệu", "Ngày gửi",
    ]

    public static func row(_ waiting: WaitingResult) -> [Table.Cell] {
        [
            .text(waiting.code), .text(waiting.unitName), .text(waiting.title), .day(waiting.dueOn), .date(waiting.evidenceOn),
            .text(waiting.words), .text(waiting.confirmer ?? ""), .date(waiting.recordedOn),
        ]
    }
}
