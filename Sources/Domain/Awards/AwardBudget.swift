/// The live budget line (domain.md 1.8): what the awards of a review cost, recorded ones as they were reckoned, all others as if they were signed
/// today.
public struct AwardBudget: Sendable, Hashable {
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Submitted, and on its way to the Chairman.
        case proposed
        /// Signed, not in the golden book yet.
        case decided
        case recorded

        public var vietnamese: String {
            switch self {
            case .proposed: "đang đề nghị"
            case .decided: "đã ký quyết định"
            case .recorded: "đã vào sổ"
            }
        }
    }

    public struct Line: Sendable, Hashable {
        public let stage: Stage
        public let subject: AwardSubject
        public let count: Int
        /// VND.
        public let amount: Int
        /// For how many of them no rate, base salary or rounding is in force; they are not in ``amount``.
        public let unknown: Int

        public init(stage: Stage, subject: AwardSubject, count: Int, amount: Int, unknown: Int) {
            self.stage = stage
            self.subject = subject
            self.count = count
            self.amount = amount
            self.unknown = unknown
        }
    }

    public let lines: [Line]

    public init(lines: [Line]) {
        self.lines = lines
    }

    /// VND.
    public var total: Int { lines.reduce(0) { $0 + $1.amount } }
    public var unknown: Int { lines.reduce(0) { $0 + $1.unknown } }
}
