import ArgumentParser
import Operations

/// What every command of the operator takes.
struct OperatorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Database address without user and password; DATABASE_URL when absent.", valueName: "url"))
    var database: String?

    @Option(help: "How the answer is printed.")
    var output: OutputFormat = .table

    func desk() throws -> OperatorDesk {
        try OperatorDesk(
            database: try CommandEnvironment.database(database), home: CommandEnvironment.home, logger: CommandEnvironment.logger)
    }
}
