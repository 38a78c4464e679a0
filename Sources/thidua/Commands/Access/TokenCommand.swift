import ArgumentParser

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "One's own sessions, and API tokens for programs.",
        subcommands: [ListTokensCommand.self, CreateTokenCommand.self, EndTokenCommand.self])
}
