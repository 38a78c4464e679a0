import Documents
import Domain

/// Leaving and moving as commands print it.
enum PersonMoveOutput {
    static func print(_ moves: [PersonMove], dryRun: Bool = false, as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Việc", "Ngày cuối", "Lý do", "Bàn giao", "Tài khoản", "Kết quả"],
            rows: moves.map { move in
                [
                    move.kind.vietnamese, move.lastDay.vietnamese, move.reason, "\(move.items) nhiệm vụ",
                    move.accountShut ? "đã khóa" : "giữ nguyên", dryRun ? "chạy thử, chưa ghi" : "đã ghi",
                ]
            },
            json: .array(moves.map(PersonMoveJSON.value)), as: format)
    }

    static func print(_ items: [HeldItem], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Mã", "Nhiệm vụ, chỉ tiêu", "Bộ phận", "Thời hạn", "Là"],
            rows: items.map {
                [$0.code, $0.title, $0.unitName, $0.dueOn?.vietnamese ?? "", $0.isDoer ? "người thực hiện" : "lãnh đạo phụ trách"]
            },
            json: .array(items.map(PersonMoveJSON.value)), as: format)
    }
}
