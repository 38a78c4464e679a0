public import Domain
public import FoundationEssentials
public import Storage

/// What the worker gave up, for whoever runs the service.
public struct DeadJobs: Sendable {
    public init() {}

    public struct Entry: Sendable, Hashable {
        public let id: UUID
        public let kind: String
        public let target: String
        public let attempts: Int
        public let lastError: String
        public let recordedOn: CivilDate
    }

    public func perform(at door: WorkerDoor) async throws -> [Entry] {
        try await door.deadJobs().map { job in
            Entry(
                id: job.id, kind: job.kind, target: job.target, attempts: job.attempts, lastError: job.lastError,
                recordedOn: CivilDate(atSecondsSince1970: Int64(job.recordedAt.timeIntervalSince1970)))
        }
    }
}

/// Gives a dead job all its attempts again, once what killed it is mended.
public struct ReplayJob: Sendable {
    public var job: UUID

    public init(_ job: UUID) {
        self.job = job
    }

    public func perform(at door: WorkerDoor) async throws {
        guard try await door.replay(job) else {
            throw Problem(
                .notFound, "no-such-dead-job", "Không có công việc nền đã dừng hẳn với mã này. Xem danh sách bằng: thidua job list.")
        }
    }
}

/// Queues the reminders of the business day (A67): once a day by itself, by the worker that serves; again as often as one likes, which tells
/// nobody twice.
public struct QueueReminders: Sendable {
    public var again: Bool

    public init(again: Bool = false) {
        self.again = again
    }

    /// False: those of the day are queued already.
    public func perform(at door: WorkerDoor) async throws -> Bool {
        try await door.queueReminders(again: again)
    }
}
