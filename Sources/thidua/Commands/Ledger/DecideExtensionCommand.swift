import ArgumentParser
import Domain
import Operations

struct DecideExtensionCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "The assigner grants or refuses the request that waits.",
        discussion: """
            Example: thidua extension decide 01890a5d-ac96-774b-bcce-b302099a8057 --grant --due 2023-07-10 --number 88/UBND-TH --province
            Example: thidua extension decide 01890a5d-ac96-774b-bcce-b302099a8057 --refuse --number 89/UBND-TH --reason 'Đã đủ thời gian' \
            --province
            After the fact only the Chairman grants (--post-facto), with or without a request; what came before him undecided he grants without it.
            """)

    enum Outcome: String, EnumerableFlag {
        case grant, refuse
    }

    @Argument(help: "Id of the item, from `thidua extension list` or `thidua item list`.")
    var item: WorkItem.ID

    @Flag(help: "What is decided.")
    var outcome: Outcome

    @Option(help: "The new date; the wished one when absent.")
    var due: CivilDate?

    @Flag(help: "Signed by the Chairman although the date has passed.")
    var postFacto = false

    @Option(help: "Number and symbol of the deciding paper.")
    var number: String

    @Option(help: "Who issued that paper; the assigner when absent.")
    var issuer = ""

    @Option(help: "Date of that paper; today when absent.")
    var date: CivilDate?

    @Option(help: "Why; needed to refuse.")
    var reason = ""

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        var deciding = DecideExtension(
            item: item, isGranted: outcome == .grant, dueOn: due, isPostFacto: postFacto, decidedOn: date, documentNumber: number,
            reason: reason)
        deciding.documentIssuer = issuer
        let act = deciding
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
