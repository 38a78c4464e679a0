import Domain

/// What each constraint means when it says no. A partition carries its parent's constraint names.
enum ConstraintProblems {
    static let table: [String: Problem] = [
        "launch_not_before_the_province": Problem(
            .refused, "launch-before-province", "Ngày thực hiện không được trước ngày Chủ tịch UBND tỉnh phát động phong trào.",
            fields: [FieldFault("$.happenedOn", "trước ngày phát động của tỉnh; nhập ngày từ ngày phát động trở đi")]),
        "launch_not_in_the_future": Problem(
            .refused, "date-in-future", "Chỉ ghi việc đã diễn ra.", fields: [FieldFault("$.happenedOn", "sau ngày hôm nay; nhập ngày đã diễn ra")]),
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
        "child_due_by_its_parents_date": Problem(
            .refused, "due-after-parent", "Thời hạn giao cho cấp dưới không được sau thời hạn của nhiệm vụ được giao.",
            fields: [FieldFault("$.dueOn", "sau thời hạn của nhiệm vụ cấp trên giao; nhập ngày sớm hơn hoặc bằng")]),
        "work_item_code": Problem(
            .conflict, "code-taken", "Mã nhiệm vụ đã được dùng trong đơn vị.", fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "target_is_measured": Problem(
            .invalid, "invalid-input", "Chỉ tiêu phải có chiều so sánh, giá trị và đơn vị tính; nhiệm vụ thì không.",
            fields: [FieldFault("$.target", "nhập đủ chiều so sánh, giá trị, đơn vị tính")]),
        "falling_target_has_baseline": Problem(
            .invalid, "invalid-input", "Chỉ tiêu giảm phải có giá trị gốc để tính mức giảm.", fields: [FieldFault("$.baseline", "nhập giá trị gốc")]),
        "work_item_sector": Problem(
            .invalid, "invalid-input", "Lĩnh vực không có trong danh mục.", fields: [FieldFault("$.sector", "chọn mã trong danh mục lĩnh vực")]),
        "work_item_content": Problem(
            .invalid, "invalid-input", "Nội dung của kế hoạch không có.", fields: [FieldFault("$.content", "chọn nội dung có trong kế hoạch, ví dụ III.3")]),
        "work_item_unit": Problem(
            .invalid, "invalid-input", "Đơn vị nhận không thuộc đơn vị này.", fields: [FieldFault("$.unit", "chọn đơn vị trong danh sách")]),
        "work_item_directive": Problem(
            .invalid, "invalid-input", "Văn bản giao nhiệm vụ không có.", fields: [FieldFault("$.directive", "chọn văn bản đã nhập")]),
        "evidence_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày của minh chứng không được sau hôm nay.",
            fields: [FieldFault("$.evidenceOn", "sau ngày hôm nay; nhập ngày trên văn bản, minh chứng")]),
        "figure_has_status": Problem(
            .invalid, "invalid-input", "Số liệu phải kèm trạng thái: ước, sơ bộ hoặc chính thức.",
            fields: [FieldFault("$.actualStatus", "chọn uoc, so_bo hoặc chinh_thuc")]),
        "report_says_something": Problem(
            .invalid, "invalid-input", "Báo cáo phải có mức tiến độ, số liệu hoặc nội dung.",
            fields: [FieldFault("$.narrative", "nhập kết quả thực hiện")]),
        "ruled_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày quyết định không được sau hôm nay.", fields: [FieldFault("$.decidedOn", "sau ngày hôm nay")]),
        "returned_gives_the_reason": Problem(
            .invalid, "invalid-input", "Trả lại phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do trả lại")]),
        "returned_names_the_fault": Problem(
            .invalid, "invalid-input", "Trả lại phải nêu lỗi về chất lượng hay về hồ sơ.",
            fields: [FieldFault("$.fault", "chọn quality hoặc completeness; chỉ nhập khi trả lại")]),
        "exempted_by_document": Problem(
            .invalid, "invalid-input", "Không tính vào đánh giá hoặc hủy phải theo văn bản.",
            fields: [FieldFault("$.documentNumber", "nhập số, ký hiệu văn bản")]),
        "directive_entered_once": Problem(
            .conflict, "directive-there", "Văn bản này đã được nhập.", fields: [FieldFault("$.number", "đã có văn bản cùng loại, số, năm, cơ quan ban hành")]),
        "campaign_launch_pkey": Problem(.conflict, "launched-already", "Phong trào đã được phát động."),
        "campaign_code_key": Problem(.conflict, "campaign-there", "Mã phong trào đã có.", fields: [FieldFault("$.code", "đã có")]),
        "account_username_key": Problem(
            .conflict, "username-taken", "Tên đăng nhập đã có người dùng.", fields: [FieldFault("$.username", "đã có; chọn tên khác")]),
        "account_person_id_key": Problem(.conflict, "account-there", "Người này đã có tài khoản."),
        "account_username_check": Problem(
            .invalid, "invalid-input", "Tên đăng nhập gồm 3 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch.",
            fields: [FieldFault("$.username", "chỉ dùng a-z, 0-9, dấu chấm, gạch nối, gạch dưới")]),
        "one_post_of_a_kind_at_a_time": Problem(
            .conflict, "post-there", "Người này đang giữ đúng chức vụ đó trong khoảng thời gian này.",
            fields: [FieldFault("$.validFrom", "trùng thời gian với chức vụ đã có")]),
        "sub_unit_version_code": Problem(
            .conflict, "code-taken", "Mã đơn vị đã được dùng trong đơn vị này.", fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "sub_unit_version_parent": Problem(
            .invalid, "invalid-input", "Đơn vị cấp trên không thuộc đơn vị này.", fields: [FieldFault("$.parent", "chọn đơn vị trong danh sách")]),
        "sub_unit_version_pkey": Problem(
            .conflict, "changed-already", "Đã có thay đổi của đơn vị này từ ngày đó.", fields: [FieldFault("$.validFrom", "chọn ngày khác")]),
        "closes_after_opening": Problem(
            .invalid, "invalid-input", "Ngày kết thúc trước ngày bắt đầu.", fields: [FieldFault("$.closedOn", "nhập ngày từ ngày bắt đầu trở đi")]),
    ]
}
