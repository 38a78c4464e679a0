import Logging
import Postgres

extension Connection {
    /// One transaction that waits only shortly for locks, so that the province's writers never queue up behind it, and tries again.
    ///
    /// `body` may run several times. What it throws is thrown after the rollback.
    nonisolated func patientTransaction<R: Sendable>(logger: Logger, attempts: Int = 10, _ body: () async throws -> R) async throws -> R {
        var attempt = 1
        while true {
            do {
                _ = try await pipeline(["BEGIN", "SET LOCAL lock_timeout = '2s'"])
                let result = try await body()
                _ = try await pipeline(["COMMIT"], isWrite: true)
                return result
            } catch {
                // The first error is what went wrong; where the rollback fails too, the connection is gone and with it the transaction.
                _ = try? await pipeline(["ROLLBACK"])
                guard let refusal = error as? PostgresError, refusal.lostARace, attempt < attempts else { throw error }
                logger.notice("waiting for a lock of the database", metadata: ["attempt": "\(attempt)"])
                try await Task.sleep(for: .milliseconds(100 << min(attempt, 6)))
                attempt += 1
            }
        }
    }
}

extension PostgresError {
    /// A lock timeout, a deadlock or a serialization failure: the same again may succeed.
    var lostARace: Bool {
        ["55P03", "40P01", "40001"].contains(sqlState)
    }
}
