import ArgumentParser
import Domain
import Operations

struct LedgerSheetCommand: FileWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Writes the ledger as a spreadsheet: assignments, dates, targets, progress, rulings and papers.",
        discussion: """
            Example: thidua ledger sheet so-theo-doi.xlsx --province --campaign KH-77-2023
            A name that ends in .xlsx makes a workbook, which also has the history of each item; any other is CSV. At most 20,000 items.
            `thidua ledger import` reads it again and changes nothing.
            """)

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @OptionGroup var filter: ItemFilterOptions
    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await ExportLedger(try await filter.filter(on: nil, in: tx), as: .named(file)).perform(in: tx)
    }
}

struct LedgerTemplateCommand: FileWritingCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Writes an empty ledger to be filled in.",
        discussion: """
            Example: thidua ledger template mau.xlsx --campaign KH-77-2023
            A name that ends in .xlsx makes a workbook with instructions and every list of codes; any other is CSV with the heading alone.
            """)

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Option(help: "Code of the campaign whose contents are listed.")
    var campaign: String?

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await LedgerTemplate(as: .named(file), campaign: campaign).perform(in: tx)
    }
}

extension LedgerFileFormat {
    /// What a file of that name is.
    static func named(_ file: String) -> LedgerFileFormat { file.lowercased().hasSuffix(".xlsx") ? .xlsx : .csv }
}
