import Glibc
import Logging
import Synchronization

/// Waiting for the server: the only place that blocks.
extension Connection {
    /// The next result, nil at the end of a command. Blocks until it is there.
    func nextResult(_ operation: inout Operation) throws(PostgresError) -> ResultHandle? {
        while handle.isBusy { try pump(&operation) }
        return handle.nextResult()
    }

    /// Sends what is still to be sent and reads what has come; blocks until one of both was possible, or the operation is interrupted.
    func pump(_ operation: inout Operation) throws(PostgresError) {
        let flushed = handle.flush()
        guard flushed >= 0 else { throw lost(operation) }
        if flushed == 0, operation.isQueued { operation.isSent = true }
        // While the socket is full the server may be waiting for us to read: wait for both directions, or both sides block for ever.
        let events = Int16(POLLIN) | (flushed == 1 ? Int16(POLLOUT) : 0)
        let ready = Poll.wait(socket: handle.socket, events: events, wake: thread.pipe.readEnd, until: operation.wakes)
        if ready.contains(.wake) {
            thread.pipe.drain()
            if cancelledOperation.load(ordering: .acquiring) == operation.id { try interrupt(&operation, .cancelled) }
        }
        if ready == .timeout { try expire(&operation) }
        if ready.contains(.socket), !handle.consumeInput() { throw lost(operation) }
    }

    /// What other sessions sent; blocks until there is something, the deadline passes or the task is cancelled.
    func waitForNotifications(id: UInt64, until deadline: Deadline) throws(PostgresError) -> [Notification] {
        var found: [Notification] = []
        while true {
            while let notification = handle.nextNotification() { found.append(notification) }
            guard found.isEmpty, !deadline.hasPassed else { return found }
            let ready = Poll.wait(socket: handle.socket, events: Int16(POLLIN), wake: thread.pipe.readEnd, until: deadline)
            if ready.contains(.wake) {
                thread.pipe.drain()
                if cancelledOperation.load(ordering: .acquiring) == id { throw PostgresError(.cancelled, "the task was cancelled") }
            }
            if ready.contains(.socket), !handle.consumeInput() {
                throw lost(Operation(id: id, deadline: deadline, isWrite: false))
            }
        }
    }

    private func expire(_ operation: inout Operation) throws(PostgresError) {
        guard let interruption = operation.interruption else { return try interrupt(&operation, .deadlineExceeded) }
        if operation.nextRequest != nil, operation.grace.map({ !$0.hasPassed }) ?? false { return requestCancel(&operation) }
        drop()
        if operation.isWrite && operation.isSent {
            throw PostgresError(.commitUnknown, "no verdict of the commit came in time")
        }
        throw PostgresError(interruption, "the server did not answer the cancel request in time")
    }

    private func interrupt(_ operation: inout Operation, _ reason: PostgresError.Code) throws(PostgresError) {
        guard operation.interruption == nil else { return }
        if operation.isWrite {
            // The commit is on its way: whoever asked must learn what became of it.
            guard reason == .deadlineExceeded else { return }
            guard operation.isSent else {
                drop()
                throw PostgresError(reason, "the statements could not be sent in time")
            }
        }
        operation.interruption = reason
        operation.grace = .after(configuration.cancellationGrace)
        if !operation.isWrite { requestCancel(&operation) }
    }

    /// Asks the server to cancel what runs, and is due again while no answer has come: a backend forgets a request that reaches it between
    /// two commands of a pipeline, and would go on with the next. None can hit a later operation: each has reached the backend when it
    /// returns, and what is sent afterwards is read with an empty hand.
    func requestCancel(_ operation: inout Operation) {
        if let failure = handle.cancel() {
            logger.debug("a cancel request was not delivered", metadata: ["reason": "\(failure)"])
        }
        let again = Deadline.after(.milliseconds(100))
        operation.nextRequest = operation.grace.map { min(again, $0) } ?? again
    }

    /// The connection broke. Whether a commit happened is unknown once it was sent.
    func lost(_ operation: Operation, because cause: PostgresError? = nil) -> PostgresError {
        let message = handle.errorMessage
        drop()
        // An error from the server is a verdict: the transaction was rolled back.
        let unknown = operation.isWrite && operation.isSent && cause == nil
        return PostgresError(unknown ? .commitUnknown : .connectionLost, cause?.message ?? message, underlying: cause)
    }

    /// libpq and this client disagree about what comes next; the connection cannot be used any more.
    func outOfStep(_ message: String) -> PostgresError {
        drop()
        return PostgresError(.protocolViolation, message)
    }

    /// An error in answer to our own cancel request is reported as what caused that request.
    func failure(_ result: borrowing ResultHandle, _ operation: Operation, index: Int?) -> PostgresError {
        let error = PostgresError.server(result).with { $0.statementIndex = index }
        guard let interruption = operation.interruption, error.sqlState == "57014" else { return error }
        let message = interruption == .cancelled ? "the task was cancelled" : "the deadline passed"
        return PostgresError(interruption, message, underlying: error).with { $0.statementIndex = index }
    }
}
