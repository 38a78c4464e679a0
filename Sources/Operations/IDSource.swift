public import Domain
import FoundationEssentials

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
    public static let system = IDSource { UInt64(Date().timeIntervalSince1970 * 1_000) }
}
