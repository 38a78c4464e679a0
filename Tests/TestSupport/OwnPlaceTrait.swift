public import Testing

/// Lets a suite wait for its place among the databases at work before its first test begins. A suite whose tests have a database each takes
/// one place for all of them, so that the time limit of a test does not run while it waits for the tests of other suites; such a suite is
/// `.serialized`.
public struct OwnPlaceTrait: SuiteTrait, TestScoping {
    /// Each clone has a dozen connections and tests that wait for the same two cores: more at once are not faster.
    private static let places = Places(4)
    @TaskLocal private static var isHeld = false

    /// Runs the body on a place: the one that the suite holds already, or the next one that is free.
    ///
    /// - Parameter first: before all that wait already, for what takes longest: it is not to be still at work when all others are done.
    static func occupying(first: Bool = false, _ body: () async throws -> Void) async throws {
        if isHeld { return try await body() }
        try await places.occupying(first: first) {
            try await $isHeld.withValue(true) { try await body() }
        }
    }

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await Self.occupying { try await function() }
    }
}

extension Trait where Self == OwnPlaceTrait {
    public static var ownPlace: OwnPlaceTrait { OwnPlaceTrait() }
}
