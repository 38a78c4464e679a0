/// The answer of a review: what became of each unit, in the order of the ledger.
public struct Verdicts: Hashable, Sendable {
    public let campaign: String
    public let review: Campaign.Review
    public let asOf: CivilDate
    public let units: [UnitVerdict]
    /// From which frozen version they are quoted; nil: judged on the ledger as it stands.
    public let frozen: FrozenMark?
    /// The last of the settle days, where they are over and nothing is frozen: what was recorded later does not count.
    public let settledOn: CivilDate?

    public init(
        campaign: String, review: Campaign.Review, asOf: CivilDate, units: [UnitVerdict], frozen: FrozenMark? = nil,
        settledOn: CivilDate? = nil
    ) {
        self.campaign = campaign
        self.review = review
        self.asOf = asOf
        self.units = units
        self.frozen = frozen
        self.settledOn = settledOn
    }

    /// The same of these units.
    public func of(_ units: [UnitVerdict]) -> Verdicts {
        Verdicts(campaign: campaign, review: review, asOf: asOf, units: units, frozen: frozen, settledOn: settledOn)
    }

    /// `tính những gì ghi đến hết 07/07/2023`.
    public static func words(settledOn day: CivilDate) -> String { "tính những gì ghi đến hết \(day.vietnamese)" }
}

/// The result of one unit, with everything it rests on.
public struct UnitVerdict: Hashable, Sendable {
    /// Kết quả xét.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        case pass, fail
        /// The facts allow a pass; the council has not decided on the motto yet (A53).
        case pending
        /// Nothing is counted: neither passed nor failed (A19).
        case insufficientBasis

        public var vietnamese: String {
            switch self {
            case .pass: "đạt"
            case .fail: "không đạt"
            case .pending: "chờ Hội đồng kết luận"
            case .insufficientBasis: "chưa đủ căn cứ xét"
            }
        }
    }

    /// Điểm cần kiểm tra: for the council's eye, never part of the verdict.
    public enum Flag: String, Hashable, Sendable, Codable, CaseIterable {
        /// So few items that one of them decides everything (A20).
        case fewItems
        /// An extension carried an item past the end of the campaign (A37).
        case extendedOut

        public var vietnamese: String {
            switch self {
            case .fewItems: CheckPoint.Kind.fewItems.vietnamese
            case .extendedOut: CheckPoint.Kind.extendedOut.vietnamese
            }
        }
    }

    public let code: String
    public let name: String
    public let verdict: Verdict
    /// Whether the share ahead or above brings the letter (thư khen) besides.
    public let letter: Bool
    /// How many individuals the unit may propose.
    public let individuals: Int
    /// Items ahead of time or above target, each once.
    public let aheadOrAbove: Int
    /// Number of items that ``aheadOrAbove`` is a share of.
    public let aheadBase: Int
    /// Counted items due by the interim review.
    public let s1: Int
    /// The other counted items.
    public let s2: Int
    public let failures: [Failure]
    public let flags: [Flag]
    /// How every item of the unit was seen, counted or not, in the order of the ledger.
    public internal(set) var items: [ItemJudgement]

    public var counted: Int { s1 + s2 }

    /// Items ahead or above among those they are a share of.
    public var share: String { QuotedShare(aheadOrAbove, of: aheadBase).text }

    /// The verdict alone: of many units no more than this is kept.
    public var withoutItems: UnitVerdict {
        var verdict = self
        verdict.items = []
        return verdict
    }
}

/// One reason why a unit does not pass.
public struct Failure: Hashable, Sendable {
    public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
        case notDone, late, progress, quality, violation, average, share, motto

        public var vietnamese: String {
            switch self {
            case .notDone: "chưa hoàn thành khi đến hạn"
            case .late: "hoàn thành quá hạn"
            case .progress: "tiến độ dưới mức tối thiểu"
            case .quality: "bị trả lại vì chất lượng"
            case .violation: "có kết luận vi phạm"
            case .average: "tiến độ bình quân dưới mức tối thiểu"
            case .share: "tỷ lệ hoàn thành dưới mức tối thiểu"
            case .motto: "không được công nhận thực hiện tốt phương châm"
            }
        }
    }

    /// Code of the item; nil when the rule concerns the unit as a whole.
    public let item: String?
    public let rule: Rule
    /// For the officer, in Vietnamese, with the dates and figures that decided.
    public let detail: String

    /// With it begins the detail of a deadline that a periodic item missed: frozen figures tell by nothing else which it was.
    static let deadline = "Kỳ hạn"

    /// The rule as officers read it: a periodic item missed one of its deadlines, whether or not anything was completed (A16).
    public var ruleWords: String {
        rule == .late && detail.hasPrefix(Self.deadline) ? Self.missedDeadline : rule.vietnamese
    }

    private static let missedDeadline = "kỳ hạn không đúng hạn"

    /// How often one thing fails a unit, or several.
    public struct Count: Hashable, Sendable {
        public let words: String
        public let count: Int
        /// Whether it concerns items, and not the unit as a whole.
        public let isOfItems: Bool
    }

    /// By what officers read, in the order of the rules.
    public static func counts(_ failures: [Failure]) -> [Count] {
        Rule.allCases.flatMap { rule -> [Count] in
            let found = failures.filter { $0.rule == rule }
            return [rule.vietnamese, missedDeadline].compactMap { words -> Count? in
                let named = found.filter { $0.ruleWords == words }
                if named.isEmpty { return nil }
                return Count(words: words, count: named.count, isOfItems: named.contains { $0.item != nil })
            }
        }
    }
}
