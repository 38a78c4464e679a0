/// How many connections a pool keeps, and for how long.
public struct PoolConfiguration: Sendable {
    /// Kept open even when idle.
    public var minimumConnections: Int
    /// Never exceeded. Each has a thread here and a process at the server; 8 to 16 serve two cores.
    public var maximumConnections: Int
    /// How many of them are busy at once with what is short; nil: all. More than the processors can serve only take each other's turns and caches:
    /// twelve at once on two cores answered a quarter fewer requests than four.
    public var concurrency: Int?
    /// Whoever has had a connection for longer no longer counts among those: he reads much, or waits for somebody.
    public var longLease: Duration = .milliseconds(50)
    /// How long a caller without a deadline of its own waits for a connection.
    public var leaseTimeout: Duration = .seconds(5)
    /// An idle connection above the minimum is closed after this time.
    public var idleTimeout: Duration = .seconds(300)
    /// A connection is replaced after this time, so that a backend's memory and plans do not grow for ever.
    public var maximumLifetime: Duration = .seconds(3_600)
    /// The share of the lifetime by which it is shortened at random, so that connections are not replaced all at once.
    public var lifetimeJitter = 0.2
    /// How long a connection may take to roll back what a caller left open.
    public var resetTimeout: Duration = .seconds(5)

    public init(minimumConnections: Int = 1, maximumConnections: Int = 8, concurrency: Int? = nil) {
        precondition(minimumConnections >= 0 && maximumConnections >= max(1, minimumConnections), "a pool needs room for one connection")
        precondition(concurrency.map { $0 >= 1 } ?? true, "nobody would be served")
        self.minimumConnections = minimumConnections
        self.maximumConnections = maximumConnections
        self.concurrency = concurrency
    }
}

/// The connections of a pool at one moment.
public struct PoolStatistics: Sendable, Hashable {
    /// Open or opening.
    public var size: Int
    public var idle: Int
    public var leased: Int
    /// Callers that wait for a connection.
    public var waiting: Int
}
