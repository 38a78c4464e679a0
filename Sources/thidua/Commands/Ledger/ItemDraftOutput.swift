import Documents
import Domain

/// One draft of an item as commands print it.
enum ItemDraftOutput {
    static func print(_ draft: ItemDraft, as format: OutputFormat) {
        CommandOutput.print(
            columns: ItemDraftJSON.columns, cells: [ItemDraftJSON.row(draft)], json: ItemDraftJSON.value(draft), as: format)
    }
}
