import Metrics

/// What a pool counts; a gauge of its size is made from ``Pool/statistics`` by whoever exports metrics.
struct PoolMetrics: Sendable {
    let opened = Counter(label: "postgres_connections_opened_total")
    let closed = Counter(label: "postgres_connections_closed_total")
    let failed = Counter(label: "postgres_connections_failed_total")
    /// Callers that got no connection before their deadline.
    let leaseTimeouts = Counter(label: "postgres_lease_timeouts_total")
    /// Time of those callers that had to wait, in nanoseconds.
    private let leaseWait = Timer(label: "postgres_lease_wait")

    func waited(since start: ContinuousClock.Instant) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        leaseWait.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
