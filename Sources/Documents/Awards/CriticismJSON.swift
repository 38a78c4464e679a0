public import Domain

/// Criticism and reminders as programs read them, and as tables show them.
public enum CriticismJSON {
    public static func value(_ kept: KeptCriticism) -> JSONValue { .object(members(kept)) }

    public static func detail(_ detail: CriticismDetail) -> JSONValue {
        var members = members(detail.criticism)
        members.append("warnings", CalendarJSON.value(detail.warnings))
        members.append("facts", .array(detail.facts.map(fact)))
        members.append("acts", .array(detail.acts.map { act($0, of: detail.criticism.kind) }))
        return .object(members)
    }

    private static func members(_ kept: KeptCriticism) -> JSONObject {
        JSONObject([
            ("id", .string(kept.id.description)), ("kind", .string(kept.kind.rawValue)), ("kindName", .string(kept.kind.vietnamese)),
            ("tenant", .string(kept.slug.text)), ("tenantName", .string(kept.tenantName)), ("unit", .string(kept.unit.description)),
            ("person", .string(orNull: kept.person)), ("name", .string(kept.name)), ("campaign", .string(kept.campaign)),
            ("items", .integer(kept.items)), ("words", .string(kept.words)), ("proposedOn", .string(kept.proposedOn.description)),
            ("explainBy", .string(kept.explainBy.description)), ("state", .string(kept.state.rawValue)),
            ("stateName", .string(kept.state.vietnamese(kept.kind))), ("signedOn", .string(orNull: kept.signedOn)),
        ])
    }

    private static func fact(_ fact: KeptCriticism.Fact) -> JSONValue {
        [
            "item": .string(fact.item.description), "code": .string(fact.code), "title": .string(fact.title),
            "dueOn": .string(fact.dueOn.description), "doneOn": .string(orNull: fact.doneOn), "lateDays": .integer(fact.lateDays),
        ]
    }

    private static func act(_ act: CriticismAct, of kind: KeptCriticism.Kind) -> JSONValue {
        [
            "step": .string(act.step.rawValue), "stepName": .string(act.step.vietnamese(kind)), "words": .string(act.words),
            "documentNumber": .string(act.documentNumber), "documentOn": .string(orNull: act.documentOn),
            "recordedOn": .string(act.recordedOn.description), "post": .string(act.title),
        ]
    }

    public static let columns = [
        "Hình thức", "Đối tượng", "Đơn vị", "Số nhiệm vụ", "Đề xuất ngày", "Giải trình đến", "Trạng thái", "Ngày ký", "Mã định danh",
    ]

    public static func row(_ kept: KeptCriticism) -> [Table.Cell] {
        [
            .text(kept.kind.vietnamese), .text(kept.name), .text(kept.tenantName), .count(kept.items), .date(kept.proposedOn),
            .date(kept.explainBy), .text(kept.state.vietnamese(kept.kind)), .day(kept.signedOn), .text(kept.id.description),
        ]
    }
}
