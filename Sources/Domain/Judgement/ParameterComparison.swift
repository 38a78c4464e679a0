/// What would become of each unit under other parameters: who gains and who loses, side by side. For deciding what a contested parameter
/// should say; it changes no verdict.
public struct ParameterComparison: Hashable, Sendable {
    public struct Parameter: Hashable, Sendable {
        public let name: String
        public let before: String
        public let after: String
    }

    /// One unit as the campaign judges it and as it would be judged.
    public struct Row: Hashable, Sendable {
        public let before: UnitVerdict
        public let after: UnitVerdict

        public init(before: UnitVerdict, after: UnitVerdict) {
            self.before = before.withoutItems
            self.after = after.withoutItems
        }

        public var effect: Effect {
            let (old, new) = (Self.standing(before), Self.standing(after))
            if new == old { return .same }
            return new.lexicographicallyPrecedes(old) ? .loses : .gains
        }

        /// What a unit has of a verdict, the weightiest first. A lower place in the list can only matter where all before are equal.
        private static func standing(_ verdict: UnitVerdict) -> [Int] {
            let place =
                switch verdict.verdict {
                case .fail: 0
                case .insufficientBasis: 1
                case .pending: 2
                case .pass: 3
                }
            return [place, verdict.letter ? 1 : 0, verdict.individuals]
        }
    }

    public enum Effect: String, Hashable, Sendable, CaseIterable {
        case gains, loses, same

        public var vietnamese: String {
            switch self {
            case .gains: "được thêm"
            case .loses: "bị mất"
            case .same: "không đổi"
            }
        }
    }

    public let campaign: String
    public let review: Campaign.Review
    public let asOf: CivilDate
    public let parameters: [Parameter]
    /// In the order of the ledger.
    public let rows: [Row]

    /// - Parameters:
    ///   - ledger: whose parameters stand now; its units are not asked for.
    ///   - changed: those that are tried.
    public init(of ledger: LedgerFile, changed: JudgementParameters, rows: [Row]) {
        campaign = ledger.campaign
        review = ledger.review
        asOf = ledger.asOf
        parameters = ledger.parameters.differences(to: changed).map { Parameter(name: $0.name, before: $0.before, after: $0.after) }
        self.rows = rows
    }

    /// A whole ledger under other parameters.
    public init(_ ledger: LedgerFile, changed: JudgementParameters) {
        let other = ledger.with(changed)
        self.init(
            of: ledger, changed: changed,
            rows: ledger.units.map { Row(before: Judgement.judge($0, in: ledger), after: Judgement.judge($0, in: other)) })
    }

    public func rows(_ effect: Effect) -> [Row] { rows.filter { $0.effect == effect } }
}

extension LedgerFile {
    /// The same facts under other parameters.
    public func with(_ parameters: JudgementParameters) -> LedgerFile {
        var ledger = self
        ledger.parameters = parameters
        return ledger
    }
}
