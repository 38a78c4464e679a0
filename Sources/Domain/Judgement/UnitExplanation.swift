/// A verdict that explains itself: which rule, which item, which date, which paper; what the unit must still do, and by when. The page, the
/// API and the command show this one value.
public struct UnitExplanation: Hashable, Sendable {
    /// One failure with what is known of its item.
    public struct Reason: Hashable, Sendable {
        public let failure: Failure
        /// Nil for a reason that concerns the unit as a whole, and where a file was judged.
        public let papers: ItemPapers?
    }

    /// Something that remains to be done, or that cannot be mended any more.
    public struct Step: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// An item gets done.
            case complete
            /// An item that is due later reaches the minimum.
            case progress
            /// A date is fixed for an item (A26).
            case fixDate
            /// The council decides (A53).
            case motto
            /// An item gets done before its original date (A45).
            case ahead
            /// A target is exceeded (A46).
            case above
            /// What no later work of the unit changes.
            case beyondRepair
            /// About the unit as a whole.
            case note
        }

        public let kind: Kind
        /// Code of the item.
        public let item: String?
        /// The last day for it.
        public let by: CivilDate?
        public let words: String

        init(_ kind: Kind, item: String? = nil, by: CivilDate? = nil, _ words: String) {
            self.kind = kind
            self.item = item
            self.by = by
            self.words = words
        }
    }

    public let verdict: UnitVerdict
    public let reasons: [Reason]
    /// What is needed for a pass; empty where nothing is left to do.
    public let toPass: [Step]
    /// What is needed for the letter besides.
    public let toLetter: [Step]
    public let checks: [CheckPoint]

    /// - Parameters:
    ///   - papers: by the code of the item, of those that the reasons name.
    ///   - traces: what the database shows beyond the ledger.
    ///   - limits: of the plan, from which on something is to be looked at.
    ///   - today: what can still be done is judged from here where the day of the ledger is still to come.
    public init(
        _ unit: LedgerFile.Unit, in ledger: LedgerFile, papers: [String: ItemPapers] = [:], traces: [CheckPoint] = [],
        limits: CheckPoint.Limits = CheckPoint.Limits(), today: CivilDate? = nil
    ) {
        let judged = Judgement.judge(unit, in: ledger)
        let outlook = UnitOutlook(judged, of: unit, in: ledger, papers: papers, fixingDate: limits.clocks.fixingDate, today: today)
        verdict = judged.withoutItems
        reasons = judged.failures.map { failure in Reason(failure: failure, papers: failure.item.flatMap { papers[$0] }) }
        toPass = outlook.toPass
        toLetter = outlook.toLetter
        checks = CheckPoint.list(of: judged, in: ledger, traces: traces, limits: limits)
    }
}
