import ArgumentParser
import Domain
import Operations

struct AddOccurrencesCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "add-occurrences", abstract: "The assigner sets further deadlines of a periodic item, beforehand.",
        discussion: """
            Example: thidua item add-occurrences 01890a5d-ac96-774b-bcce-b302099a8057 --every month --first 2023-07-25 --last 2023-12-25 --province
            A deadline that stands is never taken back. What is delivered for one names it: thidua item report … --occurrence 2023-07-25
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var periodic: OccurrenceOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = AddOccurrences(item: item, days: periodic.occurrence, recurrence: periodic.recurrence)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.item
        }
    }
}
