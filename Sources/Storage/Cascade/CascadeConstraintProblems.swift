import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let cascade: [String: Problem] = [
        "launch_not_before_the_province": Problem(
            .refused, "launch-before-province", "Ngày thực hiện không được trước ngày Chủ tịch UBND tỉnh phát động phong trào.",
            fields: [FieldFault("$.happenedOn", "trước ngày phát động của tỉnh; nhập ngày từ ngày phát động trở đi")]),
        "launch_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.",
            fields: [FieldFault("$.happenedOn", "sau ngày hôm nay; nhập ngày đã diễn ra")]),
        "launch_step_in_order": Problem(
            .stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại."),
        "plan_has_number": Problem(
            .invalid, "invalid-input", "Kế hoạch phải có số văn bản và nội dung.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu kế hoạch của đơn vị")]),
        "launched_has_form": Problem(
            .invalid, "invalid-input", "Ghi nhận phát động phải có hình thức và số người dự.",
            fields: [FieldFault("$.form", "chọn hình thức phát động"), FieldFault("$.attendance", "nhập số người dự")]),
        "combined_names_the_conference": Problem(
            .invalid, "invalid-input", "Phát động lồng ghép phải ghi rõ hội nghị.",
            fields: [FieldFault("$.combinedWith", "nhập tên hội nghị được lồng ghép; chỉ nhập khi hình thức là lồng ghép")]),
        "launch_day_corrected_by_a_paper": Problem(
            .refused, "launch-day-recorded",
            "Ngày phát động đã ghi nhận. Sửa ngày phải nêu lý do và văn bản, biên bản chứng minh ngày đúng.",
            fields: [
                FieldFault("$.note", "nêu lý do sửa ngày phát động"),
                FieldFault("$.correctionDocument", "nhập số, ký hiệu văn bản, biên bản chứng minh ngày đúng"),
            ]),
        "launch_step_filed_once": Problem(.conflict, "draft-filed", "Dự thảo đã được duyệt. Tải lại để xem ghi nhận phát động."),
    ]
}
