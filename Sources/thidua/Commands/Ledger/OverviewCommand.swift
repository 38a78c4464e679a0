import ArgumentParser
import Documents
import Domain
import Operations

struct OverviewCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "overview"
    static let example = "--province --campaign KH-77-2023"
    static let configuration = CommandConfiguration(
        commandName: "overview", abstract: "How every unit stands: of the province its units, of a unit its sub-units.",
        discussion: """
            Example: thidua overview --province --campaign KH-77-2023 --as-of 2023-09-30
            One day alone shows what was shown at its end, whatever was recorded since.
            """)

    @Option(help: "Code of the campaign; all items when absent.")
    var campaign: String?

    @OptionGroup var moment: LedgerMomentOptions
    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowOverview {
        ShowOverview(campaign: campaign, moment: moment.moment)
    }

    /// With their sum; of a unit, that of what is below it.
    func run() async throws {
        let there = try entry()
        let (units, total) = try await options.read(there) { (tx: borrowing TenantTransaction) in
            let units = try await listing(in: tx).allRows(in: tx)
            return (units, try await ShowOverview.total(of: units, in: tx))
        }
        CommandOutput.print(
            columns: LedgerTables.overviewColumns, cells: LedgerTables.rows(units, total: total, isWide: ledger.province),
            json: LedgerCountsJSON.overview(units, total: total), as: options.output)
    }
}
