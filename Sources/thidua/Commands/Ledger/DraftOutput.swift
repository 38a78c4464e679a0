import Documents
import Domain

/// One draft as commands print it.
enum DraftOutput {
    /// One with its steps: a row for each.
    static func print(_ draft: Draft, as format: OutputFormat) {
        let begun = [
            "soạn", draft.drafterTitle, draft.recordedOn.vietnamese, "\(draft.content.kind.vietnamese): \(draft.subject)",
            draft.id.description,
        ]
        CommandOutput.print(
            columns: ["Bước", "Chức vụ", "Ngày", "Ý kiến", "Mã"],
            rows: [begun] + draft.steps.map { [$0.move.vietnamese, $0.title, $0.recordedOn.vietnamese, $0.remark, draft.id.description] },
            json: DraftJSON.value(draft), as: format)
    }
}
