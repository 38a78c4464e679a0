/// What a target asks for and what was reached.
public struct TargetMeasure: Hashable, Sendable {
    /// On which side of the target the result has to lie.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        case atLeast, moreThan, atMost, lessThan

        /// Whether a smaller result is a better one, so that progress is a reduction from a baseline.
        public var isReduction: Bool { self == .atMost || self == .lessThan }
    }

    public let direction: Direction
    public let target: Quantity
    /// Nil while nothing was measured.
    public let actual: Quantity?
    /// Where a reduction starts from; not used by the other directions.
    public let baseline: Quantity?
    /// Whether the assigner said beforehand that this target is measured at the end of the year only (A39).
    public let isMeasuredAtYearEnd: Bool

    /// Nil when a reduction has no baseline.
    public init?(
        direction: Direction, target: Quantity, actual: Quantity?, baseline: Quantity? = nil, isMeasuredAtYearEnd: Bool = false
    ) {
        if direction.isReduction, baseline == nil { return nil }
        self.direction = direction
        self.target = target
        self.actual = actual
        self.baseline = baseline
        self.isMeasuredAtYearEnd = isMeasuredAtYearEnd
    }

    /// Whether the target is reached. Never without a measured result.
    public var isMet: Bool {
        guard let actual else { return false }
        return switch direction {
        case .atLeast: actual >= target
        case .moreThan: actual > target
        case .atMost: actual <= target
        case .lessThan: actual < target
        }
    }

    /// Whether the result is strictly better than the target (vượt chỉ tiêu, A46); equal is met, not above.
    public var isAbove: Bool {
        guard let actual else { return false }
        return direction.isReduction ? actual < target : actual > target
    }

    /// The share of the target reached, or of the reduction achieved. A bad figure left blank counts as nothing (A39).
    public var progress: Progress {
        guard let actual else { return .none }
        if direction.isReduction, let baseline, baseline > target {
            return Progress(part: baseline.scaled - actual.scaled, whole: baseline.scaled - target.scaled)
        }
        if !direction.isReduction, target.scaled > 0 {
            return Progress(part: actual.scaled, whole: target.scaled)
        }
        // Nothing to divide by: the target is either met or not.
        return isMet ? .complete : .none
    }
}
