import ArgumentParser

struct DirectiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directive", abstract: "The papers that order work.",
        discussion: "Example: thidua directive list --output csv",
        subcommands: [EnterDirectiveCommand.self, ListDirectivesCommand.self, AttachDirectiveFileCommand.self])
}
