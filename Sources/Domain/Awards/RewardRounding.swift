/// Làm tròn tiền thưởng: to tens of thousands under NĐ 91/2017 Điều 68.2, whose words can be read in two ways (domain.md 1.8).
public struct RewardRounding: Dated, Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// To the nearest, one half upward.
        case nearest
        case upward

        public var vietnamese: String {
            switch self {
            case .nearest: "làm tròn đến mức gần nhất"
            case .upward: "làm tròn lên"
            }
        }
    }

    public let decree: String
    /// VND; amounts are whole multiples of it. At least 1.
    public let unit: Int
    public let direction: Direction
    /// By the day of signing.
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(decree: String, unit: Int, direction: Direction, validity: ValidityPeriod, citation: Citation) {
        self.decree = decree
        self.unit = max(1, unit)
        self.direction = direction
        self.validity = validity
        self.citation = citation
    }

    /// - Parameter hundredths: of VND, so that a multiple in percent stays whole.
    func rounded(hundredths: Int) -> Int {
        let unit = unit * 100
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: unit)
        let isUp =
            switch direction {
            case .nearest: 2 * rest >= unit
            case .upward: rest > 0
            }
        return (whole + (isUp ? 1 : 0)) * self.unit
    }
}
