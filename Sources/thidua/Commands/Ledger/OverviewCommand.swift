import ArgumentParser
import Documents
import Domain
import Operations

struct OverviewCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
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

    func run() async throws {
        let showing = ShowOverview(campaign: campaign, moment: moment.moment)
        let entry = try ledger.entry()
        let overview = try await ledger.officer.read(entry) { (tx: borrowing TenantTransaction) in
            let overview = try await showing.perform(in: tx)
            if overview.total.items == 0 { try await CheckFilter(LedgerFilter(campaign: campaign)).perform(in: tx) }
            return overview
        }
        CommandOutput.print(
            columns: LedgerTables.overviewColumns, rows: LedgerTables.rows(overview.units, total: overview.total),
            json: LedgerCountsJSON.overview(overview.units, total: overview.total), as: ledger.officer.output)
    }
}
