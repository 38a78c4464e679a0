import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let papers: [String: Problem] = [
        "paper_act_signer": Problem(
            .invalid, "invalid-input", "Người ký không giữ chức vụ đó của đơn vị vào ngày ký.",
            fields: [FieldFault("$.signer", "chọn chức vụ đang được giữ vào ngày ký")]),
        "paper_act_not_in_the_future": Problem(
            .refused, "date-in-future", "Ngày ký không được sau hôm nay.",
            fields: [FieldFault("$.signedOn", "sau ngày hôm nay; nhập ngày trên văn bản")]),
        "paper_act_recorded_once": Problem(
            .conflict, "paper-there",
            "Văn bản này đã được ghi nhận. Dùng văn bản đã có trong danh sách; nếu là văn bản khác, kiểm tra lại số và ngày.",
            fields: [FieldFault("$.number", "đã có văn bản cùng số, năm của cơ quan ký")]),
        "paper_act_file_pkey": Problem(
            .conflict, "paper-file-there",
            "Văn bản đã có bản chụp; bản chụp đã lưu không thay được. Nếu nhầm văn bản, ghi nhận văn bản khác."),
    ]
}
