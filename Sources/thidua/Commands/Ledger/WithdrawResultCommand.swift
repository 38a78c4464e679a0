import ArgumentParser
import Domain
import Operations

struct WithdrawResultCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "The unit takes its result back before anybody has judged it.",
        discussion: "Example: thidua item withdraw 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Nhầm số liệu'")

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = WithdrawResult(item: item, reason: reason)
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
