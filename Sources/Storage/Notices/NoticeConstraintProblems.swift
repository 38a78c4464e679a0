import Domain

extension ConstraintProblems {
    /// Of rules by which people are reminded.
    static let notices: [String: Problem] = [
        "reminder_rule_pkey": Problem(
            .conflict, "rule-there", "Quy định nhắc việc này đã có nội dung áp dụng từ ngày đó. Chọn ngày khác."),
        "reminder_rule_of_a_known_code": Problem.notFound,
        "reminder_rule_not_before_it_is_said": Problem.invalid("$.from", "không được trước ngày hôm nay"),
        "reminder_rule_has_days": Problem.invalid("$.untilDays", "không được trước ngày bắt đầu nhắc"),
        "reminder_rule_period_from_its_first_day": Problem.invalid(
            "$.days", "kỳ chưa bắt đầu thì chưa nhắc mở; ghi 0 để nhắc từ ngày đầu kỳ, hoặc số ngày sau ngày đó"),
        "reminder_rule_within_a_year": Problem.invalid("$.days", "phải từ 60 ngày trước hạn đến 366 ngày sau hạn"),
        "reminder_rule_ends_after_the_start": Problem.invalid("$.from", "không được trước ngày bắt đầu của quy định đang áp dụng"),
    ]
}
