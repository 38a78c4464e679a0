import ArgumentParser
import Domain

/// A command that acts for an officer, by his token and through the same door as HTTP.
protocol OfficerCommand: AsyncParsableCommand {
    /// What it asks of the policy. Every one says so: the tests hold it against the table, and refuse a command that takes a token and
    /// declares nothing.
    static var asks: Deed { get }
}

/// A command on its run.
enum CommandRun {
    /// What the command asks; its entry says it at the door, where an API token that may not do it is refused.
    @TaskLocal static var deed: Deed?

    static func run(_ command: any AsyncParsableCommand) async throws {
        let deed = (command as? any OfficerCommand).map { type(of: $0).asks }
        try await $deed.withValue(deed) {
            var running = command
            try await running.run()
        }
    }
}
