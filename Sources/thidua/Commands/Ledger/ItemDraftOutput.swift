import Documents
import Domain

/// Drafts of items as commands print them.
enum ItemDraftOutput {
    static func print(_ drafts: [ItemDraft], as format: OutputFormat) {
        CommandOutput.print(columns: columns, rows: drafts.map(row), json: .array(drafts.map(ItemDraftJSON.value)), as: format)
    }

    static func print(_ draft: ItemDraft, as format: OutputFormat) {
        CommandOutput.print(columns: columns, rows: [row(draft)], json: ItemDraftJSON.value(draft), as: format)
    }

    private static let columns = [
        "Nội dung", "Cơ quan chủ trì", "Trạng thái", "Người soạn", "Sửa gần nhất", "Bản", "Nhiệm vụ", "Mã định danh",
    ]

    private static func row(_ draft: ItemDraft) -> [String] {
        [
            draft.title, draft.lead, draft.state.vietnamese, draft.draftedBy, draft.changedOn.vietnamese, "\(draft.version)",
            draft.item?.code ?? "", draft.id.description,
        ]
    }
}
