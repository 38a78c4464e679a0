/// What a review is judged by, apart from the facts. The meaning of each is fixed by the ledger file's page, its value by the campaign.
public struct JudgementParameters: Hashable, Sendable {
    /// How the items due after the interim review have to stand (A35).
    public enum LaterItemsRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// Each of them has the minimum progress.
        case each
        /// Their mean has.
        case average
        /// That share of them is done.
        case share
    }

    /// Of which items the share ahead or above is taken (A48).
    public enum AheadBase: String, Hashable, Sendable, Codable, CaseIterable {
        case counted, completed
    }

    /// Day of the interim review (sơ kết).
    public var interimEnd: CivilDate
    /// Day of the final review (tổng kết); items due later are not counted (A37).
    public var finalEnd: CivilDate
    public var minimumProgressPercent: Int
    public var s2Rule: LaterItemsRule
    public var letterPercentInterim: Int
    public var letterPercentFinal: Int
    public var individualsInterim: Int
    public var individualsFinal: Int
    /// Working days before the original date from which a result is ahead (A45).
    public var minimumEarlyWorkingDays: Int
    public var aheadBase: AheadBase
    /// Items assigned later than this many working days before the interim review need no progress yet (A31).
    public var newItemGraceWorkingDays: Int
    public var maximumQualityReturns: Int
    /// Fewer counted items than this raise a flag (A20).
    public var minimumItems: Int
    /// Whether an item late in the first phase fails the final review too (A40).
    public var carryPhaseOneLate: Bool

    /// The defaults for rules; the two dates have none.
    public init(
        interimEnd: CivilDate, finalEnd: CivilDate, minimumProgressPercent: Int = 50, s2Rule: LaterItemsRule = .each,
        letterPercentInterim: Int = 15, letterPercentFinal: Int = 30, individualsInterim: Int = 2, individualsFinal: Int = 4,
        minimumEarlyWorkingDays: Int = 1, aheadBase: AheadBase = .counted, newItemGraceWorkingDays: Int = 10,
        maximumQualityReturns: Int = 1, minimumItems: Int = 3, carryPhaseOneLate: Bool = true
    ) {
        self.interimEnd = interimEnd
        self.finalEnd = finalEnd
        self.minimumProgressPercent = minimumProgressPercent
        self.s2Rule = s2Rule
        self.letterPercentInterim = letterPercentInterim
        self.letterPercentFinal = letterPercentFinal
        self.individualsInterim = individualsInterim
        self.individualsFinal = individualsFinal
        self.minimumEarlyWorkingDays = minimumEarlyWorkingDays
        self.aheadBase = aheadBase
        self.newItemGraceWorkingDays = newItemGraceWorkingDays
        self.maximumQualityReturns = maximumQualityReturns
        self.minimumItems = minimumItems
        self.carryPhaseOneLate = carryPhaseOneLate
    }

    /// The share ahead or above, in percent, that brings the letter.
    public func letterPercent(at review: Campaign.Review) -> Int {
        review == .interim ? letterPercentInterim : letterPercentFinal
    }

    /// How many individuals a passing first-tier unit may propose.
    public func individuals(at review: Campaign.Review) -> Int {
        review == .interim ? individualsInterim : individualsFinal
    }
}
