/// The table of a month of the whole first tier, as pages, papers and spreadsheets show it.
public struct MonthTable: Sendable, Hashable {
    public let campaign: String
    public let period: ReportPeriod
    /// `chốt ngày 20/06/2023, phiên bản 1`, or as of which day it stands.
    public let standing: String
    /// Nil: not from a close.
    public let mark: FrozenMark?
    /// In customary order.
    public let rows: [MonthRow]
    /// Open at the end of ``lastDay``, as far as they are in sight; whose clock ends first, first. From a close of format 2
    /// these four are what was hashed with it.
    public let difficulties: [Difficulty]
    /// What still had to be put right then, as far as it is in sight; whose last day is first, first.
    public let remedies: [Remedy]
    /// What the media published in the period, as it was reported by then and is in sight.
    public let coverage: [CoverageCount]
    /// Since the beginning of the campaign: what is reported late is in no other month.
    public let coverageSoFar: [CoverageCount]
    /// Of the units, what stood before the province at the end of the period, as it was recorded by then and is in sight.
    public let goodModels: [GoodModelCount]
    /// Nil: it was not corrected.
    public let correction: MonthCorrection?
    /// Of the period, or the day on which it is shown before it is over.
    public let lastDay: CivilDate

    public init(
        campaign: String, period: ReportPeriod, standing: String, mark: FrozenMark?, rows: [MonthRow], difficulties: [Difficulty] = [],
        remedies: [Remedy] = [], coverage: [CoverageCount] = [], coverageSoFar: [CoverageCount] = [], goodModels: [GoodModelCount] = [],
        correction: MonthCorrection? = nil, lastDay: CivilDate? = nil
    ) {
        self.campaign = campaign
        self.period = period
        self.standing = standing
        self.mark = mark
        self.rows = rows
        self.difficulties = difficulties
        self.remedies = remedies
        self.coverage = coverage
        self.coverageSoFar = coverageSoFar
        self.goodModels = goodModels
        self.correction = correction
        self.lastDay = lastDay ?? period.to
    }

    public var total: MonthFigures { rows.reduce(MonthFigures()) { $0 + $1.figures } }
    public var adjustment: MonthFigures { rows.reduce(MonthFigures()) { $0 + $1.adjustment } }
    public var missing: [MonthRow] { rows.filter { $0.answer.state == .missing } }
    /// `không báo cáo 2`; while they may still come `chưa gửi 2`.
    public var missingWords: String {
        let isOpen = missing.contains { $0.answer.wait != nil }
        return "\(isOpen ? "chưa gửi" : "không báo cáo") \(missing.count)"
    }
    /// Of the units that closed before they owed a return.
    public var ended: [MonthRow] { rows.filter { $0.answer.state == .ended } }
    public var late: [MonthRow] { rows.filter(\.answer.isLate) }

    /// `3 tin, 2 bài (lũy kế: 5 tin, 2 bài; 12 phút)`; `không` where there is none.
    public var coverageWords: String {
        let words = CoverageCount.words(coverage)
        return coverageSoFar.isEmpty ? words : "\(words) (lũy kế: \(CoverageCount.words(coverageSoFar)))"
    }

    /// Those with something overdue, the most first; of as many, in customary order.
    public var behind: [MonthRow] {
        rows.enumerated().filter { $0.element.figures[.overdue] > 0 }
            .sorted { ($1.element.figures[.overdue], $0.offset) < ($0.element.figures[.overdue], $1.offset) }
            .map(\.element)
    }
}
