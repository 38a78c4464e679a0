import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let month: [String: Problem] = [
        "period_opened_once": Problem(.conflict, "period-there", "Kỳ báo cáo tháng này đã mở. Mở trang báo cáo tháng để xem."),
        "period_not_opened_early": Problem(.refused, "period-not-begun", "Chưa đến ngày đầu của kỳ báo cáo. Mở kỳ từ ngày đó trở đi."),
        "period_follows": Problem(
            .refused, "month-out-of-order",
            "Kỳ báo cáo mở lần lượt, không bỏ tháng nào và không mở thêm trước kỳ đã chốt. Mở tháng liền sau kỳ gần nhất đã mở."),
        "period_due_after_its_end": Problem(
            .invalid, "invalid-input", "Thời hạn gửi báo cáo phải sau ngày cuối của kỳ.",
            fields: [FieldFault("$.dueOn", "phải sau ngày cuối của kỳ")]),
        "period_due_not_before_its_opening": Problem(
            .invalid, "invalid-input", "Thời hạn gửi báo cáo không được trước ngày mở kỳ.",
            fields: [FieldFault("$.dueOn", "không được trước ngày mở kỳ")]),
        "period_closes_after_due": Problem(
            .invalid, "invalid-input", "Ngày chốt không được trước thời hạn gửi báo cáo.",
            fields: [FieldFault("$.closesOn", "trước thời hạn gửi báo cáo")]),
        "period_rule_pkey": Problem(
            .conflict, "period-rule-there", "Đã có quy định về kỳ báo cáo tháng áp dụng từ ngày đó. Chọn ngày khác."),
        "period_rule_not_before_it_is_said": Problem.invalid("$.from", "không được trước ngày hôm nay"),
        "period_rule_closes_before_the_next": Problem.invalid("$.closeDays", "không quá \(PeriodRule.mostDays) ngày làm việc"),
        "unit_return_pkey": Problem(
            .stale, "changed-meanwhile", "Báo cáo của kỳ này đã có người soạn. Tải lại để xem rồi sửa tiếp."),
        "return_of_its_time": .returnNotOwed,
        "return_stays": Problem(
            .conflict, "return-approved",
            "Báo cáo này đã được duyệt nên giữ nguyên. Số liệu thay đổi sau đó hiện ở mục điều chỉnh của kỳ sau."),
        "return_says_something": Problem(
            .refused, "return-empty", "Báo cáo chưa có nội dung kết quả. Nhập kết quả thực hiện, hoặc chọn “không phát sinh”.",
            fields: [FieldFault("$.results", "chưa nhập")]),
        "return_says_one_thing": Problem(
            .invalid, "invalid-input", "Đã chọn “không phát sinh” thì để trống kết quả thực hiện.",
            fields: [FieldFault("$.results", "phải để trống khi không phát sinh")]),
        "return_nothing_arose": Problem(
            .refused, "return-not-nothing",
            "Trong kỳ có nhiệm vụ, chỉ tiêu giao mới, hoàn thành hoặc quá hạn nên không báo cáo “không phát sinh” được. Nhập kết quả thực hiện.",
            fields: [FieldFault("$.nothing", "trong kỳ có phát sinh")]),
        "return_warnings_explained": Problem(
            .refused, "return-unexplained",
            "Báo cáo còn cảnh báo chưa giải trình. Xem các cảnh báo, nhập nội dung giải trình rồi duyệt.",
            fields: [FieldFault("$.explanation", "chưa nhập")]),
        "return_waits_for_its_units": Problem(
            .refused, "return-waits",
            "Còn xã, phường, thị trấn chưa gửi báo cáo và chưa hết thời hạn gửi của cấp xã. Chờ đủ báo cáo, hoặc duyệt sau thời hạn đó."),
        "return_after_the_period": Problem(
            .refused, "period-not-over", "Kỳ báo cáo chưa kết thúc. Duyệt báo cáo sau ngày cuối của kỳ."),
        "return_before_the_close": Problem(
            .refused, "month-closed",
            "Văn phòng UBND tỉnh đã chốt số liệu tháng này. Nội dung còn thiếu báo cáo vào kỳ sau."),
        "month_close_pkey": Problem(
            .stale, "changed-meanwhile", "Người khác vừa chốt hoặc đính chính số liệu tháng này. Tải lại để xem kết quả."),
        "month_is_over": Problem(.refused, "period-not-over", "Kỳ báo cáo chưa kết thúc. Chốt số liệu sau ngày cuối của kỳ."),
        "month_waits_for_returns": Problem(
            .refused, "returns-missing",
            "Chưa đến ngày chốt mà còn đơn vị chưa gửi báo cáo. Đôn đốc đơn vị gửi đủ, hoặc chốt từ ngày chốt của kỳ."),
        "month_closed_in_order": Problem(
            .refused, "earlier-month-open", "Còn kỳ trước chưa chốt. Chốt lần lượt từng kỳ theo thứ tự thời gian."),
        "month_corrected_before_the_next": Problem(
            .refused, "later-month-closed", "Kỳ sau đã chốt nên kỳ này giữ nguyên; thay đổi hiện ở mục điều chỉnh của kỳ chưa chốt."),
        "month_correction_has_its_minute": Problem(
            .conflict, "month-closed-already",
            "Số liệu tháng này đã chốt. Nếu phát hiện sai sót, lập biên bản rồi đính chính; bản đã chốt được giữ nguyên."),
        "month_minute_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày biên bản không được sau hôm nay.", fields: [FieldFault("$.minuteOn", "sau ngày hôm nay")]),
    ]
}
