public import Logging
import Synchronization

/// Lends connections. ``run()`` must run as long as the pool is used: it opens, renews and closes them.
public final class Pool: Sendable {
    let configuration: PoolConfiguration
    let connectionConfiguration: ConnectionConfiguration
    let logger: Logger
    let metrics = PoolMetrics()

    struct Shell {
        var machine: PoolStateMachine
        var connections: [PoolStateMachine.ConnectionID: Connection] = [:]
        var waiters: [PoolStateMachine.WaiterID: CheckedContinuation<Result<Leased, PostgresError>, Never>] = [:]
        var nextWaiter = 0
        var isRunning = false
        /// Why no connection could be opened last time.
        var lastFailure: PostgresError?
    }

    struct Leased: Sendable {
        let id: PoolStateMachine.ConnectionID
        let connection: Connection
    }

    let shell: Mutex<Shell>
    /// What ``run()`` has to do.
    let actions = ActionQueue()

    public init(_ configuration: PoolConfiguration, connection: ConnectionConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        connectionConfiguration = connection
        shell = Mutex(Shell(machine: PoolStateMachine(configuration)))
    }

    public var statistics: PoolStatistics { shell.withLock { $0.machine.statistics } }

    /// Lends a connection to `body`, which runs on that connection's thread.
    ///
    /// An idle connection that last served `affinity` is preferred, since its backend has that tenant's tables and plans at hand.
    /// Whoever waits is served in the order of arrival. Afterwards a connection that is in no transaction goes back; otherwise it is
    /// rolled back first, and closed if that does not succeed.
    ///
    /// - Parameters:
    ///   - affinity: for instance the tenant.
    ///   - deadline: for the lease, by default ``PoolConfiguration/leaseTimeout`` from now.
    /// - Throws: ``PostgresError`` of code `poolExhausted`, `poolClosed` or `cancelled`; and whatever `body` throws.
    public func withConnection<R: Sendable>(
        affinity: String? = nil, deadline: Deadline? = nil, _ body: (Connection) async throws -> R
    ) async throws -> R {
        let deadline = deadline ?? .after(configuration.leaseTimeout)
        while true {
            let leased = try await lease(affinity: affinity, deadline: deadline)
            do {
                let result = try await withTaskExecutorPreference(leased.connection.thread) { () async throws -> R? in
                    // Without a query: only whether the server has hung up since.
                    if !leased.connection.isQuiet, await !leased.connection.isAlive() { return nil }
                    return try await body(leased.connection)
                }
                await giveBack(leased)
                if let result { return result }
            } catch {
                // The caller's error is what went wrong; a failing cleanup only costs the connection.
                await giveBack(leased)
                throw error
            }
        }
    }
}
