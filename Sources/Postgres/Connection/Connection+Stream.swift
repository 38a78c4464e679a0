import CLibPQ

extension Connection {
    /// Runs one statement and hands over its rows one after the other, in memory that does not grow with their number.
    ///
    /// `row` runs in the caller's isolation. If it throws, the statement is cancelled and the error comes back as
    /// ``PostgresError/underlying`` of a ``PostgresError/Code/clientFailed`` (a ``PostgresError`` comes back as it is).
    /// Until the end the connection takes nothing else.
    public nonisolated func stream(
        _ sql: SQL, deadline: Deadline? = nil, row: (inout RowReader) throws -> Void
    ) async throws(PostgresError) {
        let use = try await prepare(sql, deadline: deadline)
        var operation = try await beginExclusive(sql, as: use, deadline: deadline) { handle throws(PostgresError) in
            guard handle.setSingleRowMode() else { throw PostgresError(.protocolViolation, "libpq refused single-row mode") }
        }
        await noteStream()
        while true {
            let batch: StreamBatch
            (operation, batch) = try await nextRows(operation, of: use)
            for result in batch.rows {
                var reader = RowReader(result, row: 0)
                do {
                    try row(&reader)
                } catch {
                    await abandon(operation)
                    throw error as? PostgresError ?? PostgresError(.clientFailed, "a streamed row was refused", underlying: error)
                }
            }
            if batch.isLast { return }
        }
    }

    private func noteStream() { followsStream = true }

    private struct StreamBatch: Sendable {
        var rows: [ResultSet] = []
        /// What they take in memory.
        var byteCount = 0
        var isLast = false

        /// Enough to make the switch between the connection's thread and the caller cheap, which on a busy machine takes milliseconds; small
        /// enough to stay so, whatever the size of a row.
        var isFull: Bool { rows.count >= 1_024 || byteCount >= 2_097_152 }
    }

    private func nextRows(
        _ operation: Operation, of use: PreparedStatements.Use?
    ) async throws(PostgresError) -> (Operation, StreamBatch) {
        let (operation, batch) = try await exclusiveStep(operation) { operation throws(PostgresError) in
            var batch = StreamBatch()
            while !batch.isFull {
                guard let result = try nextResult(&operation) else {
                    batch.isLast = true
                    return batch
                }
                let status = result.status
                switch status {
                case PGRES_SINGLE_TUPLE:
                    batch.byteCount += result.byteCount
                    batch.rows.append(ResultSet(result))
                case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: continue
                case PGRES_FATAL_ERROR:
                    let error = failure(result, operation, index: nil)
                    if let use { dropIfStale(use, error) }
                    throw error
                default: throw outOfStep("a statement that cannot be streamed")
                }
            }
            return batch
        }
        if batch.isLast { endExclusive() }
        return (operation, batch)
    }
}
