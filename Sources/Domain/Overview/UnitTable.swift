/// How all units stood on a day, in one table: of the province its first tier, of a unit itself and what is below it.
public struct UnitTable: Sendable, Hashable {
    /// Code of the campaign.
    public let campaign: String
    /// As known at the end of this day.
    public let asOf: CivilDate
    /// The last day of the reporting period before, with which every row is compared; nil: with none.
    public let before: CivilDate?
    /// Which review the verdicts are of.
    public let review: Campaign.Review
    /// Of which month returns were awaited last: the latest whose period was over; nil: of none.
    public let month: ReportMonth?
    /// When the worker counted it; nil: counted when it was asked for.
    public let countedAt: ClockTime?
    /// The latest comparison of the worker's rows with the ledger, as far as it is in sight; nil: there was none.
    public let check: UnitDayCheck?
    /// The worst first.
    public let rows: [Row]

    /// - Parameter rows: in customary order.
    public init(
        campaign: String, asOf: CivilDate, before: CivilDate?, review: Campaign.Review, month: ReportMonth? = nil, countedAt: ClockTime?,
        check: UnitDayCheck?, rows: [Row]
    ) {
        self.campaign = campaign
        self.asOf = asOf
        self.before = before
        self.review = review
        self.month = month
        self.countedAt = countedAt
        self.check = check
        self.rows = Self.worstFirst(rows)
    }

    public var total: UnitFigures { rows.reduce(UnitFigures()) { $0 + $1.figures } }

    /// Exactly the items that a figure of the total counts.
    ///
    /// - Parameter isWide: of the province, and not of one unit with those below it.
    public static func totalFilter(_ figure: UnitFigure, campaign: String, isWide: Bool) -> LedgerFilter {
        var filter = LedgerFilter(campaign: campaign, inTable: true, role: .lead, origin: isWide ? .province : .answeredFor)
        figure.narrow(&filter)
        return filter
    }

    public var launched: Int { rows.count { $0.endedOn == nil && $0.launchedOn != nil } }

    /// Of how many units a launch is waited for.
    public var launching: Int { rows.count { $0.endedOn == nil } }

    /// `tính đến 20/06/2023`, or `tính đến 10:05 ngày 20/06/2023`.
    public var standing: String {
        guard let countedAt else { return "tính đến \(asOf.vietnamese)" }
        return countedAt.day == asOf
            ? "tính đến \(countedAt.vietnamese)" : "tính đến \(asOf.vietnamese) (số liệu lập lúc \(countedAt.vietnamese))"
    }

    /// One unit.
    public struct Row: Sendable, Hashable {
        public let unit: UnitOverview.Place
        /// Whether it is the unit as a whole, and not one below it.
        public let isWhole: Bool
        /// Nil: it has not launched.
        public let launchedOn: CivilDate?
        /// The last day of a unit that has ended and still leads items; nil: it stands.
        public let endedOn: CivilDate?
        public let figures: UnitFigures
        /// What a review would say on that day; nil: it judges no such unit.
        public let verdict: UnitVerdict.Verdict?
        /// On the day that the table is compared with; nil: there is none.
        public var before: UnitFigures?
        /// What had become of its return of ``UnitTable/month``; nil: none is awaited of it.
        public var answer: MonthRow.Answer?

        public init(
            unit: UnitOverview.Place, isWhole: Bool, launchedOn: CivilDate?, figures: UnitFigures, verdict: UnitVerdict.Verdict?,
            before: UnitFigures? = nil, answer: MonthRow.Answer? = nil, endedOn: CivilDate? = nil
        ) {
            self.unit = unit
            self.isWhole = isWhole
            self.launchedOn = launchedOn
            self.endedOn = endedOn
            self.figures = figures
            self.verdict = verdict
            self.before = before
            self.answer = answer
        }

        /// Since the end of the reporting period before.
        public var change: UnitFigures? { before.map { figures - $0 } }

        public func judged(_ verdict: UnitVerdict.Verdict?) -> Row {
            Row(
                unit: unit, isWhole: isWhole, launchedOn: launchedOn, figures: figures, verdict: verdict, before: before, answer: answer,
                endedOn: endedOn)
        }

        /// Of a unit that has ended: nobody waits for its launch.
        public var endedWords: String? { endedOn.map { "đã kết thúc hoạt động ngày \($0.vietnamese)" } }

        /// `đã gửi, muộn`; a return that has not come may still come.
        public var answerWords: String {
            guard let answer else { return "" }
            return answer.state == .missing ? "chưa gửi" : answer.vietnamese
        }

        /// Exactly the items that a figure of it counts.
        public func filter(_ figure: UnitFigure, campaign: String) -> LedgerFilter {
            var filter = LedgerFilter(campaign: campaign, role: .lead, origin: isWhole ? .province : .answeredFor)
            if isWhole { filter.tenant = unit.tenant } else { filter.unit = unit.unit }
            figure.narrow(&filter)
            return filter
        }
    }

    /// By what is overdue, then what was late, then what a review would say, then who has not launched, then what is due soon; of equals in
    /// customary order.
    private static func worstFirst(_ rows: [Row]) -> [Row] {
        func badness(_ row: Row) -> (Int, Int, Int, Int, Int) {
            (
                row.figures[.overdue], row.figures[.late], weight(row.verdict), row.launchedOn == nil && row.endedOn == nil ? 1 : 0,
                row.figures[.dueSoon]
            )
        }
        return rows.enumerated().sorted { one, other in
            let (worse, better) = (badness(one.element), badness(other.element))
            return worse == better ? one.offset < other.offset : worse > better
        }.map(\.element)
    }

    private static func weight(_ verdict: UnitVerdict.Verdict?) -> Int {
        switch verdict {
        case .fail: 3
        case .insufficientBasis: 2
        case .pending: 1
        case .pass, nil: 0
        }
    }
}

/// What came of comparing the worker's rows with the ledger.
public struct UnitDayCheck: Sendable, Hashable {
    public let at: ClockTime
    /// The latest day that was compared.
    public let day: CivilDate
    /// Rows.
    public let compared: Int
    public let differing: Int

    public init(at: ClockTime, day: CivilDate, compared: Int, differing: Int) {
        self.at = at
        self.day = day
        self.compared = compared
        self.differing = differing
    }

    /// `đối chiếu lúc 06:05 ngày 21/06/2023: khớp`.
    public var vietnamese: String {
        let result = differing == 0 ? "khớp" : "lệch \(VietnameseNumber.text(differing))/\(VietnameseNumber.text(compared)) dòng"
        return "đối chiếu lúc \(at.vietnamese), số liệu đến hết ngày \(day.vietnamese): \(result)"
    }
}

/// A minute of the clock in Việt Nam.
public struct ClockTime: Sendable, Hashable {
    public let day: CivilDate
    public let hour: Int
    public let minute: Int

    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    public init(atSecondsSince1970 seconds: Int64) {
        day = CivilDate(atSecondsSince1970: seconds)
        let minutes = Int((seconds - day.startSecondsSince1970) / 60)
        (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    }

    /// `06:05 ngày 21/06/2023`.
    public var vietnamese: String { "\(text) ngày \(day.vietnamese)" }

    /// `06:05`.
    public var text: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}
