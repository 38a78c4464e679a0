import ArgumentParser
import Operations

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database to what sql/ says: forward only, one transaction a step.",
        discussion: "Example: DATABASE_URL=postgresql:///thidua?host=/run/postgresql thidua migrate")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.desk().migrate { print($0) }
    }
}
