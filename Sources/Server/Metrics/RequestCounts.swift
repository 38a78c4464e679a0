import Synchronization

/// How many requests each route answered, with which status, and how long they took.
///
/// Labels are route names, never paths: their number is bounded.
final class RequestCounts: Sendable {
    static let shared = RequestCounts()

    struct Key: Hashable, Sendable {
        let route: String
        let status: Int
    }

    struct Sum: Sendable {
        var count = 0
        var nanoseconds: UInt64 = 0
        var buckets = [Int](repeating: 0, count: RequestCounts.bounds.count)
    }

    /// Upper bounds of the buckets in seconds: around the 15 ms that the Office's table may take.
    static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    private let sums = Mutex<[Key: Sum]>([:])

    func record(route: String, status: Int, took duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = UInt64(clamping: seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        sums.withLock { sums in
            var sum = sums[Key(route: route, status: status)] ?? Sum()
            sum.count += 1
            sum.nanoseconds &+= nanoseconds
            for (index, bound) in Self.bounds.enumerated() where Double(nanoseconds) <= bound * 1e9 { sum.buckets[index] += 1 }
            sums[Key(route: route, status: status)] = sum
        }
    }

    var all: [(key: Key, sum: Sum)] {
        sums.withLock { $0 }.map { ($0.key, $0.value) }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
    }
}
