public import FoundationEssentials
import Postgres

/// A job that failed so often that it waits for a person.
public struct DeadJob: Sendable, Hashable {
    public let id: UUID
    public let kind: String
    public let target: String
    public let attempts: Int
    /// Why it failed last; for whoever runs the service, not for officers.
    public let lastError: String
    public let recordedAt: Date
}

extension WorkerDoor {
    /// The dead, the oldest first.
    public func deadJobs() async throws -> [DeadJob] {
        try await query("SELECT id, kind, target, attempts, last_error, recorded_at FROM core.job_dead()").decode { row in
            DeadJob(
                id: try row.next(), kind: try row.next(), target: try row.next(), attempts: Int(try row.next(Int32.self)),
                lastError: try row.next(), recordedAt: try row.next())
        }
    }

    /// Gives a dead job all its attempts again. False: there is no such dead job.
    public func replay(_ job: UUID) async throws -> Bool {
        try await query("SELECT core.job_replay(\(job))").first { row in try row.next(Bool?.self) ?? false } ?? false
    }
}
