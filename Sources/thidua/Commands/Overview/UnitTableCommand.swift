import ArgumentParser
import Domain
import Operations

/// Shown by `thidua unit-table show`, and by `thidua report unit-table`.
struct UnitTableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit-table", abstract: "How all units stand in one table, and what changed between two days.",
        discussion: "Example: thidua unit-table show --province", subcommands: [ShowUnitTableCommand.self, CompareUnitTablesCommand.self])
}

struct ShowUnitTableCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "unit-table"
    static let example = "--province --as-of 2023-05-31"
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "How every unit stands, the worst first: of the province its units, of a unit what is below it.",
        discussion: """
            Example: thidua unit-table show --province --as-of 2023-05-31
            A day alone shows what was shown at its end, whatever was recorded since.
            """)

    @Option(help: "Code of the campaign; when absent the one that runs and has items there, else the one launched last.")
    var campaign: String?

    @Option(help: "As a past day showed it; today when absent.")
    var asOf: CivilDate?

    @Flag(help: "Counted now, however many units there are.")
    var live = false

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowUnitTable {
        ShowUnitTable(campaign: campaign, asOf: asOf, isLive: live)
    }
}

struct CompareUnitTablesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "unit-table-changes"
    static let example = "--province --from 2023-04-30 --to 2023-05-31"
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "What appeared, went and changed between two days of that table.",
        discussion: "Example: thidua unit-table compare --province --from 2023-04-30 --to 2023-05-31")

    @Option(help: "Code of the campaign; when absent the one that runs and has items there, else the one launched last.")
    var campaign: String?

    @Option(help: "The earlier day; the end of the reporting period before that of the later one when absent.")
    var from: CivilDate?

    @Option(help: "The later day; today when absent.")
    var to: CivilDate?

    @Flag(help: "Those units too that did not change.")
    var all = false

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> CompareUnitTables {
        CompareUnitTables(campaign: campaign, from: from, to: to, all: all)
    }
}
