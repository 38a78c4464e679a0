import Domain

extension ConstraintProblems {
    /// Of difficulties and their steps.
    static let difficulties: [String: Problem] = [
        "difficulty_of_a_unit": Problem.invalid("$.unit", "không có đơn vị này hoặc đơn vị đã giải thể"),
        "difficulty_of_own_items": Problem.invalid(
            "$.items", "có nhiệm vụ, chỉ tiêu không thuộc sổ theo dõi của đơn vị trong phong trào này; kiểm tra lại mã và phong trào"),
        "difficulty_step_once": Problem(
            .stale, "changed-meanwhile", "Người khác vừa thực hiện một bước. Tải lại để xem rồi thực hiện."),
        "difficulty_there": Problem.notFound,
        "difficulty_in_order": Problem(
            .refused, "difficulty-out-of-order",
            "Trạng thái hiện nay của khó khăn, vướng mắc không cho thực hiện việc này. Tải lại để xem việc tiếp theo."),
        "difficulty_step_in_words": Problem.invalid("$.words", "không được để trống; nhập nội dung"),
        "difficulty_routed_to_a_solver": Problem.invalid(
            "$.solver",
            "tại đơn vị, chọn phòng, ban, đơn vị trực thuộc; tại Phòng Tổng hợp, chọn sở, ban, ngành hoặc UBND cấp huyện khác đơn vị nêu"),
        "difficulty_answered_by_paper": Problem.invalid("$.documentNumber", "ghi số, ký hiệu văn bản trả lời"),
        "difficulty_confirmed_by_another": Problem(
            .notAllowed, "difficulty-own-answer",
            "Người đã trả lời không tự xác nhận khó khăn, vướng mắc đã giải quyết. Đơn vị nêu khó khăn, vướng mắc xác nhận."),
    ]
}
