import ArgumentParser
import Documents
import Domain
import Operations

struct HandlingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handling", abstract: "What units did themselves about late work.", discussion: "Example: thidua handling list",
        subcommands: [ListHandlingsCommand.self, RecordHandlingCommand.self, CountHandlingsCommand.self])

    static func print(_ handlings: [Handling], as format: OutputFormat) {
        CommandOutput.print(
            columns: HandlingJSON.columns, cells: handlings.map(HandlingJSON.row), json: .array(handlings.map(HandlingJSON.value)),
            as: format)
    }
}

struct ListHandlingsCommand: ListingCommand {
    static let asks = Deed.reading(.handling)
    static let noun = "handlings"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What the unit did, the latest recorded first.",
        discussion: "Example: thidua handling list --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListHandlings { ListHandlings() }
}

struct RecordHandlingCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Records what was done about a late item, by which paper.",
        discussion: """
            Example: thidua handling record 01890a5d-ac96-774b-bcce-b302099a8057 --kind reminder --number 5/TB --date 2023-06-19
            """)

    @Argument(help: "Id of the late item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "reminder, criticism, review or noAward.")
    var kind: Handling.Kind

    @Option(help: "Id of the person whose item it is; the sub-unit when absent.")
    var person: Person.ID?

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Date of the paper.")
    var date: CivilDate

    @Option(help: "What it says.")
    var words = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordHandling(kind: kind, item: item, person: person, documentNumber: number, documentOn: date, words: words)
        let entry = try officer.tenantEntry()
        let handling = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowHandling(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        HandlingCommand.print([handling], as: officer.output)
    }
}

struct CountHandlingsCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "handling-counts"
    static let configuration = CommandConfiguration(
        commandName: "counts", abstract: "How often each unit did what about late work.",
        discussion: "Example: thidua handling counts --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> CountHandlings { CountHandlings() }
}
