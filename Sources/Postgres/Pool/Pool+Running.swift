import Logging
import Metrics
import Synchronization

extension Pool {
    /// Opens, renews and closes connections until the task is cancelled; then lends none any more, waits for those that are lent and
    /// returns when the last connection and its thread have ended.
    public func run() async {
        let isFirst = shell.withLock { shell in
            defer { shell.isRunning = true }
            return !shell.isRunning
        }
        precondition(isFirst, "a pool runs once")
        perform { $0.start(now: .now) }
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                while let due = await actions.next() {
                    for action in due { group.addTask { await self.carryOut(action) } }
                }
            }
        } onCancel: {
            perform { $0.shutDown() }
        }
    }

    /// Lets an event into the machine and does what comes out of it. Nobody is woken under the lock: waking a task waits for whoever cancels it, and
    /// he may be on his way in here.
    func perform(_ event: (inout PoolStateMachine) -> [PoolStateMachine.Action]) {
        var resumed: [(CheckedContinuation<Result<Leased, PostgresError>, Never>, Result<Leased, PostgresError>)] = []
        var due: [PoolStateMachine.Action] = []
        let isDrained = shell.withLock { shell in
            for action in event(&shell.machine) {
                switch action {
                case .grant(let waiter, let id):
                    guard let continuation = shell.waiters.removeValue(forKey: waiter) else { continue }
                    resumed.append((continuation, .success(Leased(id: id, connection: shell.connections[id]!))))
                case .fail(let waiter, let refusal):
                    guard let continuation = shell.waiters.removeValue(forKey: waiter) else { continue }
                    resumed.append((continuation, .failure(refused(refusal, lastFailure: shell.lastFailure))))
                case .connect, .close, .timer: due.append(action)
                }
            }
            return shell.machine.isDrained
        }
        actions.append(due)
        for (continuation, result) in resumed { continuation.resume(returning: result) }
        if isDrained { actions.finish() }
    }

    private func carryOut(_ action: PoolStateMachine.Action) async {
        switch action {
        case .connect(let id): await connect(id)
        case .close(let id): await close(id)
        case .timer(let moment):
            // Cancelled only when the pool shuts down, and then nothing is due any more.
            guard (try? await Task.sleep(until: moment, clock: .continuous)) != nil else { return }
            perform { $0.tick(now: max(.now, moment)) }
        case .grant, .fail: break
        }
    }

    private func refused(_ refusal: PoolStateMachine.Refusal, lastFailure: PostgresError?) -> PostgresError {
        switch refusal {
        case .cancelled: return PostgresError(.cancelled, "the task was cancelled while waiting for a connection")
        case .closed: return PostgresError(.poolClosed, "the pool is shut down")
        case .deadline:
            metrics.leaseTimeouts.increment()
            return PostgresError(.poolExhausted, "no connection became free in time", underlying: lastFailure)
        }
    }

    private func connect(_ id: PoolStateMachine.ConnectionID) async {
        do throws(PostgresError) {
            let connection = try await Connection.open(connectionConfiguration, logger: logger) { [weak self] in
                self?.perform { $0.broke(id) }
            }
            metrics.opened.increment()
            shell.withLock { shell in
                shell.connections[id] = connection
                shell.lastFailure = nil
            }
            perform { $0.connected(id, jitter: .random(in: 0...1), now: .now) }
        } catch {
            logger.debug("a connection could not be opened", metadata: ["error": "\(error)"])
            metrics.failed.increment()
            shell.withLock { $0.lastFailure = error }
            perform { $0.connectFailed(id, now: .now) }
        }
    }

    private func close(_ id: PoolStateMachine.ConnectionID) async {
        let connection = shell.withLock { $0.connections.removeValue(forKey: id) }
        await connection?.close()
        metrics.closed.increment()
        perform { $0.closed(id, now: .now) }
    }
}
