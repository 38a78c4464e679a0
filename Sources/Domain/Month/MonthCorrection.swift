/// What a later version of a closed month says otherwise than the first one, and by which minutes.
public struct MonthCorrection: Sendable, Hashable {
    /// In their order, up to this version.
    public let minutes: [ReviewSnapshot.Minute]
    /// This version less the first one.
    public let total: MonthFigures
    /// Units of which a figure differs, in customary order: `Lũy kế +1; Còn quá hạn +1`.
    public let units: [Unit]

    public struct Unit: Sendable, Hashable {
        public let name: String
        public let words: String
    }

    public init(minutes: [ReviewSnapshot.Minute], first: [MonthRow], rows: [MonthRow]) {
        self.minutes = minutes
        let before = Dictionary(first.map { ($0.tenant, $0.figures) }) { figures, _ in figures }
        total = rows.reduce(MonthFigures()) { $0 + $1.figures } - first.reduce(MonthFigures()) { $0 + $1.figures }
        units = rows.compactMap { row in
            let words = MonthRow.words(row.figures - (before[row.tenant] ?? MonthFigures()))
            return words.isEmpty ? nil : Unit(name: row.name, words: words)
        }
    }

    /// For the report: the minutes, what changed in all, and of whom.
    public var vietnamese: String {
        let papers = minutes.map { "biên bản số \($0.number) ngày \($0.on.vietnamese) (\($0.reason))" }.joined(separator: ", ")
        let sum = MonthRow.words(total)
        let changed = units.map { "\($0.name): \($0.words)" }.joined(separator: "; ")
        guard !changed.isEmpty else { return "Đính chính theo \(papers): số liệu không thay đổi so với phiên bản 1" }
        return "Đính chính theo \(papers), so với phiên bản 1: \(sum.isEmpty ? "tổng số không đổi" : sum); trong đó \(changed)"
    }
}
