import ArgumentParser
import Domain
import Operations

struct AskExtensionCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "The unit asks for more time, before the due date.",
        discussion: """
            Example: thidua extension ask 01890a5d-ac96-774b-bcce-b302099a8057 --due 2023-07-15 --number 45/SNV-VP \
            --reason 'Chờ ý kiến của Bộ Nội vụ'
            One request at a time. It holds when it is asked and decided no later than the due date.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "The wished date.")
    var due: CivilDate

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number and symbol of the paper that asks.")
    var number = ""

    @Option(help: "Who issued that paper.")
    var issuer = ""

    @Option(help: "Date of that paper; today when absent.")
    var date: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        var asking = AskExtension(item: item, dueOn: due, reason: reason, documentNumber: number, askedOn: date)
        asking.documentIssuer = issuer
        let act = asking
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
