public import Logging

/// Notifications of some channels, over a connection of its own that is opened again whenever it breaks.
///
/// ``run()`` must run while ``events`` are read; both belong into one service:
///
/// ```swift
/// for await event in listener.events { await poll() }
/// ```
public final class Listener: Sendable {
    public enum Event: Sendable, Hashable {
        /// Listening begins, for the first time or again. Anything may have been missed before: look first.
        case reconnected
        case notification(Notification)
    }

    private let configuration: ConnectionConfiguration
    private let channels: [Identifier]
    private let logger: Logger
    /// For one reader. If it falls behind by more than 1,024 the oldest are dropped, which is no loss for one who reads a notification as a
    /// hint to look.
    public let events: AsyncStream<Event>
    private let sink: AsyncStream<Event>.Continuation

    public init(_ configuration: ConnectionConfiguration, channels: [Identifier], logger: Logger) {
        self.configuration = configuration
        self.channels = channels
        self.logger = logger
        (events, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1_024))
    }

    /// Listens until the task is cancelled; then ``events`` ends.
    public func run() async {
        defer { sink.finish() }
        var failures = 0
        while !Task.isCancelled {
            do {
                let connection = try await Connection.open(configuration, logger: logger)
                do {
                    try await listen(on: connection) { failures = 0 }
                } catch {
                    await connection.close()
                    throw error
                }
            } catch {
                guard !Task.isCancelled else { return }
                failures += 1
                logger.debug("listening was interrupted", metadata: ["error": "\(error)", "failures": "\(failures)"])
                // From 100 ms on, doubling, at most 6.4 s.
                try? await Task.sleep(for: .milliseconds(100) * (1 << min(failures - 1, 6)))
            }
        }
    }

    private func listen(on connection: Connection, started: () -> Void) async throws(PostgresError) {
        try await connection.listen(to: channels, deadline: .after(configuration.connectTimeout))
        started()
        sink.yield(.reconnected)
        while true {
            let notifications = try await connection.notifications(until: .after(Self.heartbeat))
            for notification in notifications { sink.yield(.notification(notification)) }
            // A peer that vanished without a word would leave us waiting for ever.
            if notifications.isEmpty { _ = try await connection.query("SELECT 1", deadline: .after(configuration.connectTimeout)) }
        }
    }

    /// How long silence is believed.
    private static let heartbeat = Duration.seconds(30)
}
