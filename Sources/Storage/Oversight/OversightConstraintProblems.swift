import Domain

extension ConstraintProblems {
    /// Of inspections, members who follow units, and what has to be put right.
    static let oversight: [String: Problem] = [
        "inspection_ends_after_the_start": Problem.invalid("$.to", "không được trước ngày bắt đầu"),
        "inspection_of_units": Problem.invalid(
            "$.units", "chọn ít nhất một sở, ban, ngành hoặc UBND huyện, thành phố đang hoạt động"),
        "visit_once": Problem(.conflict, "visit-recorded", "Cuộc kiểm tra đơn vị này theo kế hoạch đã được ghi. Xem ở danh sách."),
        "visit_as_planned": Problem.invalid("$.unit", "đơn vị không có trong kế hoạch kiểm tra này"),
        "visit_not_in_the_future": Problem.invalid("$.minutesOn", "không được sau ngày hôm nay"),
        "visit_before_its_minutes": Problem.invalid("$.minutesOn", "không được trước ngày kiểm tra"),
        "finding_of_a_visit": Problem.notFound,
        "following_ends_after_the_start": Problem.invalid("$.through", "không được trước ngày bắt đầu"),
        "following_by_a_member": Problem.invalid("$.person", "không phải thành viên Hội đồng vào ngày bắt đầu theo dõi"),
        "following_of_a_unit": Problem.invalid("$.unit", "không có đơn vị này hoặc đơn vị đã giải thể"),
        "following_once_at_a_time": Problem(
            .conflict, "following-twice", "Thành viên này đã được phân công theo dõi đơn vị trong thời gian đó."),
        "follow_note_not_in_the_future": Problem.invalid("$.on", "không được sau ngày hôm nay"),
        "follow_note_while_he_follows": Problem.invalid("$.on", "ngoài thời gian được phân công theo dõi đơn vị"),
        "remedy_with_its_cause": Problem.invalid(
            "$.originID", "không có kết luận, ghi nhận hoặc văn bản phê bình, nhắc nhở này đối với đơn vị, cá nhân đã chọn"),
        "remedy_of_an_owner": Problem.invalid("$.unit", "không có đơn vị, người này hoặc người không công tác tại đơn vị đã chọn"),
        "remedy_due_later": Problem.invalid("$.dueOn", "phải sau ngày hôm nay"),
        "remedy_step_once": Problem(.stale, "changed-meanwhile", "Người khác vừa thực hiện một bước. Tải lại để xem rồi thực hiện."),
        "remedy_there": Problem.notFound,
        "remedy_in_order": Problem(
            .refused, "remedy-out-of-order",
            "Trạng thái hiện nay của yêu cầu khắc phục không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "remedy_step_in_words": Problem.invalid("$.words", "không được để trống; nhập nội dung"),
        "remedy_paper_whole": Problem.invalid("$.documentOn", "ghi cả số, ký hiệu và ngày của văn bản, hoặc không ghi"),
        "remedy_paper_not_in_the_future": Problem.invalid("$.documentOn", "không được sau ngày hôm nay"),
        "remedy_returned_until_later": Problem.invalid("$.dueOn", "thời hạn đã hết; ghi thời hạn mới, sau ngày hôm nay"),
        "remedy_closed_by_another": Problem(
            .notAllowed, "remedy-own-report", "Người đã báo cáo kết quả không tự xác nhận đã khắc phục."),
    ]
}
