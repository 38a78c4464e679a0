/// What the last frozen figures of a review say of one unit, as papers quote it. Older versions keep less: what is not there is nil.
public struct FrozenFigures: Sendable, Hashable {
    public struct Counts: Sendable, Hashable {
        public let counted: Int
        /// Due by the interim review.
        public let early: Int
        public let later: Int
        public let aheadOrAbove: Int
        /// Of how many ``aheadOrAbove`` is a share.
        public let aheadBase: Int

        public init(counted: Int, early: Int, later: Int, aheadOrAbove: Int, aheadBase: Int) {
            self.counted = counted
            self.early = early
            self.later = later
            self.aheadOrAbove = aheadOrAbove
            self.aheadBase = aheadBase
        }

        /// `5/17 (29,4%)`.
        public var share: String { QuotedShare(aheadOrAbove, of: aheadBase).text }
    }

    /// The unit as it was called then.
    public let name: String
    public let version: Int
    public let frozenOn: CivilDate
    public let verdict: UnitVerdict.Verdict
    /// Whether the share ahead or above brings the letter (A52).
    public let isPraised: Bool
    public let counts: Counts?
    /// Why it does not pass, a sentence each.
    public let reasons: [String]

    public init(
        name: String, version: Int, frozenOn: CivilDate, verdict: UnitVerdict.Verdict, isPraised: Bool, counts: Counts?, reasons: [String]
    ) {
        self.name = name
        self.version = version
        self.frozenOn = frozenOn
        self.verdict = verdict
        self.isPraised = isPraised
        self.counts = counts
        self.reasons = reasons
    }
}
