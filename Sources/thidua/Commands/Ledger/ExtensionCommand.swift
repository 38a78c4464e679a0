import ArgumentParser

struct ExtensionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extension", abstract: "More time for an item: asked by its doer, decided by its assigner.",
        discussion: "Example: thidua extension list --province",
        subcommands: [ListExtensionsCommand.self, AskExtensionCommand.self, DecideExtensionCommand.self, DecideManyExtensionsCommand.self])
}
