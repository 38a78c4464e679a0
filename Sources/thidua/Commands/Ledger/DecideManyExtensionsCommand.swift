import ArgumentParser
import Domain
import Operations

struct DecideManyExtensionsCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "decide-many", abstract: "Grants or refuses the requests of many items at once, all or none.",
        discussion: """
            Example: thidua extension decide-many 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 --grant \
            --number 88/UBND-TH --dry-run --province
            """)

    @Flag(help: "What is decided.")
    var outcome: DecideExtensionCommand.Outcome

    @Option(help: "The new date of each; the wished one when absent.")
    var due: CivilDate?

    @Option(help: "Number and symbol of the deciding paper.")
    var number: String

    @Option(help: "Who issued that paper; the assigner when absent.")
    var issuer = ""

    @Option(help: "Date of that paper; today when absent.")
    var date: CivilDate?

    @Option(help: "Why; needed to refuse.")
    var reason = ""

    @OptionGroup var many: ManyItemsOptions

    func validate() throws {
        if many.items.isEmpty { throw ValidationError("items: ghi mã định danh của ít nhất một nhiệm vụ") }
    }

    func run() async throws {
        guard let first = many.items.first else { return }
        var deciding = DecideExtension(
            item: first, isGranted: outcome == .grant, dueOn: due, decidedOn: date, documentNumber: number, reason: reason)
        deciding.documentIssuer = issuer
        try await many.decide(.time(deciding))
    }
}
