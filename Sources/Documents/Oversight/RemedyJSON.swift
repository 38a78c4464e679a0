public import Domain

/// What has to be put right as programs read it, and as tables show it.
public enum RemedyJSON {
    /// - Parameter day: by which the clock is read.
    public static func value(_ remedy: Remedy, on day: CivilDate) -> JSONValue { .object(members(remedy, on: day)) }

    public static func detail(_ detail: RemedyDetail, on day: CivilDate, _ warnings: [CalendarGap]) -> JSONValue {
        var members = members(detail.remedy, on: day)
        members.append("warnings", CalendarJSON.value(warnings))
        members.append("acts", .array(detail.acts.map(act)))
        members.append("possible", .array(detail.remedy.possible.map { move($0.step, $0.party) }))
        return .object(members)
    }

    private static func act(_ act: RemedyDetail.Act) -> JSONValue {
        [
            "id": .string(act.id.description), "step": .string(act.step.rawValue), "stepName": .string(act.step.vietnamese),
            "words": .string(act.words),
            "documentNumber": .string(act.documentNumber), "documentOn": .string(orNull: act.documentOn),
            "dueOn": .string(act.dueOn.description), "recordedOn": .string(act.recordedOn.description), "post": .string(act.title),
        ]
    }

    private static func move(_ step: Remedy.Step, _ party: Remedy.Party) -> JSONValue {
        [
            "step": .string(step.rawValue), "stepName": .string(step.vietnamese), "party": .string(party.rawValue),
            "partyName": .string(party.vietnamese),
        ]
    }

    private static func members(_ remedy: Remedy, on day: CivilDate) -> JSONObject {
        JSONObject([
            ("id", .string(remedy.id.description)), ("tenant", .string(remedy.slug.text)), ("unit", .string(remedy.unit.description)),
            ("person", .string(orNull: remedy.person)), ("ownerName", .string(remedy.ownerName)), ("campaign", .string(remedy.campaign)),
            ("origin", .string(remedy.origin.rawValue)), ("originName", .string(remedy.origin.vietnamese)),
            ("originID", .string(remedy.originID)), ("body", .string(remedy.body.rawValue)),
            ("bodyName", .string(remedy.body.vietnamese)), ("words", .string(remedy.words)),
            ("orderedOn", .string(remedy.orderedOn.description)), ("dueOn", .string(remedy.dueOn.description)),
            ("state", .string(remedy.state.rawValue)), ("stateName", .string(remedy.state.vietnamese)),
            ("overdue", .bool(remedy.isOverdue(on: day))),
        ])
    }

    public static let columns = [
        "Đơn vị, cá nhân khắc phục", "Nội dung", "Căn cứ", "Nơi yêu cầu", "Ngày yêu cầu", "Trạng thái", "Thời hạn", "Mã định danh",
    ]

    public static func row(_ remedy: Remedy, on day: CivilDate) -> [Table.Cell] {
        reported(remedy, on: day) + [.text(remedy.id.description)]
    }

    /// As papers and the month's workbook show it.
    static func reported(_ remedy: Remedy, on day: CivilDate) -> [Table.Cell] {
        [
            .text(remedy.ownerName), .text(remedy.words), .text(remedy.origin.vietnamese), .text(remedy.body.vietnamese),
            .date(remedy.orderedOn), .text(remedy.state.vietnamese), .text(remedy.clock(on: day)),
        ]
    }
}
