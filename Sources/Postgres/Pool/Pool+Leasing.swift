import Synchronization

extension Pool {
    func lease(affinity: String?, deadline: Deadline) async throws(PostgresError) -> Leased {
        let now = ContinuousClock.now
        let (found, waiter) = shell.withLock { shell -> (Leased?, PoolStateMachine.WaiterID) in
            if let id = shell.machine.leaseIdle(affinity: affinity, now: now), let connection = shell.connections[id] {
                return (Leased(id: id, connection: connection), 0)
            }
            shell.nextWaiter += 1
            return (nil, shell.nextWaiter)
        }
        if let found { return found }
        defer { metrics.waited(since: now) }
        return try await wait(waiter, affinity: affinity, deadline: deadline)
    }

    /// Returns a connection to the pool, or closes it when it is not as it was lent.
    func giveBack(_ leased: Leased) async {
        if leased.connection.transactionStatus != .idle, !leased.connection.isClosed {
            await leased.connection.rollback(deadline: .after(configuration.resetTimeout))
        }
        let isReusable = leased.connection.transactionStatus == .idle
        perform { $0.release(leased.id, isReusable: isReusable, now: .now) }
    }

    private func wait(
        _ waiter: PoolStateMachine.WaiterID, affinity: String?, deadline: Deadline
    ) async throws(PostgresError) -> Leased {
        let result: Result<Leased, PostgresError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                shell.withLock { $0.waiters[waiter] = continuation }
                perform { $0.wait(waiter, affinity: affinity, deadline: deadline.instant, now: .now) }
                // The handler may have run before there was anything to cancel.
                if Task.isCancelled { perform { $0.cancel(waiter) } }
            }
        } onCancel: {
            perform { $0.cancel(waiter) }
        }
        return try result.get()
    }
}
