import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let judgement: [String: Problem] = [
        "motto_step_in_order": mottoMeanwhile,
        "motto_decided_once": mottoMeanwhile,
        "motto_step_standing_check": mottoMeanwhile,
        "motto_decided_stays": Problem(
            .refused, "motto-decided",
            "Hội đồng đã kết luận về phương châm của đơn vị. Kết luận chỉ thay đổi bằng đính chính của Hội đồng kèm biên bản."),
        "motto_corrects_a_decision": Problem(
            .refused, "motto-open", "Hội đồng chưa kết luận nên chưa có gì để đính chính. Ghi kết luận trước."),
        "motto_comments_on_an_assessment": Problem(
            .refused, "motto-not-assessed", "Đơn vị chưa tự đánh giá phương châm. Chờ bản tự đánh giá rồi cho ý kiến."),
        "motto_after_the_step_before": Problem(
            .refused, "decided-before", "Ngày không được trước ngày của bước liền trước.",
            fields: [FieldFault("$.date", "trước ngày của bước liền trước; kiểm tra lại ngày trên văn bản")]),
        "motto_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.",
            fields: [FieldFault("$.date", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "motto_decided_by_paper": Problem(
            .invalid, "invalid-input", "Kết luận của Hội đồng phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "motto_refusal_gives_reason": mottoReason("Không công nhận phải nêu lý do."),
        "motto_correction_gives_reason": mottoReason("Đính chính phải nêu lý do."),
        "motto_unheard_gives_reason": mottoReason("Kết luận khi chưa có bản tự đánh giá hoặc chưa đủ ý kiến phải nêu lý do."),
        "motto_criticised_gives_reason": mottoReason("Đơn vị bị phê bình trong kỳ: công nhận phải nêu lý do."),
        "motto_parts_of_the_plan": Problem(
            .invalid, "invalid-input", "Tự đánh giá phải đủ các vế của phương châm.",
            fields: [FieldFault("$.parts", "ghi đủ các vế theo thứ tự của kế hoạch")]),
    ]

    /// Somebody else was first to say something of the same motto.
    private static let mottoMeanwhile = Problem(
        .stale, "changed-meanwhile", "Người khác vừa ghi một bước xét phương châm của đơn vị này. Tải lại để xem kết quả.")

    private static func mottoReason(_ detail: String) -> Problem {
        Problem(.invalid, "invalid-input", detail, fields: [FieldFault("$.reason", "nêu lý do")])
    }
}
