import ArgumentParser
import Documents
import Domain
import Operations

struct CountItemsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "item-counts"
    static let example = "--by content --campaign KH-77-2023"
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "The same items counted by one thing.",
        discussion: "Example: thidua item count --by content --campaign KH-77-2023 --as-of 2023-09-30")

    @Option(help: "By what they are counted.")
    var by = LedgerGrouping.timeliness

    @OptionGroup var filter: ItemFilterOptions
    @OptionGroup var moment: LedgerMomentOptions
    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> CountItems {
        CountItems(by: by, filter: try await filter.filter(on: moment.asOf, in: tx), moment: moment.moment)
    }

    /// With their sum.
    func run() async throws {
        let there = try entry()
        let groups = try await options.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).allRows(in: tx) }
        CommandOutput.print(
            columns: LedgerTables.groupColumns,
            cells: groups.map { LedgerTables.row($0, by: by) } + [LedgerTables.total(of: groups)],
            json: .array(groups.map(LedgerCountsJSON.group)), as: options.output)
    }
}
