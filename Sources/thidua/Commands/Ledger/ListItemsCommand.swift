import ArgumentParser
import Domain
import Operations

struct ListItemsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "items"
    static let example = "--province --timeliness overdue"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Items by due date; those without one come last.",
        discussion: """
            Example: thidua item list --tenant district_101 --timeliness overdue --campaign KH-77-2023 --output csv
            The own unit when neither --tenant nor --province is named.
            """)

    @OptionGroup var filter: ItemFilterOptions
    @OptionGroup var moment: LedgerMomentOptions

    @Option(help: "At most so many; all when absent.")
    var limit: Int?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit: ghi số từ 1 trở lên") }
    }

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> LimitedList<ListItems> {
        let list = ListItems(filter: try await filter.filter(on: moment.asOf, in: tx), moment: moment.moment)
        return LimitedList(list, most: limit)
    }
}
