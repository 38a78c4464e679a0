import Domain

extension ConstraintProblems {
    /// Of the plan of what the media report, its press kits and what was published.
    static let coverage: [String: Problem] = [
        "coverage_line_once": Problem(.stale, "changed-meanwhile", "Người khác vừa sửa dòng kế hoạch này. Tải lại để xem rồi thực hiện."),
        "coverage_line_there": Problem.notFound,
        "coverage_line_in_order": Problem(
            .refused, "coverage-dropped", "Dòng kế hoạch này đã bỏ khỏi kế hoạch. Lập dòng mới nếu cần."),
        "coverage_line_for_a_reason": Problem.invalid("$.reason", "không được để trống; nhập lý do"),
        "coverage_line_of_an_outlet": Problem.invalid("$.outlet", "không phải cơ quan báo chí đang hoạt động"),
        "press_kit_once": Problem(.stale, "changed-meanwhile", "Người khác vừa sửa tài liệu này. Tải lại để xem rồi thực hiện."),
        "press_kit_there": Problem.notFound,
        "press_kit_in_order": Problem(.refused, "press-kit-missing", "Không có tài liệu đang cung cấp để thu hồi."),
        "press_kit_while_planned": Problem(
            .refused, "coverage-dropped", "Dòng kế hoạch này đã bỏ khỏi kế hoạch. Lập dòng mới nếu cần."),
        "press_kit_of_facts": Problem.invalid("$.facts", "không được để trống; nhập nội dung"),
        "press_kit_approved": Problem.invalid("$.approver", "ghi người duyệt và ngày duyệt"),
        "press_kit_approved_anew": Problem.invalid("$.approvedOn", "trước ngày thu hồi tài liệu trước đó; nhập ngày duyệt lại"),
        "press_kit_approved_already": Problem.invalid("$.approvedOn", "không được sau ngày hôm nay"),
        "press_kit_with_consent": Problem.invalid("$.person.consentOn", "ghi ngày và cách người được nêu tên, hình ảnh đồng ý công khai"),
        "press_kit_names_its_paper": Problem.invalid("$.person.documentNumber", "ghi số, ký hiệu văn bản đồng ý đã ký"),
        "press_kit_says_to_whom": Problem.invalid("$.person.note", "ghi đã nói đồng ý với ai"),
        "press_kit_consent_already": Problem.invalid("$.person.consentOn", "không được sau ngày hôm nay"),
        "press_kit_shows_one": Problem.invalid("$.award", "chỉ ghi người được khen thưởng hoặc một người khác"),
        "press_kit_of_a_public_award": Problem.invalid(
            "$.award", "không có khen thưởng đã ký này, hoặc cá nhân chưa đồng ý công khai, hoặc khen thưởng đã hủy bỏ"),
        "press_kit_withdrawn_for_a_reason": Problem.invalid("$.reason", "không được để trống; nhập lý do"),
        "coverage_corrected_once": Problem(.stale, "changed-meanwhile", "Kết quả này vừa được sửa. Tải lại để xem rồi thực hiện."),
        "coverage_of_its_line": Problem.invalid("$.line", "không có dòng này trong kế hoạch của cơ quan, hoặc đã bỏ khỏi kế hoạch"),
        "coverage_of_a_campaign": Problem.invalid("$.campaign", "ghi mã phong trào, hoặc chọn dòng kế hoạch"),
        "coverage_corrects_ones_own": Problem.notFound,
        "coverage_link_check": Problem.invalid("$.link", "phải bắt đầu bằng https:// và không quá 1.000 ký tự"),
        "coverage_minutes_check": Problem.invalid("$.minutes", "phải từ 1 đến 1.440 phút"),
        "coverage_with_minutes_or_link": Problem.invalid("$.link", "ghi thời lượng hoặc đường dẫn"),
        "coverage_not_in_the_future": Problem.invalid("$.on", "không được sau ngày hôm nay"),
        "coverage_corrected_for_a_reason": Problem.invalid("$.reason", "không được để trống; nhập lý do"),
        "coverage_withdrawn_by_a_correction": Problem.notFound,
    ]
}
