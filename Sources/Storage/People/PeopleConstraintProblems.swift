import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let people: [String: Problem] = [
        "one_post_of_a_kind_at_a_time": Problem(
            .conflict, "post-there", "Người này đang giữ đúng chức vụ đó trong khoảng thời gian này.",
            fields: [FieldFault("$.validFrom", "trùng thời gian với chức vụ đã có")]),
        "post_at_an_open_unit": Problem(
            .invalid, "no-such-unit", "Đơn vị trực thuộc không có hoặc không hoạt động trong suốt thời gian giữ chức vụ.",
            fields: [
                FieldFault("$.unit", "chọn đơn vị đang hoạt động trong danh sách"),
                FieldFault("$.validFrom", "hoặc sửa thời gian giữ chức vụ"),
            ]),
        "post_role_at_its_place": Problem(
            .invalid, "role-not-at-part",
            "Vai trò này xem và làm việc của cả đơn vị, không giao ở bộ phận đó. “\(Role.unitHead.vietnamese)” chỉ giao ở chính đơn vị; đầu mối, văn thư, thư ký, thành viên Hội đồng, quản trị giao ở chính đơn vị hoặc phòng, ban, không giao ở xã, phường, thị trấn.",
            fields: [FieldFault("$.role", "ở bộ phận đó \(Role.adviceForParts)")]),
        "post_in_its_persons_time": Problem(
            .refused, "outside-persons-time", "Người này không công tác tại đơn vị trong suốt thời gian giữ chức vụ.",
            fields: [FieldFault("$.validFrom", "nhập thời gian từ khi bắt đầu đến khi kết thúc công tác")]),
        "post_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày kết thúc trước ngày bắt đầu giữ chức vụ.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày bắt đầu trở đi")]),
        "post_ends_once": Problem(
            .conflict, "ended-already", "Chức vụ đã kết thúc, không kéo dài lại được. Nếu người này giữ lại chức vụ, giao chức vụ mới."),
        "person_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày thôi công tác trước ngày bắt đầu.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày bắt đầu trở đi")]),
        "person_leaves_once": Problem(
            .conflict, "ended-already", "Người này đã thôi công tác. Cần sửa ngày thì liên hệ người quản trị hệ thống."),
        "person_moved_by_somebody_else": Problem(
            .notAllowed, "move-of-oneself",
            "Không tự ghi việc thôi công tác, chuyển công tác hay bàn giao của mình. Nhờ người quản trị khác của đơn vị hoặc người quản trị hệ thống."
        ),
        "person_leaves_with_empty_hands": Problem(
            .refused, "open-items",
            "Còn nhiệm vụ, chỉ tiêu chưa hoàn thành chưa có người nhận. Người nhận phải đang giữ chức vụ tại đúng bộ phận của nhiệm vụ; phần còn lại chọn trả về đơn vị. Phần việc giao cho cá nhân ở cấp đơn vị không trả về được, phải có người nhận.",
            fields: [FieldFault("$.successor", "chọn chức vụ của người nhận bàn giao")]),
        "successor_holds_a_post": Problem(
            .invalid, "invalid-input", "Người nhận bàn giao không giữ chức vụ đó hôm nay.",
            fields: [FieldFault("$.successor", "chọn một chức vụ đang giữ ở đơn vị, của người khác")]),
        "assignee_is_in_service": Problem(
            .refused, "assignee-leaves", "Người được giao đã ghi ngày thôi công tác.",
            fields: [FieldFault("$.assignee", "chọn người đang công tác tại đơn vị")]),
        "person_in_one_unit_at_a_time": Problem(
            .refused, "still-in-other-unit", "Ngày bắt đầu phải sau ngày cuối cùng công tác ở đơn vị cũ.",
            fields: [FieldFault("$.from", "nhập ngày sau ngày ghi trong quyết định chuyển công tác")]),
        "person_is_continued_once": Problem(.conflict, "taken-already", "Người này đã được tiếp nhận."),
        "person_move_leaves_once": Problem(
            .conflict, "ended-already", "Người này đã thôi công tác. Cần sửa ngày thì liên hệ người quản trị hệ thống."),
        "person_release_one_at_a_time": Problem(
            .conflict, "released-already",
            "Người này đã có phiếu chuyển công tác. Thu hồi phiếu cũ nếu chưa được tiếp nhận, rồi lập phiếu mới."),
        "release_to_another_unit": Problem(
            .invalid, "invalid-input", "Đơn vị tiếp nhận phải là đơn vị khác.", fields: [FieldFault("$.to", "chọn đơn vị tiếp nhận")]),
        "release_ends_one_way": Problem(.conflict, "taken-already", "Người này đã được tiếp nhận; phiếu không thu hồi được nữa."),
        "person_changes_in_order": personChangesInOrder,
        "person_changes_after_the_start": personChangesInOrder,
        "delegation_of_a_post": Problem(
            .invalid, "invalid-input", "Chức vụ không có hoặc không được giữ vào ngày bắt đầu.",
            fields: [FieldFault("$.post", "chọn chức vụ của đơn vị đang được giữ vào ngày bắt đầu")]),
        "delegation_to_a_post": Problem(
            .invalid, "invalid-input", "Người được giao không giữ chức vụ đó của đơn vị vào ngày bắt đầu.",
            fields: [FieldFault("$.delegatePost", "chọn chức vụ của đơn vị đang được giữ vào ngày bắt đầu")]),
        "delegation_not_to_oneself": Problem(
            .invalid, "invalid-input", "Không giao cho chính người giữ chức vụ.",
            fields: [FieldFault("$.delegatePost", "chọn người khác")]),
        "delegation_of_something": Problem(
            .invalid, "invalid-input", "Phải nêu việc được giao.", fields: [FieldFault("$.scope", "chọn ít nhất một việc")]),
        "delegation_of_what_is_lent": Problem(
            .refused, "delegation-not-lendable",
            "Việc quản lý tổ chức, nhân sự, việc giao lại và việc biểu quyết không giao cho người khác được.",
            fields: [FieldFault("$.scope", "bỏ directory.manage, delegation.give, delegation.revoke, motto.decide")]),
        "delegation_within_the_post": Problem(
            .refused, "delegation-too-wide", "Chức vụ này không có quyền làm một trong các việc được giao.",
            fields: [FieldFault("$.scope", "chỉ chọn việc mà chức vụ được làm")]),
        "delegation_kt_to_a_deputy": Problem(
            .invalid, "invalid-input", "Ký thay (KT.) chỉ giao cho cấp phó.",
            fields: [FieldFault("$.form", "chọn tl (thừa lệnh) hoặc tuq (thừa ủy quyền), hoặc giao cho cấp phó")]),
        "delegation_not_backdated": Problem(
            .refused, "delegation-backdated", "Việc giao có hiệu lực từ hôm nay trở đi, không ghi lùi ngày.",
            fields: [FieldFault("$.validFrom", "nhập ngày từ hôm nay trở đi")]),
        "delegation_ends_after_the_start": Problem(
            .invalid, "ends-before-start", "Ngày kết thúc trước ngày bắt đầu.",
            fields: [FieldFault("$.validTo", "nhập ngày từ ngày bắt đầu trở đi")]),
        "delegation_by_mandate_has_its_document": Problem(
            .invalid, "invalid-input", "Thừa ủy quyền phải bằng văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản ủy quyền")]),
        "delegation_once_at_a_time": Problem(
            .conflict, "delegation-there",
            "Người này đang được giao làm thay chức vụ đó trong khoảng thời gian này. Thu hồi lần giao cũ trước khi giao lại.",
            fields: [FieldFault("$.validFrom", "trùng thời gian với lần giao đã có")]),
        "delegation_is_not_passed_on": Problem(
            .refused, "delegation-not-passed-on", "Người được giao ký thay, thừa lệnh, thừa ủy quyền không giao lại cho người khác."),
        "delegation_revoked_once": Problem(.conflict, "delegation-revoked", "Việc giao này đã được thu hồi. Tải lại để xem lý do."),
        "delegation_revoked_with_a_reason": Problem(
            .invalid, "invalid-input", "Thu hồi phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do thu hồi")]),
        "delegation_revoked_reason_check": Problem(
            .invalid, "invalid-input", "Thu hồi phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do thu hồi")]),
    ]

    private static let personChangesInOrder = Problem(
        .refused, "change-out-of-order", "Ngày thay đổi phải từ lần thay đổi trước đến hôm nay.",
        fields: [FieldFault("$.validFrom", "nhập ngày từ lần thay đổi trước đến hôm nay")])
}
