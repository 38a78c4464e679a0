import CLibPQ

extension ConnectionHandle {
    func sendScript(_ text: String) -> Bool { unsafe PQsendQuery(raw, text) == 1 }
}

extension Connection {
    /// Runs a text of many statements by the simple protocol: for the files of the schema, and for nothing else.
    ///
    /// The text takes no values and gives no rows. What reaches the server at the wish of a user never comes this way: only the extended
    /// protocol, with its one statement each, keeps a second statement from being slipped in. Outside a transaction the whole text is one.
    ///
    /// - Throws: the first error; ``PostgresError/position`` counts from the beginning of the whole text.
    public func script(_ text: String, deadline: Deadline? = nil) async throws(PostgresError) {
        guard !text.utf8.contains(0) else { throw PostgresError(.clientFailed, "the text of a script contains a NUL") }
        let operation = try begin(deadline: deadline, isWrite: false)
        try await interruptible(operation) { operation throws(PostgresError) in
            guard !handle.isPipelining || handle.exitPipeline() else { throw lost(operation) }
            guard handle.sendScript(text) else { throw lost(operation) }
            operation.isQueued = true
            var refusal: PostgresError?
            while let result = try nextResult(&operation) {
                switch result.status {
                case PGRES_FATAL_ERROR:
                    let error = failure(result, operation, index: nil)
                    if error.endsConnection { throw lost(operation, because: error) }
                    refusal = refusal ?? error
                case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                    throw outOfStep("COPY inside a script; use copyIn or copyOut")
                default:
                    continue
                }
            }
            if let refusal { throw refusal }
        }
    }
}
