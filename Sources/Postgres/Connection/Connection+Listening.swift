extension Connection {
    /// Begins to listen on these channels.
    func listen(to channels: [Identifier], deadline: Deadline) async throws(PostgresError) {
        _ = try await pipeline(channels.map { "LISTEN \(identifier: $0)" }, deadline: deadline)
    }

    /// Blocks the connection's thread until a notification is there, or returns none at the deadline.
    func notifications(until deadline: Deadline) async throws(PostgresError) -> [Notification] {
        let operation = try begin(deadline: nil, isWrite: false)
        let id = operation.id
        return try await interruptible(operation) { _ throws(PostgresError) in
            try waitForNotifications(id: id, until: deadline)
        }
    }
}
