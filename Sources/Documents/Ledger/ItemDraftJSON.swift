public import Domain

/// A draft of an item as programs read it.
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
}
