import ArgumentParser
import Domain
import Logging
import Operations
import Server

/// Works off the jobs that officers' acts have queued; `serve` does the same beside serving.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Works off queued jobs: launches on their way to units, reminders, messages; and seals the audit.",
        discussion: """
            Example: thidua work --once
            May be killed at any time and run beside others: nothing is done twice.
            THIDUA_SENDMAIL (/usr/sbin/sendmail when absent), THIDUA_MAIL_FROM and THIDUA_PUBLIC_URL say how notices go out by e-mail;
            THIDUA_WEBHOOK_PRIVATE=yes lets webhooks lead into private networks.
            """)

    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Flag(exclusivity: .exclusive, help: "Until nothing is due, or until told to stop.")
    var mode = Mode.once

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    enum Mode: String, EnumerableFlag {
        case once, watch
    }

    func run() async throws {
        var logger = CommandEnvironment.logger
        logger.logLevel = .notice
        let url = try CommandEnvironment.database(database)
        _ = try await CheckSchema(database: url, home: CommandEnvironment.home, logger: logger).perform()
        let entrance = try Entrance(database: url, connections: 1, logger: logger)
        guard mode == .once else { return try await runWorker(entrance, logger: logger) }

        let worker = Worker(entrance.worker, logger: logger)
        let sealer = AuditSealer(entrance.worker, logger: logger)
        let (tally, sealed) = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            return (try await worker.runOnce(), try await sealer.sealAll())
        }
        CommandOutput.print(
            columns: ["Đã xong", "Lỗi", "Do tiến trình khác làm", "Dòng nhật ký niêm phong"],
            rows: [["\(tally.done)", "\(tally.failed)", "\(tally.lost)", "\(sealed)"]],
            json: [
                "done": .integer(tally.done), "failed": .integer(tally.failed), "lost": .integer(tally.lost), "sealed": .integer(sealed),
            ], as: output)
        if tally.failed > 0 { throw ExitCode(1) }
    }
}
