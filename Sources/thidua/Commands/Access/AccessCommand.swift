import ArgumentParser

struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Who may do what, and why.", subcommands: [ExplainAccessCommand.self])
}
