import ArgumentParser

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Whole ledgers: as the file that a review is judged on, and as spreadsheets.",
        subcommands: [
            ExportLedgerCommand.self, LedgerSheetCommand.self, LedgerTemplateCommand.self, ImportLedgerCommand.self,
        ])
}
