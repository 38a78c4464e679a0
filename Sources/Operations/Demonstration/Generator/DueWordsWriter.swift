import Domain

/// How the papers of a demonstration word a due date (rule 5 of `scenarios.csv`): always so that A22 reads the same day out of it.
struct DueWordsWriter {
    /// 0, 1 or 2.
    let variant: Int

    func words(for due: CivilDate?) -> String {
        guard let due else { return "Thường xuyên" }
        let latest = "Chậm nhất ngày \(text(due))"
        guard due == due.endOfMonth else {
            return [latest, "Trước ngày \(text(due.adding(days: 1)))", "Hoàn thành đến ngày \(text(due))"][variant]
        }
        switch due.month {
        case 6: return ["Trong quý II năm \(due.year)", "Trong 6 tháng đầu năm \(due.year)", latest][variant]
        case 12: return variant < 2 ? "Trong năm \(due.year)" : latest
        default: return variant < 2 ? "Trong tháng \(due.month)/\(due.year)" : latest
        }
    }

    private func text(_ day: CivilDate) -> String { "\(day.day)/\(day.month)/\(day.year)" }
}
