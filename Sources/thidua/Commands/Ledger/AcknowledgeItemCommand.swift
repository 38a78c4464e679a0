import ArgumentParser
import Domain
import Operations

struct AcknowledgeItemCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "The unit takes note of an item, once.",
        discussion: "Example: thidua item acknowledge 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AcknowledgeItem(item: item)
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
