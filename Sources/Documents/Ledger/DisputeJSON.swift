public import Domain

/// Disputes about items as programs read them.
public enum DisputeJSON {
    /// - Parameters:
    ///   - day: the day as of which it is told what is late.
    ///   - titles: of the posts that raised and answered.
    public static func value(
        _ item: ItemDispute, at day: CivilDate, _ calendar: WorkingCalendar, _ titles: [Post.ID: String]
    ) -> JSONValue {
        let (raised, answer) = (item.raised, item.answer)
        return [
            "state": .string((answer?.kind ?? raised.kind).rawValue), "stateName": .string(item.stateWords),
            "ground": .string(orNull: raised.ground?.rawValue), "groundName": .string(orNull: raised.ground?.vietnamese),
            "proposedLead": .string(orNull: raised.proposedLead), "duplicateCode": .string(orNull: raised.duplicateCode),
            "raisedOn": .string(raised.happenedOn.description), "documentNumber": .string(raised.documentNumber),
            "reason": .string(raised.reason), "raisedBy": .string(raised.recordedBy.description),
            "raisedByTitle": .string(orNull: titles[raised.recordedBy]),
            "recordedOn": .string(raised.recordedOn.description), "answerBy": .string(item.answerBy(calendar).description),
            "answeredLate": .bool(item.isAnsweredLate(at: day, calendar)), "remedy": .string(orNull: answer?.remedy?.rawValue),
            "newDueOn": .string(orNull: answer?.newDueOn), "answeredOn": .string(orNull: answer?.happenedOn),
            "answerNumber": .string(orNull: answer?.documentNumber), "answerIssuer": .string(orNull: answer?.documentIssuer),
            "answerReason": .string(orNull: answer?.reason), "answeredBy": .string(orNull: answer?.recordedBy),
            "answeredByTitle": .string(orNull: answer.flatMap { titles[$0.recordedBy] }),
        ]
    }

    public static func value(_ waiting: WaitingDispute, at day: CivilDate, _ calendar: WorkingCalendar) -> JSONValue {
        [
            "id": .string(waiting.raised.id.description), "item": .string(waiting.raised.item.description), "code": .string(waiting.code),
            "title": .string(waiting.title), "tenant": .string(waiting.tenant.text), "unitName": .string(waiting.unitName),
            "ground": .string(orNull: waiting.raised.ground?.rawValue), "groundName": .string(orNull: waiting.raised.ground?.vietnamese),
            "proposedLead": .string(orNull: waiting.raised.proposedLead), "duplicateCode": .string(orNull: waiting.raised.duplicateCode),
            "raisedOn": .string(waiting.raised.happenedOn.description), "documentNumber": .string(waiting.raised.documentNumber),
            "reason": .string(waiting.raised.reason), "answerBy": .string(waiting.dispute.answerBy(calendar).description),
            "late": .bool(waiting.dispute.isAnsweredLate(at: day, calendar)),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = [
        "Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Kiến nghị", "Đề xuất", "Lý do", "Ngày kiến nghị", "Trả lời trước hết ngày", "Tình trạng",
    ]

    public static func row(_ waiting: WaitingDispute, at day: CivilDate, _ calendar: WorkingCalendar) -> [Table.Cell] {
        [
            .text(waiting.code), .text(waiting.unitName), .text(waiting.title), .text(waiting.raised.ground?.vietnamese ?? ""),
            .text(waiting.raised.proposedLead ?? waiting.raised.duplicateCode ?? ""), .text(waiting.raised.reason),
            .date(waiting.raised.happenedOn), .date(waiting.dispute.answerBy(calendar)),
            .text(waiting.dispute.isAnsweredLate(at: day, calendar) ? "quá thời hạn trả lời" : "chờ trả lời"),
        ]
    }
}
