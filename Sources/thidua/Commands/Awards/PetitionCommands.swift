import ArgumentParser
import Documents
import Domain
import Operations

struct PetitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "petition", abstract: "Petitions and complaints on results (kiến nghị, khiếu nại).",
        discussion: "Example: thidua petition list --province --open",
        subcommands: [ListPetitionsCommand.self, FilePetitionCommand.self, FileOwnPetitionCommand.self, AnswerPetitionCommand.self])

    static func print(_ petitions: [Petition], on day: CivilDate, as format: OutputFormat) {
        CommandOutput.print(
            columns: PetitionJSON.columns, cells: petitions.map { PetitionJSON.row($0, on: day) },
            json: .array(petitions.map { PetitionJSON.value($0, on: day) }), as: format)
    }

    /// Does it, and prints it as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ entry: Entry, _ act: (borrowing TenantTransaction) async throws -> Petition.ID
    ) async throws {
        let (petition, day) = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowPetition(try await act(tx)).perform(in: tx)
        }
        print([petition], on: day, as: officer.output)
    }
}

struct ListPetitionsCommand: ListingCommand {
    static let asks = Deed.reading(.criticism)
    static let noun = "petitions"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight with their clocks, the latest filed first.",
        discussion: "Example: thidua petition list --output csv")

    @Flag(help: "Only what is not answered yet.")
    var open = false

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPetitions { ListPetitions(isOpen: open) }
}

/// What is filed.
struct PetitionWords: ParsableArguments {
    @Option(help: "petition or complaint.")
    var kind: Petition.Kind

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Id of the dossier, where it is about one.")
    var dossier: AwardDossier.ID?

    @Option(help: "Id of who gives in the unit, where it is about no dossier; absent: on what the province gives.")
    var giver: SubUnit.ID?

    @Option(help: "What is asked.")
    var words: String

    func filing(isOwn: Bool) -> FilePetition {
        FilePetition(kind: kind, campaign: campaign, dossier: dossier, giver: giver, words: words, isOwn: isOwn)
    }
}

struct FilePetitionCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "The unit files one with Home Affairs, a sub-unit on what is given in the unit; its clock begins.",
        discussion: "Example: thidua petition file --kind petition --campaign KH-77-2023 --words 'Đề nghị xem lại kết quả xét'")

    @OptionGroup var petition: PetitionWords
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = petition.filing(isOwn: false)
        try await PetitionCommand.print(officer, try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct FileOwnPetitionCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "file-own", abstract: "You file one for yourself.",
        discussion: "Example: thidua petition file-own --kind complaint --campaign KH-77-2023 --words 'Đề nghị xem lại'")

    @OptionGroup var petition: PetitionWords
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = petition.filing(isOwn: true)
        try await PetitionCommand.print(officer, try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct AnswerPetitionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Home Affairs, or with --own who keeps a unit's awards, answers it today, once.",
        discussion: """
            Example: thidua petition answer 01890a5d-ac96-774b-bcce-b302099a8057 --outcome rejected --words 'Kết quả đúng số liệu đã chốt' \
            --number 20/SNV
            """)

    @Argument(help: "Id of the petition, from `thidua petition list`.")
    var petition: Petition.ID

    @Option(help: "upheld or rejected.")
    var outcome: Petition.Outcome

    @Option(help: "The answer.")
    var words: String

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AnswerPetition(petition, outcome: outcome, words: words, documentNumber: number)
        try await PetitionCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
        }
    }
}
