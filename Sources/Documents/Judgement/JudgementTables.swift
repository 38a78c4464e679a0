public import Domain

/// Verdicts as tables, for people and for spreadsheets.
public enum JudgementTables {
    public static let columns = [
        "Mã", "Đơn vị", "Kết quả xét", "Thư khen", "Cá nhân", "Vượt tiến độ, vượt chỉ tiêu", "Đến hạn trước sơ kết", "Đến hạn sau sơ kết",
        "Lý do",
        "Điểm cần kiểm tra",
    ]

    /// As the page shows them, the points that are to be looked at too.
    public static func row(_ checked: CheckedVerdict) -> [Table.Cell] {
        row(checked.verdict) + [.text(checked.checks.map(\.kind.vietnamese).joined(separator: "; "))]
    }

    /// All columns but the last.
    static func row(_ verdict: UnitVerdict) -> [Table.Cell] {
        [
            .text(verdict.code), .text(verdict.name), .text(verdict.verdict.vietnamese), .text(verdict.letter ? "có" : ""),
            .count(verdict.individuals), .text(verdict.share), .count(verdict.s1), .count(verdict.s2), .text(reasons(verdict)),
        ]
    }

    /// `hoàn thành quá hạn 9; chưa hoàn thành khi đến hạn 3`: each rule with how often it fails the unit.
    private static func reasons(_ verdict: UnitVerdict) -> String {
        Failure.counts(verdict.failures).map { $0.isOfItems ? "\($0.words): \($0.count)" : $0.words }.joined(separator: "; ")
    }

    // MARK: - Explanations

    public static let explanationColumns = ["Mã đơn vị", "Mục", "Nhiệm vụ, chỉ tiêu", "Hạn", "Nội dung"]

    public static func rows(_ explanation: UnitExplanation) -> [[Table.Cell]] {
        let verdict = explanation.verdict
        func line(_ part: String, _ item: String? = nil, _ by: CivilDate? = nil, _ words: String) -> [Table.Cell] {
            [.text(verdict.code), .text(part), .text(item ?? ""), .day(by), .text(words)]
        }
        let head = [
            line("Đơn vị", nil, nil, verdict.name), line("Kết quả xét", nil, nil, verdict.verdict.vietnamese),
            line("Vượt tiến độ, vượt chỉ tiêu", nil, nil, verdict.share + (verdict.letter ? ", đủ điều kiện Thư khen" : "")),
        ]
        let reasons = explanation.reasons.flatMap { reason -> [[Table.Cell]] in
            let why = line("Lý do", reason.failure.item, nil, "\(reason.failure.ruleWords): \(reason.failure.detail)")
            guard let papers = reason.papers else { return [why] }
            let source = [papers.title, papers.source].filter { !$0.isEmpty }.joined(separator: " - ")
            return [why, line("Căn cứ", reason.failure.item, nil, source)]
                + papers.acts.map { line("Văn bản", reason.failure.item, nil, $0.vietnamese) }
        }
        return head + reasons
            + explanation.toPass.map { line("Việc còn lại", $0.item, $0.by, $0.words) }
            + explanation.toLetter.map { line("Để được Thư khen", $0.item, $0.by, $0.words) }
            + explanation.checks.map {
                line("Điểm cần kiểm tra", $0.items.joined(separator: " "), nil, "\($0.kind.vietnamese): \($0.words)")
            }
    }

    // MARK: - Other parameters

    public static let comparisonColumns = ["Mã", "Đơn vị", "Thay đổi", "Hiện nay", "Nếu thay đổi"]

    /// Who gains, then who loses; those that keep what they have are left to the program's answer.
    public static func rows(_ comparison: ParameterComparison) -> [[String]] {
        [ParameterComparison.Effect.gains, .loses].flatMap { effect in
            comparison.rows(effect).map { row in
                [row.before.code, row.before.name, effect.vietnamese, standing(row.before), standing(row.after)]
            }
        }
    }

    /// `đạt, Thư khen, 2 cá nhân, 4/20 (20,0%)`.
    private static func standing(_ verdict: UnitVerdict) -> String {
        let parts = [
            verdict.verdict.vietnamese, verdict.letter ? "Thư khen" : "", verdict.individuals > 0 ? "\(verdict.individuals) cá nhân" : "",
            verdict.share,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
