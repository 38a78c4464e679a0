import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let tenancy: [String: Problem] = [
        "sub_unit_version_code": Problem(
            .conflict, "code-taken", "Mã này đang là của một đơn vị trực thuộc khác trong cùng thời gian.",
            fields: [FieldFault("$.code", "đã có; nhập mã khác")]),
        "sub_unit_version_name": Problem(
            .conflict, "name-taken", "Tên này đang là của một đơn vị trực thuộc khác cùng cấp trên trong cùng thời gian.",
            fields: [FieldFault("$.fullName", "đã có; nhập tên khác hoặc kết thúc đơn vị mở trùng")]),
        "sub_unit_version_parent": parentNotOpen,
        "sub_unit_under_an_open_one": parentNotOpen,
        "not_under_itself": underItself,
        "sub_unit_tree": underItself,
        "sub_unit_version_pkey": Problem(
            .conflict, "changed-already",
            "Đã có thay đổi của đơn vị này từ ngày đó; nội dung đã ghi từ hôm trước không bị ghi đè. Nếu mở nhầm đơn vị, kết thúc vào ngày liền trước ngày thành lập rồi lập đơn vị mới.",
            fields: [FieldFault("$.validFrom", "đã có thay đổi từ ngày này; chọn ngày khác")]),
        "sub_unit_version_in_its_time": Problem(
            .refused, "outside-units-time", "Ngày thay đổi nằm ngoài thời gian hoạt động của đơn vị.",
            fields: [FieldFault("$.validFrom", "nhập ngày từ khi đơn vị thành lập đến khi kết thúc")]),
        "sub_unit_closes_after_opening": Problem(
            .invalid, "closes-before-opening", "Ngày kết thúc trước ngày thành lập của đơn vị.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày thành lập trở đi, hoặc ngày liền trước nếu đơn vị được mở nhầm")]),
        "sub_unit_closes_once": Problem(
            .conflict, "closed-already",
            "Đơn vị đã kết thúc hoạt động. Nếu ngày kết thúc bị ghi nhầm, mở lại đơn vị rồi kết thúc theo ngày đúng."),
        "sub_unit_reopens_under_an_open_one": Problem(
            .refused, "parent-closed", "Đơn vị cấp trên đã kết thúc hoạt động. Mở lại đơn vị cấp trên trước."),
        "sub_unit_reopens_alone": Problem(
            .conflict, "place-taken",
            "Mã hoặc tên của đơn vị này nay là của một đơn vị trực thuộc khác. Đổi mã, tên hoặc kết thúc đơn vị đó trước, rồi mở lại."),
        "sub_unit_closes_after_its_deeds": Problem(
            .refused, "has-later-deeds", "Đơn vị đã có việc phát động, báo cáo ghi sau ngày kết thúc.",
            fields: [FieldFault("$.lastDay", "đã có việc ghi sau ngày này; nhập ngày từ việc cuối cùng trở đi")]),
        "sub_unit_closes_after_its_changes": Problem(
            .refused, "has-later-changes", "Đơn vị đã ghi một thay đổi có hiệu lực sau ngày kết thúc.",
            fields: [FieldFault("$.lastDay", "nhập ngày từ ngày có hiệu lực của thay đổi cuối cùng trở đi")]),
        "sub_unit_closes_without_children": Problem(
            .refused, "has-sub-units",
            "Còn đơn vị trực thuộc sau ngày kết thúc. Chuyển các đơn vị đó sang cấp trên khác hoặc kết thúc chúng trước.",
            fields: [FieldFault("$.lastDay", "còn đơn vị trực thuộc sau ngày này")]),
        "sub_unit_closes_without_posts": Problem(
            .refused, "has-posts",
            "Còn người giữ chức vụ tại đơn vị sau ngày kết thúc. Kết thúc các chức vụ đó trước, rồi giao chức vụ ở đơn vị mới.",
            fields: [FieldFault("$.lastDay", "còn người giữ chức vụ sau ngày này")]),
        "sub_unit_closes_without_items": Problem(
            .refused, "has-open-items",
            "Còn nhiệm vụ, chỉ tiêu chưa hoàn thành tại đơn vị. Nghiệm thu, hoặc hủy bằng văn bản và giao cho đơn vị khác trước."),
        "item_at_an_open_unit": Problem(
            .refused, "unit-closes-before",
            "Đơn vị được giao kết thúc hoạt động trước thời hạn của nhiệm vụ, chỉ tiêu. Chọn đơn vị kế thừa, hoặc thời hạn từ ngày kết thúc của đơn vị trở về trước."
        ),
        "closes_after_opening": Problem(
            .invalid, "invalid-input", "Ngày kết thúc trước ngày bắt đầu.",
            fields: [FieldFault("$.closedOn", "nhập ngày từ ngày bắt đầu trở đi")]),
    ]

    private static let parentNotOpen = Problem(
        .invalid, "parent-not-open", "Đơn vị cấp trên không thuộc đơn vị này hoặc không hoạt động trong suốt thời gian đó.",
        fields: [FieldFault("$.parent", "chọn đơn vị đang hoạt động trong danh sách")])

    private static let underItself = Problem(
        .refused, "under-itself", "Đơn vị không thể trực thuộc chính nó hoặc đơn vị dưới quyền của nó.",
        fields: [FieldFault("$.parent", "chọn một đơn vị không nằm dưới đơn vị này")])
}
