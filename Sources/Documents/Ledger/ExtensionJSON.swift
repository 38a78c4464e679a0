public import Domain

/// Extensions of due dates as programs read them.
public enum ExtensionJSON {
    /// - Parameters:
    ///   - day: the day as of which it is told who is to decide.
    ///   - titles: of the posts that asked and decided.
    public static func value(_ item: ItemExtension, at day: CivilDate, _ titles: [Post.ID: String]) -> JSONValue {
        let (request, decision) = (item.request, item.decision)
        return [
            "state": .string(item.state(at: day).rawValue), "stateName": .string(item.state(at: day).vietnamese),
            "assignersDelay": .bool(item.isAssignersDelay(at: day)),
            "dueBefore": .string(orNull: (request ?? decision)?.dueBefore), "askedOn": .string(orNull: request?.happenedOn),
            "wishedDueOn": .string(orNull: request?.newDueOn), "requestNumber": .string(orNull: request?.documentNumber),
            "requestIssuer": .string(orNull: request?.documentIssuer), "requestReason": .string(orNull: request?.reason),
            "askedBy": .string(orNull: request?.recordedBy), "askedByTitle": .string(orNull: request.flatMap { titles[$0.recordedBy] }),
            "requestRecordedOn": .string(orNull: request?.recordedOn), "decidedOn": .string(orNull: decision?.happenedOn),
            "dueOn": .string(orNull: decision?.newDueOn), "postFacto": .bool(decision?.isPostFacto ?? false),
            "decisionNumber": .string(orNull: decision?.documentNumber), "decisionIssuer": .string(orNull: decision?.documentIssuer),
            "decisionReason": .string(orNull: decision?.reason),
            "decidedBy": .string(orNull: decision?.recordedBy),
            "decidedByTitle": .string(orNull: decision.flatMap { titles[$0.recordedBy] }),
            "decisionRecordedOn": .string(orNull: decision?.recordedOn),
        ]
    }

    public static func value(_ waiting: WaitingExtension, at day: CivilDate) -> JSONValue {
        [
            "id": .string(waiting.request.id.description), "item": .string(waiting.request.item.description), "code": .string(waiting.code),
            "title": .string(waiting.title), "tenant": .string(waiting.tenant.text), "unitName": .string(waiting.unitName),
            "dueOn": .string(waiting.request.dueBefore.description), "askedOn": .string(waiting.request.happenedOn.description),
            "wishedDueOn": .string(orNull: waiting.request.newDueOn), "documentNumber": .string(waiting.request.documentNumber),
            "reason": .string(waiting.request.reason), "state": .string(waiting.state.state(at: day).rawValue),
            "stateName": .string(waiting.state.state(at: day).vietnamese),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = ["Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Đề nghị đến", "Ngày đề nghị", "Lý do", "Tình trạng"]

    public static func row(_ waiting: WaitingExtension, at day: CivilDate) -> [Table.Cell] {
        [
            .text(waiting.code), .text(waiting.unitName), .text(waiting.title), .date(waiting.request.dueBefore),
            .day(waiting.request.newDueOn), .date(waiting.request.happenedOn), .text(waiting.request.reason),
            .text(waiting.state.state(at: day).vietnamese),
        ]
    }
}
