import ArgumentParser

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Ledger files: what a review is judged on.", subcommands: [ExportLedgerCommand.self])
}
