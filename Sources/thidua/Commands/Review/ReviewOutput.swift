import Documents
import Domain
import Operations

/// Reviews and their frozen versions as the commands print them.
enum ReviewOutput {
    static func print(_ answer: ShowReview.Answer, as format: OutputFormat) {
        let review = answer.review
        var rows = [["Kỳ", review.kind.vietnamese, review.code, "tính đến \(review.heldOn.vietnamese)", answer.clock, ""]]
        rows += answer.units.map { ReviewTables.unit($0, in: review, on: answer.today) }
        rows += answer.disputes.map(ReviewTables.dispute)
        rows.append(["Chưa xem xét", "", "", answer.openResultWords, "", ""])
        rows += answer.openResults.map(ReviewTables.result)
        rows += answer.snapshots.map(ReviewTables.snapshot)
        CommandOutput.print(
            columns: ReviewTables.columns, rows: rows,
            json: [
                "review": ReviewJSON.review(review), "clock": .string(answer.clock),
                "warnings": CalendarJSON.value(answer.warnings),
                "units": .array(answer.units.map { ReviewJSON.unit($0, in: review, on: answer.today) }),
                "disputes": .array(answer.disputes.map(ReviewJSON.dispute)),
                "openResults": .array(answer.openResults.map(ReviewJSON.result)),
                "openResultCount": .integer(answer.openResultCount),
                "snapshots": .array(answer.snapshots.map(ReviewJSON.snapshot)),
            ], as: format)
        CommandOutput.warn(answer.warnings, as: format)
    }

    static func print(_ answer: FreezeReview.Answer, as format: OutputFormat) {
        let head = ReviewTables.snapshot(answer.snapshot)
        let first = [head[0], "", head[4], head[5]]
        CommandOutput.print(
            columns: ReviewTables.changeColumns,
            rows: [first] + answer.changes.map(ReviewTables.change) + answer.open.map(ReviewTables.left),
            json: ReviewJSON.version(answer.snapshot, answer.changes, answer.open), as: format)
    }

    static func print(_ dispute: ReviewDispute, as format: OutputFormat) {
        CommandOutput.print(
            columns: ReviewTables.columns, rows: [ReviewTables.dispute(dispute)], json: ReviewJSON.dispute(dispute), as: format)
    }

    static func print(_ found: SnapshotVerification, as format: OutputFormat) {
        let result = found.faults.isEmpty ? "khớp" : "KHÔNG KHỚP"
        let rows =
            [[found.mark.vietnamese, "\(found.parts)", found.isOfTheWhole ? "toàn bộ" : "phần được xem", result, found.mark.digest]]
            + found.faults.map { ["", "", "", $0, ""] }
        CommandOutput.print(
            columns: ["Bản chốt số liệu", "Đơn vị", "Phạm vi", "Tính lại", "SHA-256"], rows: rows, json: ReviewJSON.verification(found),
            as: format)
    }
}
