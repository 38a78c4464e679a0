public import Domain

/// Difficulties as programs read them, and as tables show them.
public enum DifficultyJSON {
    /// - Parameter day: by which the clock is read.
    public static func value(_ difficulty: Difficulty, on day: CivilDate) -> JSONValue { .object(members(difficulty, on: day)) }

    public static func detail(_ detail: DifficultyDetail, on day: CivilDate, _ warnings: [CalendarGap]) -> JSONValue {
        var members = members(detail.difficulty, on: day)
        members.append("warnings", CalendarJSON.value(warnings))
        members.append("items", .array(detail.items.map(item)))
        members.append("extensions", .array(detail.extensions.map(another)))
        members.append("acts", .array(detail.acts.map(act)))
        members.append("possible", .array(detail.difficulty.possible.map { move($0.step, $0.party) }))
        return .object(members)
    }

    private static func item(_ item: DifficultyDetail.Item) -> JSONValue {
        [
            "item": .string(item.id.description), "code": .string(item.code), "title": .string(item.title),
            "dueOn": .string(orNull: item.dueOn),
        ]
    }

    private static func another(_ one: DifficultyDetail.Extension) -> JSONValue {
        [
            "code": .string(one.code), "step": .string(one.step.rawValue), "happenedOn": .string(one.happenedOn.description),
            "newDueOn": .string(orNull: one.newDueOn),
        ]
    }

    private static func act(_ act: DifficultyDetail.Act) -> JSONValue {
        [
            "step": .string(act.step.rawValue), "stepName": .string(act.step.vietnamese), "words": .string(act.words),
            "documentNumber": .string(act.documentNumber), "recordedOn": .string(act.recordedOn.description),
            "solverName": .string(act.solverName), "dueOn": .string(orNull: act.dueOn), "post": .string(act.title),
        ]
    }

    private static func move(_ step: Difficulty.Step, _ party: Difficulty.Party) -> JSONValue {
        [
            "step": .string(step.rawValue), "stepName": .string(step.vietnamese), "party": .string(party.rawValue),
            "partyName": .string(party.vietnamese),
        ]
    }

    private static func members(_ difficulty: Difficulty, on day: CivilDate) -> JSONObject {
        JSONObject([
            ("id", .string(difficulty.id.description)), ("tenant", .string(difficulty.slug.text)),
            ("tenantName", .string(difficulty.tenantName)), ("unit", .string(difficulty.unit.description)),
            ("unitName", .string(difficulty.unitName)), ("campaign", .string(difficulty.campaign)), ("title", .string(difficulty.title)),
            ("obstacle", .string(difficulty.obstacle)), ("proposal", .string(difficulty.proposal)),
            ("raisedOn", .string(difficulty.raisedOn.description)), ("state", .string(difficulty.state.rawValue)),
            ("stateName", .string(difficulty.state.vietnamese)), ("level", .string(difficulty.level.rawValue)),
            ("levelName", .string(difficulty.level.vietnamese)), ("dueOn", .string(orNull: difficulty.dueOn)),
            ("overdue", .bool(difficulty.isOverdue(on: day))), ("solver", .string(orNull: difficulty.solver?.unit)),
            ("solverName", .string(orNull: difficulty.solver?.name)),
        ])
    }

    public static let columns = [
        "Đơn vị nêu", "Khó khăn, vướng mắc", "Nêu ngày", "Trạng thái", "Nơi xem xét", "Cơ quan, đơn vị giải quyết", "Thời hạn",
        "Mã định danh",
    ]

    public static func row(_ difficulty: Difficulty, on day: CivilDate) -> [Table.Cell] {
        reported(difficulty, on: day) + [.text(difficulty.id.description)]
    }

    /// As papers and the month's workbook show it.
    static func reported(_ difficulty: Difficulty, on day: CivilDate) -> [Table.Cell] {
        [
            .text(difficulty.placeName), .text(difficulty.title), .date(difficulty.raisedOn), .text(difficulty.state.vietnamese),
            .text(difficulty.level.vietnamese), .text(difficulty.solver?.name ?? ""), .text(difficulty.clock(on: day)),
        ]
    }
}
