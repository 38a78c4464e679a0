import Synchronization

/// What the tests of a province make once and use again, by name: it lives as long as the province does.
public final class MadeOnce: Sendable {
    private let made = Mutex<[String: any Sendable]>([:])

    public init() {}

    public func once<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
        made.withLock { made in
            if let value = made[name] as? Value { return value }
            let value = make()
            made[name] = value
            return value
        }
    }
}
