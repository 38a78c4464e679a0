import CLibPQ

/// Operations of several steps outside pipeline mode: streams and COPY. Between the steps the caller's code runs.
extension Connection {
    /// Leaves pipeline mode, sends the statement and keeps the connection for it alone.
    ///
    /// - Parameter use: under which name the server knows it; nil: under none.
    func beginExclusive(
        _ sql: SQL, as use: PreparedStatements.Use? = nil, deadline: Deadline?,
        _ prepare: (borrowing ConnectionHandle) throws(PostgresError) -> Void = { _ in }
    ) async throws(PostgresError) -> Operation {
        let operation = try begin(deadline: deadline, isWrite: false)
        guard !Task.isCancelled else { throw PostgresError(.cancelled, "the task was cancelled before anything was sent") }
        guard !handle.isPipelining || handle.exitPipeline() else { throw lost(operation) }
        try parameters.fill(sql.binds)
        let isTaken = if let use { handle.sendPrepared(use.name, parameters) } else { handle.sendUnprepared(sql, parameters) }
        guard isTaken else { throw lost(operation) }
        isExclusive = true
        do throws(PostgresError) {
            try prepare(handle)
        } catch {
            drop()
            throw error
        }
        return operation
    }

    /// One step; after an error the connection has been brought back to order.
    func exclusiveStep<R: Sendable>(
        _ operation: Operation, _ body: (inout Operation) throws(PostgresError) -> R
    ) async throws(PostgresError) -> (Operation, R) {
        guard isExclusive, handle.isGood else { throw PostgresError(.connectionLost, "the connection is closed") }
        var finished = operation
        do throws(PostgresError) {
            let (state, value) = try await interruptible(operation) { operation throws(PostgresError) in
                let value = try body(&operation)
                return (operation, value)
            }
            return (state, value)
        } catch {
            finished.isQueued = true
            if error.endsConnection {
                throw lost(finished, because: error)
            }
            abandon(finished)
            throw error
        }
    }

    /// Cancels what still runs, reads it to its end and makes the connection free again; drops it if that takes too long.
    func abandon(_ operation: Operation) {
        defer { endExclusive() }
        guard handle.isGood else { return drop() }
        // Not under the caller's cancellation or deadline: these have had their effect.
        var draining = Operation(id: 0, deadline: .after(configuration.cancellationGrace), isWrite: false)
        draining.interruption = operation.interruption ?? .cancelled
        draining.grace = draining.deadline
        if handle.transactionStatus == .active, operation.interruption == nil { requestCancel(&draining) }
        do throws(PostgresError) {
            while let result = try nextResult(&draining) {
                switch result.status {
                case PGRES_COPY_IN: guard handle.putCopyEnd(failure: "abandoned by the client") == 1 else { return drop() }
                case PGRES_COPY_OUT: try drainCopyOut(&draining)
                default: continue
                }
            }
        } catch {
            drop()
        }
    }

    func endExclusive() {
        isExclusive = false
        end()
        if handle.isGood { watchSocket() }
    }

    private func drainCopyOut(_ operation: inout Operation) throws(PostgresError) {
        while true {
            switch handle.copyData() {
            case .bytes: continue
            case .wait: try pump(&operation)
            case .end, .failed: return
            }
        }
    }
}
