import ArgumentParser
import Documents
import Domain
import Operations

struct ListItemsCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
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

    func run() async throws {
        let entry = try ledger.entry()
        let entries = try await ledger.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var list = ListItems(filter: try await filter.filter(on: moment.asOf, in: tx), moment: moment.moment)
                var entries: [LedgerEntry] = []
                repeat {
                    list.limit = min(200, limit.map { $0 - entries.count } ?? 200)
                    let page = try await list.perform(in: tx)
                    entries += page.entries
                    list.after = page.next
                } while list.after != nil && limit.map({ entries.count < $0 }) ?? true
                if entries.isEmpty { try await CheckFilter(list.filter).perform(in: tx) }
                return entries
            }
        }
        CommandOutput.print(
            columns: ItemOutput.columns, rows: entries.map(ItemOutput.row), json: .array(entries.map(ItemJSON.value)),
            as: ledger.officer.output)
    }
}
