public import ArgumentParser
import Documents
import Domain
import Operations

struct GoodModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "good-model",
        abstract: "What units do well, confirmed, spread and adopted by others (mô hình mới, cách làm hay, điển hình tiên tiến).",
        discussion: "Example: thidua good-model list --show waiting --province",
        subcommands: [
            ListGoodModelsCommand.self, ShowGoodModelCommand.self, RegisterGoodModelCommand.self, TakeGoodModelStepCommand.self,
            RecordAdoptionCommand.self, ListAdoptionsCommand.self,
        ])

    /// Prints one as it stands.
    static func print(_ shown: ShowGoodModel.Answer, as format: OutputFormat) {
        CommandOutput.print(
            columns: GoodModelJSON.columns, cells: [GoodModelJSON.row(shown.detail.model)], json: GoodModelJSON.detail(shown.detail),
            as: format)
        guard format == .table else { return }
        for act in shown.detail.acts {
            let said = [act.documentNumber, act.words].filter { !$0.isEmpty }.joined(separator: ": ")
            Swift.print("\(act.happenedOn.vietnamese) \(act.step.vietnamese)\(said.isEmpty ? "" : " (\(said))")")
        }
        for adoption in shown.detail.adoptions {
            let amount = adoption.amount.map { " (\($0.vietnamese))" } ?? ""
            Swift.print(
                "\(adoption.happenedOn.vietnamese) \(adoption.adopterName): \(adoption.step.vietnamese), \(adoption.words)\(amount)")
        }
    }
}

extension GoodModel.Step: ExpressibleByArgument {}
extension GoodModel.Kind: ExpressibleByArgument {}
extension GoodModel.Selection: ExpressibleByArgument {}
extension GoodModelAdoption.Step: ExpressibleByArgument {}

struct ListGoodModelsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "good-models"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight, the latest registered first.",
        discussion: "Example: thidua good-model list --show spread --output csv")

    @Option(help: "all, waiting (for a confirmation) or spread (to all units).")
    var show = GoodModel.Selection.all

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListGoodModels { ListGoodModels(show) }
}

struct ShowGoodModelCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One of them with its history and its adoption, as far as they are in sight.",
        discussion: "Example: thidua good-model show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the model, from `thidua good-model list`.")
    var model: GoodModel.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowGoodModel(model))
        let shown = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        GoodModelCommand.print(shown, as: place.officer.output)
    }
}

struct RegisterGoodModelCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Registers one: a sub-unit's stands at its own unit first, a unit's at Home Affairs.",
        discussion: """
            Example: thidua good-model register --campaign KH-77-2023 --title 'Trả kết quả trong ngày' --content 'Một cửa trực cả buổi trưa' \
            --effect 'Bớt một lần đi lại' --since 2023-05-01
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Id of the sub-unit whose it is, from `thidua unit list`; what the post reaches as a whole when absent.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person whose it is; the unit's when absent.")
    var person: Person.ID?

    @Option(help: "model (mô hình mới, cách làm hay) or example (điển hình tiên tiến).")
    var kind = GoodModel.Kind.model

    @Option(help: "What it is called.")
    var title: String

    @Option(help: "What it is, how it is done.")
    var content: String

    @Option(help: "What it brought.")
    var effect: String

    @Option(help: "Since which day, as 2023-05-01.")
    var since: CivilDate

    @Option(help: "Papers, figures, addresses that show it.")
    var evidence = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RegisterGoodModel(
            campaign: campaign, unit: unit, person: person,
            statement: GoodModel.Statement(
                kind: kind, title: title, content: content, effect: effect, since: since, evidence: evidence))
        let entry = try officer.tenantEntry()
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowGoodModel(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        GoodModelCommand.print(shown, as: officer.output)
    }
}

struct TakeGoodModelStepCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let orAsks = [Deed.action(.confirmInitiative), Deed.action(.appraiseAward), Deed.action(.decideAward), Deed.selfService]
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Takes the next step: confirm, refuse, propose, spread, recall, withdraw, consent or object.",
        discussion: """
            Whom a model shows says consent or object about himself, whatever his role.
            Example: thidua good-model take 01890a5d-ac96-774b-bcce-b302099a8057 --step confirm --province
            Example: thidua good-model take 01890a5d-ac96-774b-bcce-b302099a8057 --step spread --number 45/SNV-TĐKT --on 2023-06-20 --province
            """)

    @Argument(help: "Id of the model, from `thidua good-model list`.")
    var model: GoodModel.ID

    @Option(help: "confirm, refuse, propose, spread, recall, withdraw; consent or object: what the person says of being named.")
    var step: GoodModel.Step

    @Option(help: "Its day; today when absent.")
    var on: CivilDate?

    @Option(help: "The reason.")
    var words = ""

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = TakeGoodModelStep(model, step, happenedOn: on, words: words, documentNumber: number)
        let entry = try place.entry()
        let shown = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowGoodModel(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        GoodModelCommand.print(shown, as: place.officer.output)
    }
}
