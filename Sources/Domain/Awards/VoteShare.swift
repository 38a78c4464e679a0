/// The share that a quorum or a vote has to reach, compared in whole numbers: no share is ever rounded into a result (domain.md 1.7).
public struct VoteShare: Sendable, Hashable {
    public let numerator: Int
    public let denominator: Int

    /// Nil unless `0 < numerator <= denominator <= 1,000`.
    public init?(_ numerator: Int, of denominator: Int) {
        guard (1...1_000).contains(denominator), (1...denominator).contains(numerator) else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    private init(whole: Int) {
        numerator = whole
        denominator = whole
    }

    /// Of all of them.
    public static let whole = VoteShare(whole: 1)

    /// Whether `part` of `whole` reaches it; of nothing, nothing does.
    public func isReached(by part: Int, of whole: Int) -> Bool {
        whole > 0 && part * denominator >= numerator * whole
    }

    /// One half: equal votes reach it exactly. A larger share knows no tie.
    public var isOneHalf: Bool { numerator * 2 == denominator }

    /// `70%`, `2/3`.
    public var vietnamese: String { denominator == 100 ? "\(numerator)%" : "\(numerator)/\(denominator)" }
}
