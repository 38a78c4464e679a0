import CLibPQ

extension Connection {
    /// Runs the statements in one round trip and returns the rows of each.
    ///
    /// They run in one implicit transaction up to the final Sync, unless they contain BEGIN or one is open already: if one fails, none
    /// has happened. The answer comes only after that Sync, so it includes errors that arise at the commit (deferred constraints).
    ///
    /// - Parameters:
    ///   - deadline: when it passes, the server is asked to cancel. If the statements succeeded nevertheless, that is what is returned.
    ///   - isWrite: the final Sync, or a COMMIT among the statements, commits something. Then the task's cancellation is not passed on,
    ///     and after the deadline the verdict is waited for, for ``ConnectionConfiguration/cancellationGrace``; if none comes the error
    ///     is ``PostgresError/Code/commitUnknown``.
    /// - Throws: the first error, with the index of its statement in ``PostgresError/statementIndex``.
    public func pipeline(
        _ statements: [SQL], deadline: Deadline? = nil, isWrite: Bool = false
    ) async throws(PostgresError) -> [ResultSet] {
        let operation = try begin(deadline: deadline, isWrite: isWrite)
        return try await interruptible(operation) { operation throws(PostgresError) in
            let wasIdle = handle.transactionStatus == .idle
            var outcome = try run(statements, &operation)
            if outcome.isStale, wasIdle, handle.transactionStatus == .idle, operation.interruption == nil {
                // All of it was rolled back because of a plan that the server gave up: once more, prepared anew.
                operation.isQueued = false
                operation.isSent = false
                outcome = try run(statements, &operation)
            }
            if let failure = outcome.failure { throw failure }
            return outcome.results
        }
    }

    /// Runs one statement; see ``pipeline(_:deadline:isWrite:)``.
    public func query(_ sql: SQL, deadline: Deadline? = nil, isWrite: Bool = false) async throws(PostgresError) -> ResultSet {
        try await pipeline([sql], deadline: deadline, isWrite: isWrite)[0]
    }

    /// Has the server parse a statement that is to run alone, once for a connection: its plan is kept with it. Nil where none is kept.
    func prepare(_ sql: SQL, deadline: Deadline?) async throws(PostgresError) -> PreparedStatements.Use? {
        guard statements.isEnabled else { return nil }
        let operation = try begin(deadline: deadline, isWrite: false)
        return try await interruptible(operation) { operation throws(PostgresError) in
            let use = statements.use(PreparedStatements.Key(sql))
            guard use.isNew else { return use }
            guard handle.isPipelining || handle.enterPipeline() else { throw lost(operation) }
            var expected: [Expected] = []
            try separate(&expected, operation)
            guard handle.sendPrepare(use.name, sql), handle.sync() else { throw lost(operation) }
            expected.append(.parsed(use, statement: 0))
            operation.isQueued = true
            var outcome = Outcome()
            for answer in expected { try receive(answer, &outcome, &operation) }
            try receiveSync(&outcome, &operation)
            if let failure = outcome.failure { throw failure.with { $0.statementIndex = nil } }
            return use
        }
    }

    /// Rolls back whatever is open, also when the task is cancelled; the caller looks at ``transactionStatus`` afterwards.
    func rollback(deadline: Deadline) {
        do throws(PostgresError) {
            var operation = try begin(deadline: deadline, isWrite: false)
            _ = try run(["ROLLBACK"], &operation)
        } catch {
            drop()
        }
        end()
    }

    // MARK: - One attempt

    private struct Outcome {
        var results: [ResultSet] = []
        var failure: PostgresError?
        /// The failure means only that a prepared statement was out of date, and nothing was committed before it.
        var isStale = false
    }

    /// What the server will answer, in order.
    private enum Expected {
        case deallocated(name: String)
        case deallocationEnd
        /// Of nothing: it stands before the first command that follows a stream.
        case separated
        case parsed(PreparedStatements.Use, statement: Int)
        case executed(PreparedStatements.Use?, statement: Int)
    }

    private func run(_ statements: [SQL], _ operation: inout Operation) throws(PostgresError) -> Outcome {
        guard handle.isPipelining || handle.enterPipeline() else { throw lost(operation) }
        var expected: [Expected] = []
        expected.reserveCapacity(statements.count * 2)
        try queue(statements, &expected, operation)
        operation.isQueued = true

        var outcome = Outcome()
        outcome.results.reserveCapacity(statements.count)
        for answer in expected {
            try receive(answer, &outcome, &operation)
        }
        try receiveSync(&outcome, &operation)
        return outcome
    }

    private func queue(_ batch: [SQL], _ expected: inout [Expected], _ operation: Operation) throws(PostgresError) {
        try separate(&expected, operation)
        if !statements.retired.isEmpty, handle.transactionStatus == .idle {
            // Each in a transaction of its own before ours, where its failure harms nobody.
            for name in statements.takeRetired() {
                try parameters.fill([])
                guard handle.sendUnprepared(SQL(text: "DEALLOCATE \(name)", binds: []), parameters), handle.sync() else {
                    throw lost(operation)
                }
                expected.append(.deallocated(name: name))
                expected.append(.deallocationEnd)
            }
        }
        for (index, sql) in batch.enumerated() {
            do {
                try parameters.fill(sql.binds)
            } catch {
                // Something may be queued already, and only a new connection forgets it.
                if index > 0 || !expected.isEmpty { drop() }
                throw error.with { $0.statementIndex = index }
            }
            guard statements.isEnabled else {
                guard handle.sendUnprepared(sql, parameters) else { throw lost(operation) }
                expected.append(.executed(nil, statement: index))
                continue
            }
            let use = statements.use(PreparedStatements.Key(sql))
            if use.isNew {
                guard handle.sendPrepare(use.name, sql) else { throw lost(operation) }
                expected.append(.parsed(use, statement: index))
            }
            guard handle.sendPrepared(use.name, parameters) else { throw lost(operation) }
            expected.append(.executed(use, statement: index))
        }
        guard handle.sync() else { throw lost(operation) }
    }

    private func separate(_ expected: inout [Expected], _ operation: Operation) throws(PostgresError) {
        guard followsStream else { return }
        guard handle.sync() else { throw lost(operation) }
        expected.append(.separated)
        followsStream = false
    }

    private func receive(_ answer: Expected, _ outcome: inout Outcome, _ operation: inout Operation) throws(PostgresError) {
        guard let result = try nextResult(&operation) else {
            guard handle.isGood else { throw lost(operation) }
            throw outOfStep("a command ended without a result")
        }
        let status = result.status
        switch (answer, status) {
        case (.deallocationEnd, PGRES_PIPELINE_SYNC), (.separated, PGRES_PIPELINE_SYNC):
            return
        case (.deallocated, PGRES_COMMAND_OK), (.deallocated, PGRES_FATAL_ERROR), (.parsed, PGRES_COMMAND_OK):
            break
        case (.executed, PGRES_TUPLES_OK), (.executed, PGRES_COMMAND_OK), (.executed, PGRES_EMPTY_QUERY):
            outcome.results.append(ResultSet(result))
        case (.parsed(let use, let index), PGRES_FATAL_ERROR):
            statements.forget(use.slot)
            try note(failure(result, operation, index: index), &outcome, operation)
        case (.executed(let use, let index), PGRES_FATAL_ERROR):
            let error = failure(result, operation, index: index)
            if let use { dropStale(use, error, &outcome) }
            try note(error, &outcome, operation)
        case (.parsed(let use, _), PGRES_PIPELINE_ABORTED):
            statements.forget(use.slot)
        case (.executed, PGRES_PIPELINE_ABORTED):
            break
        case (.executed, PGRES_COPY_IN), (.executed, PGRES_COPY_OUT):
            throw outOfStep("COPY inside a pipeline; use copyIn or copyOut")
        default:
            throw outOfStep("an unexpected answer of the server")
        }
        guard try nextResult(&operation) == nil else { throw outOfStep("a second result for one command") }
    }

    /// Waits for the final Sync. An error before it arose at the commit.
    private func receiveSync(_ outcome: inout Outcome, _ operation: inout Operation) throws(PostgresError) {
        var ends = 0
        while true {
            guard let result = try nextResult(&operation) else {
                guard handle.isGood else { throw lost(operation) }
                ends += 1
                if ends > 2 { throw outOfStep("no end of the pipeline") }
                continue
            }
            switch result.status {
            case PGRES_PIPELINE_SYNC: return
            case PGRES_FATAL_ERROR: try note(failure(result, operation, index: nil), &outcome, operation)
            default: throw outOfStep("an unexpected result before the end of the pipeline")
            }
        }
    }

    private func note(_ error: PostgresError, _ outcome: inout Outcome, _ operation: Operation) throws(PostgresError) {
        if error.endsConnection { throw lost(operation, because: error) }
        if outcome.failure == nil { outcome.failure = error }
    }

    private func dropStale(_ use: PreparedStatements.Use, _ error: PostgresError, _ outcome: inout Outcome) {
        guard dropIfStale(use, error) else { return }
        // What a COMMIT among the statements has done must not be done twice.
        outcome.isStale = !outcome.results.contains { $0.command == "COMMIT" }
    }

    /// 0A000 "cached plan must not change result type" and 26000 "prepared statement does not exist": prepared anew when it is wanted next.
    @discardableResult
    func dropIfStale(_ use: PreparedStatements.Use, _ error: PostgresError) -> Bool {
        guard !use.isNew else { return false }
        switch error.sqlState {
        case "0A000": statements.retire(use.slot)
        case "26000": statements.forgetAll()
        default: return false
        }
        return true
    }
}
