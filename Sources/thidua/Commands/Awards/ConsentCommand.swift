public import ArgumentParser
import Documents
public import Domain
import Operations

extension PublicityConsent.Manner: ExpressibleByArgument {}

struct ConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "What nominees say of being named and pictured in public (A72).",
        discussion: "Example: thidua consent list --last --output csv", subcommands: [RecordConsentCommand.self, ListConsentsCommand.self])
}

struct RecordConsentCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.keepOwnAward)]
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "The unit records what a nominee said; what is recorded last counts.",
        discussion: """
            Example: thidua consent record 01890a5d-ac96-774b-bcce-b302099a8057 --agrees --date 2023-06-15 --manner paper --number 'Đơn ngày 15/6'
            Example: thidua consent record 01890a5d-ac96-774b-bcce-b302099a8057 --date 2023-06-20 --manner spoken --note 'Nói với Chánh Văn phòng'
            Without --agrees he does not, or takes back what he said.
            """)

    @Argument(help: "Id of the dossier.")
    var dossier: AwardDossier.ID

    @Flag(help: "He agrees to be named.")
    var agrees = false

    @Option(help: "Day on which he said it.")
    var date: CivilDate

    @Option(help: "How: \(PublicityConsent.Manner.allCases.map(\.rawValue).joined(separator: ", ")).")
    var manner: PublicityConsent.Manner

    @Option(help: "Number or name of what he signed.")
    var number = ""

    @Option(help: "To whom he said it.")
    var note = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordConsent(
            dossier: dossier, word: .init(consents: agrees, givenOn: date, manner: manner, documentNumber: number, note: note))
        let entry = try officer.tenantEntry()
        let said = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return try await ListConsents(dossier: act.dossier, isLast: true, limit: 1).perform(in: tx).consents
        }
        CommandOutput.print(
            columns: ConsentTables.columns, cells: said.map(ConsentTables.row), json: .array(said.map(ConsentJSON.value)),
            as: officer.output)
    }
}

struct ListConsentsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "consents"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What nominees said, every word as it was recorded, the latest first.",
        discussion: "Example: thidua consent list --province --last --output csv")

    @Option(help: "Id of a dossier.")
    var dossier: AwardDossier.ID?

    @Flag(help: "Only what counts now.")
    var last = false

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListConsents { ListConsents(dossier: dossier, isLast: last) }
}
