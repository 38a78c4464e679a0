import Domain

extension ConstraintProblems {
    /// Of what is held against somebody, and what somebody holds against a result.
    static let held: [String: Problem] = [
        "criticism_of_late_items": Problem.invalid(
            "$.items", "có nhiệm vụ không chậm, không thuộc phong trào hoặc không do đối tượng này chủ trì; chọn trong sổ theo dõi"),
        "criticism_on_its_grounds": Problem(
            .refused, "criticism-without-grounds",
            "Chưa đủ căn cứ phê bình theo kế hoạch: cần một nhiệm vụ quá hạn lâu hơn số ngày quy định, hoặc đủ số nhiệm vụ chậm trong một tháng. Có thể đề xuất nhắc nhở."
        ),
        "criticism_not_of_oneself": Problem(
            .notAllowed, "own-criticism",
            "Không đề xuất phê bình, nhắc nhở chính mình hoặc đơn vị mình. Cơ quan do Chủ tịch UBND tỉnh chỉ định xem xét."),
        "criticism_step_once": Problem(.stale, "changed-meanwhile", "Người khác vừa thực hiện bước này. Tải lại để xem rồi thực hiện."),
        "criticism_in_order": Problem(
            .refused, "criticism-out-of-order", "Việc phê bình, nhắc nhở đang ở bước khác. Tải lại để xem việc tiếp theo."),
        "criticism_there": Problem.notFound,
        "criticism_waits_for_the_explanation": Problem(
            .refused, "criticism-explanation-awaited",
            "Tập thể, cá nhân còn thời hạn giải trình. Trình sau khi có giải trình, hoặc sau ngày cuối của thời hạn."),
        "criticism_step_in_words": Problem.invalid("$.words", "không được để trống; nhập nội dung"),
        "criticism_signed_by_paper": Problem.invalid("$.documentNumber", "ghi số và ngày của văn bản đã ký"),
        "criticism_signed_after_it_was_put": Problem.invalid(
            "$.documentOn", "trước ngày trình Chủ tịch UBND tỉnh; nhập ngày trên văn bản"),
        "criticism_paper_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "criticism_signed_by_another": Problem(
            .notAllowed, "criticism-own-proposal", "Người đề xuất và người bị xem xét không ký. Người khác có thẩm quyền ký."),
        "handling_of_late_work": Problem.invalid(
            "$.item", "không chậm vào ngày của văn bản, hoặc không do đối tượng này thực hiện; kiểm tra lại trong sổ theo dõi"),
        "handling_not_in_the_future": Problem.invalid("$.documentOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "handling_item": Problem.invalid("$.item", "không có nhiệm vụ này ở đơn vị"),
        "handling_person": Problem.invalid("$.person", "không có người này ở đơn vị"),
        "opinion_asked_while_appraised": Problem(
            .refused, "opinion-out-of-order", "Chỉ hỏi ý kiến khi hồ sơ đã trình và chưa quyết định. Tải lại để xem trạng thái hồ sơ."),
        "opinion_due_later": Problem.invalid("$.dueOn", "phải sau ngày hôm nay"),
        "opinion_answered_after_it_was_asked": Problem.invalid("$.answeredOn", "trước ngày hỏi ý kiến; nhập ngày trên văn bản trả lời"),
        "opinion_answered_once": Problem(.conflict, "opinion-answered", "Ý kiến này đã có trả lời. Tải lại để xem."),
        "petition_about_a_dossier": Problem.invalid(
            "$.dossier", "không có hồ sơ này; lấy mã định danh trong danh sách hồ sơ, hoặc bỏ trống"),
        "petition_on_what_is_given": Problem.invalid("$.giver", "không tặng Giấy khen theo quy định của đơn vị; chọn nơi tặng khác"),
        "petition_not_to_oneself": Problem.invalid("$.giver", "là chính nơi gửi; chọn nơi tặng Giấy khen khác"),
        "petition_answered_by_another": Problem(
            .notAllowed, "petition-own", "Không trả lời kiến nghị, khiếu nại của chính mình. Người khác có thẩm quyền trả lời."),
        "petition_answered_once": Problem(.conflict, "petition-answered", "Kiến nghị, khiếu nại này đã trả lời. Tải lại để xem."),
    ]
}
