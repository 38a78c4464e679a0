public import Domain

/// A draft of an item as programs read it, and as tables show it.
public enum ItemDraftJSON {
    public static func value(_ draft: ItemDraft) -> JSONValue {
        [
            "id": .string(draft.id.description), "unit": .string(draft.unit.description), "state": .string(draft.state.rawValue),
            "stateName": .string(draft.state.vietnamese), "title": .string(draft.title), "entered": draft.entered,
            "item": draft.item.map(item) ?? nil, "draftedBy": .string(draft.draftedBy), "draftedOn": .string(draft.draftedOn.description),
            "changedBy": .string(draft.changedBy), "changedOn": .string(draft.changedOn.description), "version": .integer(draft.version),
        ]
    }

    private static func item(_ item: ItemDraft.Item) -> JSONValue {
        ["tenant": .string(item.tenant.text), "id": .string(item.id.description), "code": .string(item.code)]
    }

    public static let columns = [
        "Nội dung", "Cơ quan chủ trì", "Trạng thái", "Người soạn", "Sửa gần nhất", "Bản", "Nhiệm vụ", "Mã định danh",
    ]

    public static func row(_ draft: ItemDraft) -> [Table.Cell] {
        [
            .text(draft.title), .text(draft.lead), .text(draft.state.vietnamese), .text(draft.draftedBy), .date(draft.changedOn),
            .text("\(draft.version)"), .text(draft.item?.code ?? ""), .text(draft.id.description),
        ]
    }
}
