import ArgumentParser
import Domain
import Operations

struct AssignItemCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Gives one item: the Office to a unit, a unit to one of its sub-units.",
        discussion: """
            Example: thidua item assign --province --lead dept_snv --coordinator dept_stc --title 'Tham mưu ban hành quy chế làm việc' \
            --sector NV --due-words 'trước ngày 30/6/2023' --submit-to 'UBND tỉnh'
            Units asked to co-ordinate get an item of their own. With --target it is a target, else a task.
            """)

    @OptionGroup var entered: AssignmentOptions

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = entered.item
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}
