import CLibPQ
import Glibc
import Synchronization

extension Connection {
    /// Connects on the connection's own thread. Name resolution may block there; everything else is waited for in `poll`.
    func connect() async throws(PostgresError) {
        ConnectionEnvironment.clear()
        let deadline = Deadline.after(configuration.connectTimeout * max(configuration.hosts.count, 1))
        let operation = Operation(id: .max, deadline: deadline, isWrite: false)
        try await interruptible(operation) { operation throws(PostgresError) in
            do throws(PostgresError) {
                try negotiate(operation)
            } catch {
                drop()
                throw error
            }
        }
        watchSocket()
    }

    private func negotiate(_ operation: Operation) throws(PostgresError) {
        handle.start(configuration.keywordsAndValues)
        receiveNotices()
        guard handle.isStarted else { throw refused() }
        // As if PQconnectPoll had asked for writing, says the manual.
        var events = Int16(POLLOUT)
        while true {
            // The socket may be another one after each step: libpq goes from address to address.
            let ready = Poll.wait(socket: handle.socket, events: events, wake: thread.pipe.readEnd, until: operation.deadline)
            if ready == .timeout {
                throw PostgresError(.connectionFailed, "no connection to \(configuration) within \(configuration.connectTimeout)")
            }
            if ready.contains(.wake) {
                thread.pipe.drain()
                guard cancelledOperation.load(ordering: .acquiring) != operation.id else {
                    throw PostgresError(.cancelled, "the task was cancelled while connecting")
                }
            }
            guard ready.contains(.socket) else { continue }
            switch handle.pollConnect() {
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            case PGRES_POLLING_OK:
                guard handle.becomeReady(), handle.enterPipeline() else { throw refused() }
                return
            default: throw refused()
            }
        }
    }

    private func refused() -> PostgresError {
        PostgresError(.connectionFailed, handle.errorMessage)
    }
}
