/// The steps by which the progress of a task is told: free percentages are not (A36).
public enum MilestoneLadder {
    /// What a doer may report before the result; 100 is the result itself.
    public static let reportable = LedgerItem.milestones.filter { $0 < 100 }

    /// What a step stands for, worded by what counts as the result.
    public static func words(for percent: Int, completion: WorkItem.Completion) -> String {
        switch (percent, completion) {
        case (0, _): "chưa triển khai"
        case (10, _): "đã có kế hoạch thực hiện được duyệt"
        case (30, _): "đang triển khai"
        case (50, .ketQua): "đạt một nửa khối lượng"
        case (50, _): "đã gửi dự thảo lấy ý kiến"
        case (70, .ketQua): "đạt phần lớn khối lượng"
        case (70, _): "đã tiếp thu, hoàn chỉnh dự thảo"
        case (90, .trinh): "đã thẩm định, chuẩn bị trình"
        case (90, .banHanh): "đã trình ký"
        case (90, .ketQua): "đang nghiệm thu"
        case (_, .trinh): "đã trình đủ hồ sơ"
        case (_, .banHanh): "đã ban hành"
        case (_, .ketQua): "đã có kết quả"
        }
    }
}
