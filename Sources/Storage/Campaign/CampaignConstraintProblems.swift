import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let campaign: [String: Problem] = [
        "campaign_launch_pkey": Problem(
            .conflict, "launched-already", "Phong trào đã được phát động. Xem ngày và số văn bản phát động trong thông tin phong trào."),
        "campaign_launch_keeps_the_plan": Problem(
            .refused, "launched-already",
            "Phong trào đã phát động: ngày ký, thời gian, hạn phát động và các đơn vị thuộc diện phát động không đổi được. Giữ các mục đó như cũ rồi nhập lại."
        ),
        "campaign_launch_not_before_the_plan": Problem(
            .refused, "launch-before-plan", "Ngày phát động không được trước ngày ký kế hoạch.",
            fields: [FieldFault("$.launchedOn", "trước ngày ký kế hoạch; nhập ngày từ ngày ký trở đi")]),
        "campaign_launch_not_after_the_campaign": Problem(
            .refused, "launch-after-campaign", "Ngày phát động không được sau ngày kết thúc phong trào.",
            fields: [FieldFault("$.launchedOn", "sau ngày kết thúc phong trào; kiểm tra lại ngày")]),
        "campaign_launch_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc phát động đã diễn ra.",
            fields: [FieldFault("$.launchedOn", "sau ngày hôm nay; nhập ngày đã diễn ra")]),
        "campaign_code_key": Problem(
            .conflict, "campaign-there", "Mã phong trào đã có. Xem phong trào đã có trước khi nhập lại.",
            fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
    ]
}
