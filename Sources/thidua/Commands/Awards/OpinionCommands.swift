import ArgumentParser
import Documents
import Domain
import Operations

struct OpinionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opinion",
        abstract: "Opinions that Home Affairs, or with --own who keeps a unit's awards, asks of other bodies on dossiers (hỏi ý kiến).",
        discussion: "Example: thidua opinion list",
        subcommands: [ListOpinionsCommand.self, AskOpinionCommand.self, AnswerOpinionCommand.self])

    static func print(_ opinions: [DossierOpinion], on day: CivilDate, as format: OutputFormat) {
        CommandOutput.print(
            columns: OpinionJSON.columns, cells: opinions.map { OpinionJSON.row($0, on: day) },
            json: .array(opinions.map { OpinionJSON.value($0, on: day) }), as: format)
    }

    /// Does it where the award is given, and prints it as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ entry: Entry, _ act: (borrowing TenantTransaction) async throws -> DossierOpinion.ID
    ) async throws {
        let (opinion, day) = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowOpinion(try await act(tx)).perform(in: tx)
        }
        print([opinion], on: day, as: officer.output)
    }
}

struct ListOpinionsCommand: AwardKeeperCommand, ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "opinions"
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Opinions that were asked, the latest first; of one dossier or of all.",
        discussion: "Example: thidua opinion list --dossier 01890a5d-ac96-774b-bcce-b302099a8057")

    @Option(help: "Id of the dossier, from `thidua dossier list`.")
    var dossier: AwardDossier.ID?

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListOpinions { ListOpinions(of: dossier) }
}

struct AskOpinionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, asks another body by a letter, with a last day.",
        discussion: """
            Example: thidua opinion ask 01890a5d-ac96-774b-bcce-b302099a8057 --body 'Công an tỉnh' --question 'Việc chấp hành pháp luật' \
            --number 12/SNV --due 2023-07-10
            """)

    @Argument(help: "Id of the dossier, from `thidua dossier list`.")
    var dossier: AwardDossier.ID

    @Option(help: "Which body.")
    var body: String

    @Option(help: "What is asked.")
    var question: String

    @Option(help: "Number and symbol of the letter.")
    var number: String

    @Option(help: "Last day to answer.")
    var due: CivilDate

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AskOpinion(dossier: dossier, body: body, question: question, documentNumber: number, dueOn: due)
        try await OpinionCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct AnswerOpinionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Who asked records the body's answer, once; of what a closed unit asked who answers in its stead.",
        discussion: """
            Example: thidua opinion answer 01890a5d-ac96-774b-bcce-b302099a8057 --agrees --words 'Không vi phạm' --number 31/CAT --date 2023-07-05
            """)

    @Argument(help: "Id of the opinion, from `thidua opinion list`.")
    var opinion: DossierOpinion.ID

    @Flag(inversion: .prefixedNo, help: "Whether the body agrees.")
    var agrees: Bool

    @Option(help: "The answer.")
    var words: String

    @Option(help: "Number and symbol of the answer.")
    var number: String

    @Option(help: "Date of the answer.")
    var date: CivilDate

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AnswerOpinion(opinion, agrees: agrees, words: words, documentNumber: number, answeredOn: date)
        try await OpinionCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
        }
    }
}
