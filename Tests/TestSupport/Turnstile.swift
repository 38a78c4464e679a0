/// Lets one through after the other, in the order in which they came.
///
/// Opening a tenant locks the parents of all. Tests of a suite that open one at the same time would take turns by waiting for the lock in vain
/// and trying again, and on a loaded machine some would give up.
actor Turnstile {
    private var last: Task<Void, Never>?

    func pass<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) async throws -> R {
        let before = last
        let mine = Task {
            await before?.value
            return try await body()
        }
        last = Task { _ = await mine.result }
        return try await mine.value
    }
}
