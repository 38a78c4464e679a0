/// The moment by which an answer is worth something, on a clock that never jumps.
public struct Deadline: Sendable, Hashable, Comparable {
    public let instant: ContinuousClock.Instant

    public init(_ instant: ContinuousClock.Instant) {
        self.instant = instant
    }

    /// So much time from now.
    public static func after(_ duration: Duration) -> Deadline {
        Deadline(.now + duration)
    }

    /// What is left, zero when it has passed.
    public var remaining: Duration { max(instant - .now, .zero) }

    public var hasPassed: Bool { instant <= .now }

    public static func < (lhs: Deadline, rhs: Deadline) -> Bool {
        lhs.instant < rhs.instant
    }
}
