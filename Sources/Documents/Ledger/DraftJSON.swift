public import Domain

/// A draft as programs read it, and as tables show it.
public enum DraftJSON {
    public static func value(_ draft: Draft) -> JSONValue {
        let standing = draft.standing
        var members: [(String, JSONValue)] = [
            ("id", .string(draft.id.description)), ("kind", .string(draft.content.kind.rawValue)),
            ("kindName", .string(draft.content.kind.vietnamese)), ("unit", .string(draft.unit.description)),
            ("unitName", .string(draft.unitName)), ("subject", .string(draft.subject)),
            ("code", .string(draft.code)),
            ("draftedBy", .string(draft.draftedBy.description)), ("drafterTitle", .string(draft.drafterTitle)),
            ("state", .string(standing.state.rawValue)), ("stateName", .string(standing.state.vietnamese)),
            ("level", .integer(standing.level.rawValue)), ("levelName", .string(standing.level.vietnamese)),
            ("steps", .array(draft.steps.map(step))), ("lastRemark", .string(draft.lastRemark)),
            ("recordedOn", .string(draft.recordedOn.description)),
            ("version", .integer(draft.version)),
        ]
        members += content(draft.content)
        return .object(JSONObject(members))
    }

    private static func content(_ content: Draft.Content) -> [(String, JSONValue)] {
        switch content {
        case .progress(let report):
            let figure: JSONValue =
                report.figure.map { ["value": .string($0.value.description), "status": .string($0.status.rawValue)] } ?? .null
            return [
                ("item", .string(report.item.description)), ("launch", .null), ("happenedOn", .string(report.evidenceOn.description)),
                ("milestonePercent", report.milestonePercent.map { .integer($0) } ?? .null), ("figure", figure),
                ("documentNumber", .string(report.documentNumber)), ("documentIssuer", .string(report.documentIssuer)),
                ("narrative", .string(report.narrative)), ("form", .null), ("combinedWith", .null), ("attendance", .null),
            ]
        case .launch(let conference):
            return [
                ("item", .null), ("launch", .string(conference.launch.description)),
                ("happenedOn", .string(conference.happenedOn.description)), ("milestonePercent", .null), ("figure", .null),
                ("documentNumber", .string("")), ("documentIssuer", .string("")), ("narrative", .string(conference.note)),
                ("form", .string(conference.form.kind.rawValue)), ("combinedWith", .string(orNull: conference.form.conference)),
                ("attendance", .integer(conference.attendance)),
            ]
        }
    }

    private static func step(_ step: Draft.Step) -> JSONValue {
        [
            "position": .integer(step.position), "step": .string(step.move.rawValue), "stepName": .string(step.move.vietnamese),
            "level": .integer(step.level.rawValue), "remark": .string(step.remark), "recordedBy": .string(step.recordedBy.description),
            "title": .string(step.title), "recordedOn": .string(step.recordedOn.description),
        ]
    }

    public static let columns = [
        "Loại", "Nội dung", "Bộ phận", "Người soạn", "Tình trạng", "Đang ở", "Mã", "Mã nhiệm vụ", "Số, ký hiệu", "Ngày", "Ngày soạn",
        "Ý kiến gần nhất",
    ]

    public static func row(_ draft: Draft) -> [Table.Cell] {
        [
            .text(draft.content.kind.vietnamese), .text(draft.subject), .text(draft.unitName), .text(draft.drafterTitle),
            .text(draft.standing.state.vietnamese), .text(draft.standing.level.vietnamese), .text(draft.id.description),
            .text(draft.code), .text(draft.content.documentNumber), .text(draft.content.happenedOn.vietnamese),
            .text(draft.recordedOn.vietnamese), .text(draft.lastRemark),
        ]
    }
}
