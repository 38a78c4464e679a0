public import Domain
import Glibc

/// Where new ids come from: UUIDv7 of the injected clock and of the system's random numbers, which cannot be predicted.
public struct IDSource: Sendable {
    private let milliseconds: @Sendable () -> UInt64

    /// - Parameter milliseconds: since 1970; tests inject their own clock.
    public init(milliseconds: @escaping @Sendable () -> UInt64) {
        self.milliseconds = milliseconds
    }

    public func next<Entity>() -> EntityID<Entity> {
        var generator = SystemRandomNumberGenerator()
        return .make(atMilliseconds: milliseconds(), using: &generator)
    }
}

extension IDSource {
    public static let system = IDSource {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return UInt64(now.tv_sec) * 1_000 + UInt64(now.tv_nsec) / 1_000_000
    }
}
