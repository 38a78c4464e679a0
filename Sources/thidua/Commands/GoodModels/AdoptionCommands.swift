import ArgumentParser
import Documents
import Domain
import Operations

struct RecordAdoptionCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Records that the unit adopts what was spread, then what came of it.",
        discussion: """
            Example: thidua good-model adopt 01890a5d-ac96-774b-bcce-b302099a8057 --words 'Áp dụng tại bộ phận một cửa'
            Example: thidua good-model adopt 01890a5d-ac96-774b-bcce-b302099a8057 --step report --words 'Bớt đi lại' --amount 120 --amount-unit 'lượt'
            """)

    @Argument(help: "Id of the model, from `thidua good-model list`.")
    var model: GoodModel.ID

    @Option(help: "adopt, or report what came of it.")
    var step = GoodModelAdoption.Step.adopt

    @Option(help: "Id of the sub-unit that adopts it; what the post reaches as a whole when absent.")
    var unit: SubUnit.ID?

    @Option(help: "Its day; today when absent.")
    var on: CivilDate?

    @Option(help: "How it is done there, or what came of it.")
    var words: String

    @Option(help: "With report: a figure, as 7.5; with --amount-unit.")
    var amount: String?

    @Option(help: "What the figure counts.")
    var amountUnit = ""

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if let amount, Quantity(amount) == nil { throw ValidationError("--amount: a number, as 7.5") }
        if amount == nil, !amountUnit.isEmpty { throw ValidationError("--amount-unit is given with --amount") }
    }

    func run() async throws {
        let act = RecordAdoption(
            model, step, unit: unit, happenedOn: on, words: words,
            amount: amount.flatMap { Quantity($0) }.map { GoodModelAdoption.Amount(value: $0, unit: amountUnit) })
        let entry = try officer.tenantEntry()
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowAdoption(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        CommandOutput.print(
            columns: GoodModelJSON.adoptionColumns, cells: [GoodModelJSON.row(shown)], json: GoodModelJSON.value(shown), as: officer.output)
    }
}

struct ListAdoptionsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "good-model-adoptions"
    static let configuration = CommandConfiguration(
        commandName: "adoptions", abstract: "Adoptions and results in sight, the latest first.",
        discussion: "Example: thidua good-model adoptions --province --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListAdoptions { ListAdoptions() }
}
