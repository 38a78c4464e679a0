import Documents
import Domain

/// Drafts as commands print them.
enum DraftOutput {
    static func print(_ drafts: [Draft], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Loại", "Nội dung", "Bộ phận", "Người soạn", "Tình trạng", "Đang ở", "Mã"],
            rows: drafts.map { draft in
                [
                    draft.content.kind.vietnamese, draft.subject, draft.unitName, draft.drafterTitle, draft.standing.state.vietnamese,
                    draft.standing.level.vietnamese, draft.id.description,
                ]
            },
            json: .array(drafts.map(DraftJSON.value)), as: format)
    }

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
