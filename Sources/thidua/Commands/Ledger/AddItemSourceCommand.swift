import ArgumentParser
import Domain
import Operations

struct AddItemSourceCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "add-source", abstract: "The assigner names a further paper that orders the same item.",
        discussion: """
            Example: thidua item add-source 01890a5d-ac96-774b-bcce-b302099a8057 --directive 01890a5d-ac96-774b-bcce-b302099a8058 \
            --clause 'Mục II.3' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Id of the paper, from `thidua directive list`.")
    var directive: Directive.ID

    @Option(help: "Where in the paper.")
    var clause: String

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = AddItemSource(item: item, source: AssignItem.Source(directive: directive, clause: clause))
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.item
        }
    }
}
