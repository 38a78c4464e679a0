import ArgumentParser

struct DemonstrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "A demonstration: a province with its units, officers, items and what became of them.",
        subcommands: [LoadDemonstrationCommand.self, ListDemonstrationAccountsCommand.self])
}
