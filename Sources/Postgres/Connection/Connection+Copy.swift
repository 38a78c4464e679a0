import CLibPQ

extension Connection {
    /// `COPY … FROM STDIN`: sends what `next` returns until it returns nil, and returns the number of rows stored.
    ///
    /// If `next` throws, the server is told, stores nothing, and the error comes back as ``PostgresError/underlying`` of a
    /// ``PostgresError/Code/clientFailed`` (a ``PostgresError`` as it is). `next` runs in the caller's isolation.
    public nonisolated func copyIn(
        _ sql: SQL, deadline: Deadline? = nil, next: () async throws -> [UInt8]?
    ) async throws(PostgresError) -> Int {
        var operation = try await beginExclusive(sql, deadline: deadline)
        operation = try await startCopy(operation, PGRES_COPY_IN)
        while true {
            let chunk: [UInt8]?
            do {
                chunk = try await next()
            } catch {
                await failCopyIn(operation)
                throw error as? PostgresError ?? PostgresError(.clientFailed, "the source of a COPY failed", underlying: error)
            }
            guard let chunk else { break }
            operation = try await put(chunk, operation)
        }
        return try await finishCopyIn(operation)
    }

    /// `COPY … TO STDOUT`: hands over the data as it comes, about a row at a time.
    ///
    /// If `chunk` throws, the COPY is cancelled and the error comes back as for ``copyIn(_:deadline:next:)``.
    public nonisolated func copyOut(
        _ sql: SQL, deadline: Deadline? = nil, chunk: ([UInt8]) async throws -> Void
    ) async throws(PostgresError) {
        var operation = try await beginExclusive(sql, deadline: deadline)
        operation = try await startCopy(operation, PGRES_COPY_OUT)
        while true {
            let data: CopyBatch
            (operation, data) = try await nextCopyData(operation)
            do {
                if !data.bytes.isEmpty { try await chunk(data.bytes) }
            } catch {
                await abandon(operation)
                throw error as? PostgresError ?? PostgresError(.clientFailed, "the reader of a COPY failed", underlying: error)
            }
            if data.isLast { return }
        }
    }

    private func startCopy(_ operation: Operation, _ expected: ExecStatusType) async throws(PostgresError) -> Operation {
        try await exclusiveStep(operation) { operation throws(PostgresError) in
            guard let result = try nextResult(&operation) else { throw lost(operation) }
            if result.status == PGRES_FATAL_ERROR { throw failure(result, operation, index: nil) }
            guard result.status == expected else {
                throw PostgresError(.protocolViolation, "the statement is not a COPY of this direction")
            }
        }.0
    }

    // MARK: - In

    private func put(_ chunk: [UInt8], _ operation: Operation) async throws(PostgresError) -> Operation {
        try await exclusiveStep(operation) { operation throws(PostgresError) in
            // libpq takes lengths as Int32; pieces also let the deadline be looked at in between.
            var rest = chunk[...]
            while !rest.isEmpty {
                let piece = rest.prefix(1 << 20)
                while true {
                    let taken = handle.putCopyData(Array(piece))
                    if taken == 1 { break }
                    guard taken == 0 else { throw lost(operation) }
                    try pump(&operation)
                }
                rest = rest.dropFirst(piece.count)
            }
            try flush(&operation)
        }.0
    }

    private func finishCopyIn(_ operation: Operation) async throws(PostgresError) -> Int {
        let rows = try await exclusiveStep(operation) { operation throws(PostgresError) in
            try endCopyIn(failure: nil, &operation)
        }.1
        endExclusive()
        return rows
    }

    private func failCopyIn(_ operation: Operation) {
        var draining = Operation(id: 0, deadline: .after(configuration.cancellationGrace), isWrite: false)
        do throws(PostgresError) {
            _ = try endCopyIn(failure: "the source of the data failed", &draining)
        } catch {
            // The server's answer to a failure we told it ourselves says nothing new.
            if error.code != .server { drop() }
        }
        abandon(operation)
    }

    private func endCopyIn(failure message: String?, _ operation: inout Operation) throws(PostgresError) -> Int {
        while true {
            let taken = handle.putCopyEnd(failure: message)
            if taken == 1 { break }
            guard taken == 0 else { throw lost(operation) }
            try pump(&operation)
        }
        var rows = 0
        var refusal: PostgresError?
        while let result = try nextResult(&operation) {
            if result.status == PGRES_FATAL_ERROR { refusal = failure(result, operation, index: nil) } else { rows = result.affected }
        }
        if let refusal { throw refusal }
        return rows
    }

    /// Until the buffer is empty, so that memory does not grow when the server is slower than the source.
    private func flush(_ operation: inout Operation) throws(PostgresError) {
        while true {
            let flushed = handle.flush()
            guard flushed >= 0 else { throw lost(operation) }
            if flushed == 0 { return }
            try pump(&operation)
        }
    }

    // MARK: - Out

    private struct CopyBatch: Sendable {
        var bytes: [UInt8] = []
        var isLast = false
    }

    private func nextCopyData(_ operation: Operation) async throws(PostgresError) -> (Operation, CopyBatch) {
        let (operation, batch) = try await exclusiveStep(operation) { operation throws(PostgresError) in
            var batch = CopyBatch()
            // Rows are small: several at once save switches between threads.
            while batch.bytes.count < 1 << 16 {
                switch handle.copyData() {
                case .bytes(let bytes): batch.bytes += bytes
                case .wait:
                    if !batch.bytes.isEmpty { return batch }
                    try pump(&operation)
                case .failed: throw lost(operation)
                case .end:
                    batch.isLast = true
                    var refusal: PostgresError?
                    while let result = try nextResult(&operation) {
                        if result.status == PGRES_FATAL_ERROR { refusal = failure(result, operation, index: nil) }
                    }
                    if let refusal { throw refusal }
                    return batch
                }
            }
            return batch
        }
        if batch.isLast { endExclusive() }
        return (operation, batch)
    }
}
