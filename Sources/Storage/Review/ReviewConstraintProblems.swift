import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let review: [String: Problem] = [
        "review_opened_once": Problem(
            .conflict, "review-there", "Kỳ này đã mở đối chiếu số liệu. Mở trang đối chiếu để xem."),
        "review_not_opened_before_its_day": Problem(
            .refused, "review-not-due", "Chưa đến ngày chốt số liệu của kỳ này. Mở đối chiếu từ ngày đó trở đi."),
        "review_confirmation_pkey": Problem(.conflict, "confirmed-already", "Đơn vị đã xác nhận số liệu của kỳ này."),
        "review_confirmed_in_the_settle_days": settleDaysOver,
        "review_disputed_in_the_settle_days": settleDaysOver,
        "review_confirmed_before_the_freeze": frozenAlready,
        "review_disputed_before_the_freeze": frozenAlready,
        "review_dispute_once_per_item": Problem(
            .conflict, "disputed-already", "Nhiệm vụ, chỉ tiêu này đã có kiến nghị trong kỳ. Mở trang đối chiếu để xem trả lời."),
        "review_dispute_of_a_judged_item": notJudged,
        "review_dispute_is_the_units_own": notJudged,
        "review_dispute_paper_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày văn bản không được sau hôm nay.", fields: [FieldFault("$.documentOn", "sau ngày hôm nay")]),
        "review_answer_pkey": Problem(.conflict, "answered-already", "Kiến nghị này đã được trả lời. Tải lại để xem."),
        "review_snapshot_pkey": Problem(
            .stale, "changed-meanwhile", "Người khác vừa chốt hoặc đính chính số liệu của kỳ này. Tải lại để xem kết quả."),
        "review_freeze_waits_for_what_is_open": Problem(
            .refused, "review-open",
            "Chưa hết thời gian đối chiếu mà còn đơn vị chưa có ý kiến, còn kiến nghị chưa trả lời hoặc kết quả chưa xem xét. Giải quyết hết, hoặc chờ hết thời gian đối chiếu."
        ),
        "review_minute_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày biên bản không được sau hôm nay.", fields: [FieldFault("$.minuteOn", "sau ngày hôm nay")]),
    ]

    private static let settleDaysOver = Problem(
        .refused, "settle-days-over",
        "Đã hết thời gian đối chiếu số liệu; không có ý kiến được coi là đồng ý. Nếu phát hiện sai sót, gửi văn bản đến Văn phòng UBND tỉnh để lập biên bản đính chính."
    )

    private static let frozenAlready = Problem(
        .refused, "frozen-already",
        "Số liệu của kỳ này đã chốt. Nếu phát hiện sai sót, gửi văn bản đến Văn phòng UBND tỉnh để lập biên bản đính chính.")

    private static let notJudged = Problem(
        .refused, "not-judged",
        "Nhiệm vụ, chỉ tiêu này không thuộc số liệu xét của đơn vị trong kỳ. Chọn nhiệm vụ, chỉ tiêu do tỉnh giao đơn vị chủ trì trong phong trào.",
        fields: [FieldFault("$.item", "không thuộc số liệu xét của đơn vị")])
}
