import Synchronization

/// So many at once; others wait in the order in which they came, but those that go first.
actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var ahead: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    nonisolated func occupying<R>(first: Bool = false, _ body: () async throws -> R) async throws -> R {
        await take(first)
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func take(_ first: Bool) async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { place in
            if first { ahead.append(place) } else { waiting.append(place) }
        }
    }

    private func leave() {
        guard ahead.isEmpty else { return ahead.removeFirst().resume() }
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}

/// 1, 2, 3 …
final class Counter: Sendable {
    private let last = Atomic(0)

    func next() -> Int {
        last.add(1, ordering: .relaxed).newValue
    }
}

enum CloneNames {
    static let shared = Names()

    struct Names: Sendable {
        private let counter = Counter()

        func next() -> String { "clone_\(counter.next())" }
    }
}

/// The contents of a province grow when a test opens a tenant of its own.
final class SharedContents: Sendable {
    private let contents: Mutex<ProvinceTemplate.Contents>

    init(_ contents: ProvinceTemplate.Contents) {
        self.contents = Mutex(contents)
    }

    func read<R: Sendable>(_ body: (ProvinceTemplate.Contents) -> R) -> R {
        contents.withLock { body($0) }
    }

    /// Two tests may grow it at once: each adds what is new.
    func merge(_ grown: ProvinceTemplate.Contents) {
        contents.withLock { contents in
            contents.tenants.merge(grown.tenants) { old, _ in old }
            contents.units.merge(grown.units) { old, _ in old }
            contents.people.merge(grown.people) { old, _ in old }
            contents.posts.merge(grown.posts) { old, _ in old }
        }
    }
}
