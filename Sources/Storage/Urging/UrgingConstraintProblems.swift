import Domain

extension ConstraintProblems {
    /// Of letters about overdue items.
    static let urging: [String: Problem] = [
        "urging_number_once": Problem(
            .conflict, "urging-there", "Công văn số này trong năm đã được ghi nhận. Kiểm tra lại số, ký hiệu và ngày ký."),
        "urging_of_overdue_items": Problem.invalid(
            "$.items", "có nhiệm vụ, chỉ tiêu không do tỉnh giao cho đơn vị trong phong trào này hoặc chưa quá hạn vào ngày ký"),
        "urging_signed_already": Problem.invalid("$.signedOn", "sau ngày hôm nay; nhập ngày trên văn bản"),
        "urging_again_said": Problem(
            .conflict, "urged-already",
            "Có nhiệm vụ, chỉ tiêu đã được đôn đốc với cùng thời hạn. Nếu đôn đốc lại, chọn “đôn đốc lại” rồi ghi nhận."),
    ]
}
