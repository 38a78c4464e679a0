import ArgumentParser
import Domain
import Foundation
import Operations

struct JobCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract: "Jobs that the worker gave up after their last attempt, the daily reminders, and the count of all units.",
        discussion: "Example: thidua job list",
        subcommands: [ListDeadJobsCommand.self, ReplayJobCommand.self, RemindCommand.self, CountUnitsCommand.self])
}

/// What both need: the worker's own door.
struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    func withEntrance<R: Sendable>(_ body: (Entrance) async throws -> R) async throws -> R {
        let entrance = try Entrance(database: try CommandEnvironment.database(database), connections: 1, logger: CommandEnvironment.logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            return try await body(entrance)
        }
    }
}

struct ListDeadJobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists them, the oldest first.", discussion: "Example: thidua job list --output json")

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        let jobs = try await worker.withEntrance { entrance in try await DeadJobs().perform(at: entrance.worker) }
        CommandOutput.print(
            columns: ["Mã", "Loại", "Nơi nhận", "Số lần", "Ngày", "Lỗi"],
            rows: jobs.map {
                [$0.id.lowercased, $0.kind, $0.target, "\($0.attempts)", $0.recordedOn.vietnamese, $0.lastError]
            },
            json: .array(
                jobs.map {
                    [
                        "id": .string($0.id.lowercased), "kind": .string($0.kind), "target": .string($0.target),
                        "attempts": .integer($0.attempts), "recordedOn": .string($0.recordedOn.description),
                        "lastError": .string($0.lastError),
                    ]
                }), as: worker.output)
    }
}

struct ReplayJobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Gives one all its attempts again, once what killed it is mended.",
        discussion: "Example: thidua job replay 0189a3c2-7d00-7e3a-9c1e-4b1f0a2d6c55")

    @Argument(help: "Id of the job, from `thidua job list`.")
    var job: String

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        guard let id = UUID(uuidString: job) else {
            throw Problem.invalid("job", "phải là mã định danh (UUID); xem danh sách bằng: thidua job list")
        }
        try await worker.withEntrance { entrance in try await ReplayJob(id).perform(at: entrance.worker) }
        CommandOutput.print(columns: ["Mã", "Kết quả"], rows: [[job, "chờ thực hiện lại"]], json: ["id": .string(job)], as: worker.output)
    }
}

/// The worker that serves queues them each day by itself; this is for who runs `thidua work --once` by a clock of his own.
struct RemindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind", abstract: "Queues the reminders of the business day; the worker tells each cause once.",
        discussion: """
            Example: thidua job remind && thidua work --once
            Example: thidua job remind --again
            """)

    @Flag(help: "Once more, for what came up since; nobody is told twice.")
    var again = false

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        let queueing = QueueReminders(again: again)
        let isQueued = try await worker.withEntrance { entrance in try await queueing.perform(at: entrance.worker) }
        CommandOutput.print(
            columns: ["Kết quả"], rows: [[isQueued ? "đã xếp việc nhắc của ngày" : "việc nhắc của ngày đã được xếp trước đó"]],
            json: ["queued": .bool(isQueued)], as: worker.output)
    }
}

/// The worker that serves queues them by itself; this is for who runs `thidua work --once` by a clock of his own, or wants them now.
struct CountUnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count-units", abstract: "Queues the count of every unit for the table of units, and its comparison with the ledger.",
        discussion: """
            Example: thidua job count-units && thidua work --once
            Example: thidua job count-units --again
            """)

    @Flag(help: "Once more, whatever the hour.")
    var again = false

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        let queueing = QueueUnitDays(again: again)
        let queued = try await worker.withEntrance { entrance in try await queueing.perform(at: entrance.worker) }
        CommandOutput.print(
            columns: ["Việc đã xếp"], rows: [[VietnameseNumber.text(queued)]], json: ["queued": .integer(queued)], as: worker.output)
    }
}
