public import Domain

/// Nomination rounds as programs read them, and as tables show them.
public enum NominationJSON {
    public static func round(_ round: HeldRound, on day: CivilDate) -> JSONObject {
        JSONObject([
            ("id", .string(round.id.description)), ("campaign", .string(round.campaign)), ("review", .string(round.kind.rawValue)),
            ("opensOn", .string(round.round.opensOn.description)), ("cutOff", .string(round.round.cutOff.description)),
            ("lockedOn", .string(orNull: round.round.lockedOn?.description)), ("guidanceNumber", .string(round.guidanceNumber)),
            ("guidanceOn", .string(round.guidanceOn.description)), ("snapshotVersion", .integer(round.snapshotVersion)),
            ("words", .string(round.round.words(on: day))),
        ])
    }

    public static func answer(
        _ held: HeldRound, _ units: [NominationStanding], _ scope: NominationQuota.Scope, on day: CivilDate
    ) -> JSONValue {
        var members = round(held, on: day)
        members.append("quotaScope", .string(scope.rawValue))
        members.append("quotaScopeName", .string(scope.vietnamese))
        members.append("warning", .string(orNull: scope.warning))
        members.append("units", .array(units.map(unit)))
        return .object(members)
    }

    public static func unit(_ unit: NominationStanding) -> JSONValue {
        [
            "tenant": .string(unit.tenant.text), "unit": .string(unit.unit.description), "code": .string(unit.code),
            "name": .string(unit.name), "verdict": .string(unit.verdict.rawValue), "verdictName": .string(unit.verdict.vietnamese),
            "slots": .integer(unit.slots), "taken": .integer(unit.taken), "free": .integer(unit.free), "leaders": .integer(unit.leaders),
            "submitted": .integer(unit.submitted),
        ]
    }

    public static let roundColumns = ["Phong trào", "Kỳ", "Mở từ ngày", "Hạn nhận hồ sơ", "Văn bản hướng dẫn", "Tình trạng"]

    public static func row(_ round: HeldRound, on day: CivilDate) -> [Table.Cell] {
        [
            .text(round.campaign), .text(round.kind.vietnamese), .date(round.round.opensOn), .date(round.round.cutOff),
            .text("số \(round.guidanceNumber) ngày \(round.guidanceOn.vietnamese)"), .text(round.round.words(on: day)),
        ]
    }

    public static let unitColumns = [
        "Mã", "Đơn vị", "Kết quả xét", "Suất đề nghị", "Đã dùng", "Trong đó lãnh đạo", "Còn lại", "Hồ sơ đã trình",
    ]

    public static func row(_ unit: NominationStanding) -> [Table.Cell] {
        [
            .text(unit.code), .text(unit.name), .text(unit.verdict.vietnamese), .count(unit.slots), .count(unit.taken),
            .count(unit.leaders), .count(unit.free), .count(unit.submitted),
        ]
    }
}
