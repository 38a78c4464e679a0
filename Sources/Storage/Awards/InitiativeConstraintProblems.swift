import Domain

extension ConstraintProblems {
    /// Of initiatives, their steps and confirmations.
    static let initiatives: [String: Problem] = [
        "initiative_unit": Problem.invalid("$.unit", "không có đơn vị này"),
        "initiative_person": Problem.invalid("$.person", "không có người này ở đơn vị"),
        "initiative_effect_is_positive": Problem.invalid("$.cost", "hiệu quả ghi bằng số lớn hơn 0; bỏ trống mục không có"),
        "initiative_effect_in_bounds": Problem.invalid("$.cost", "số quá lớn; kiểm tra lại đơn vị tính"),
        "initiative_volume_has_its_unit": Problem.invalid("$.volumeUnit", "ghi khối lượng tăng thêm kèm đơn vị tính, hoặc bỏ trống cả hai"),
        "initiative_example_says_why": Problem.invalid("$.example", "nêu rõ vì sao là tấm gương tiêu biểu"),
        "initiative_step_once": Problem(
            .stale, "changed-meanwhile", "Người khác vừa thay đổi giải pháp, sáng kiến này. Tải lại để xem rồi thực hiện."),
        "initiative_in_order": Problem(
            .refused, "initiative-out-of-order",
            "Trạng thái hiện nay của giải pháp, sáng kiến không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "initiative_step_gives_its_reason": Problem.invalid("$.reason", "phải ghi lý do, nội dung"),
        "initiative_answered_by_paper": Problem.invalid("$.documentNumber", "ghi số văn bản và người ký"),
        "initiative_letter_numbered_once": Problem(
            .conflict, "decision-number-taken", "Số này đã ghi cho một thư khen khác trong năm. Kiểm tra lại số trên thư.",
            fields: [FieldFault("$.documentNumber", "đã có")]),
        "initiative_not_ones_own": Problem(
            .notAllowed, "initiative-own",
            "Người đăng ký, người có giải pháp, sáng kiến hoặc giữ chức vụ ở tập thể có giải pháp, sáng kiến không tự trả lời. "
                + "Người khác của đơn vị xét và trả lời."),
        "initiative_meets_the_conditions": Problem(
            .refused, "initiative-conditions",
            "Giải pháp, sáng kiến chưa đủ điều kiện đề nghị tặng Bằng khen. Xem các điều kiện còn thiếu; có thể gửi thư khen hoặc đề nghị tặng Giấy khen."
        ),
        "initiative_proposed_for_its_nominee": Problem(
            .refused, "initiative-dossier",
            "Hồ sơ đề nghị không phải của đúng tập thể, cá nhân đã đăng ký. Lập hồ sơ từ giải pháp, sáng kiến này."),
        "initiative_after_the_step_before": Problem.invalid("$.happenedOn", "trước bước liền trước; nhập ngày từ đó trở đi"),
        "initiative_step_not_in_the_future": Problem.invalid("$.happenedOn", "sau ngày hôm nay"),
        "confirmation_of_an_initiative": Problem.notFound,
        "confirmation_while_it_is_open": Problem(
            .refused, "initiative-answered", "Giải pháp, sáng kiến đã có trả lời hoặc đã rút nên không đề nghị xác nhận nữa."),
        "confirmation_by_another_unit": Problem.invalid(
            "$.unit", "phải là cơ quan, đơn vị khác, không phải đơn vị đăng ký, cấp trên hoặc đơn vị trực thuộc của đơn vị đăng ký"),
        "confirmation_of_a_unit": Problem.invalid("$.unit", "không có đơn vị này hoặc đơn vị đã giải thể"),
        "confirmation_asked_once": Problem(.conflict, "confirmation-asked", "Đơn vị này đã được đề nghị xác nhận. Chờ trả lời."),
        "confirmation_not_of_ones_own": Problem(
            .notAllowed, "confirmation-own",
            "Người giữ chức vụ ở đơn vị đăng ký không xác nhận thay đơn vị khác. Người khác của đơn vị được hỏi xác nhận."),
        "confirmation_declined_for_a_reason": Problem.invalid("$.reason", "ghi lý do không xác nhận"),
        "confirmation_by_a_paper": Problem.invalid("$.documentNumber", "ghi số văn bản xác nhận"),
        "confirmation_answered_once": Problem(.conflict, "confirmation-answered", "Đề nghị này đã có trả lời. Tải lại để xem."),
    ]
}
