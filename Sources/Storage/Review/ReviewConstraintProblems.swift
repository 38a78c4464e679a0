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
            "Chưa hết thời gian đối chiếu mà còn đơn vị chưa có ý kiến, còn kiến nghị chưa trả lời hoặc kết quả, số liệu chưa xem xét. Giải quyết hết, hoặc chờ hết thời gian đối chiếu."
        ),
        "review_event_once": Problem(
            .conflict, "review-event-there", "Hội nghị của kỳ này đã có kế hoạch. Mở để xem và thay đổi kế hoạch đó."),
        "review_event_plan_pkey": eventChanged,
        "review_event_plan_in_order": eventChanged,
        "review_event_plan_event": Problem.notFound, "review_event_paper_event": Problem.notFound,
        "review_event_outcome_event": Problem.notFound,
        "review_event_changed_for_a_reason": Problem.invalid("$.reason", "ghi lý do thay đổi"),
        "review_event_has_an_agenda": Problem.invalid("$.agenda", "ghi từ 1 đến 100 nội dung"),
        "review_event_has_guests": Problem.invalid("$.guests", "ghi từ 1 đến 300 thành phần mời"),
        "review_event_changed_before_it_is_held": eventHeld,
        "review_event_paper_replaced": Problem.invalid("$.replaces", "không có trong tài liệu của hội nghị này"),
        "review_event_paper_replaced_once": Problem(
            .conflict, "paper-replaced", "Tài liệu này đã có tài liệu thay. Tải lại để xem tài liệu đang dùng rồi thay tài liệu đó."),
        "review_event_paper_replaced_for_a_reason": Problem.invalid(
            "$.reason", "thay tài liệu thì ghi lý do; không thay tài liệu nào thì bỏ trống"),
        "review_event_paper_whole": Problem.invalid("$.signedOn", "ghi cả số, ký hiệu và ngày của văn bản, hoặc không ghi"),
        "review_event_paper_not_in_the_future": Problem.invalid("$.signedOn", "không được sau ngày hôm nay"),
        "review_event_held_once": eventHeld,
        "review_event_not_held_in_the_future": Problem.invalid("$.heldOn", "không được sau ngày hôm nay"),
        "review_event_absent_of_who_was_invited": Problem.invalid("$.absent", "chỉ ghi thành phần có trong danh sách mời"),
        "review_minute_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày biên bản không được sau hôm nay.", fields: [FieldFault("$.minuteOn", "sau ngày hôm nay")]),
    ]

    private static let eventChanged = Problem(
        .stale, "changed-meanwhile", "Kế hoạch hội nghị đã được thay đổi. Tải lại để xem rồi thay đổi.")

    private static let eventHeld = Problem(
        .refused, "review-event-held", "Kết quả hội nghị đã được ghi nên không thay đổi kế hoạch và không ghi lại kết quả.")

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
