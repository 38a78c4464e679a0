import ArgumentParser
import Documents
import Domain
import Operations

struct OpinionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opinion", abstract: "Opinions that Home Affairs asks of other bodies on dossiers (hỏi ý kiến).",
        discussion: "Example: thidua opinion list",
        subcommands: [ListOpinionsCommand.self, AskOpinionCommand.self, AnswerOpinionCommand.self])

    static func print(_ opinions: [DossierOpinion], on day: CivilDate, as format: OutputFormat) {
        CommandOutput.print(
            columns: OpinionJSON.columns, rows: opinions.map { OpinionJSON.row($0, on: day) },
            json: .array(opinions.map { OpinionJSON.value($0, on: day) }), as: format)
    }

    /// Does it in the province, and prints it as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ act: (borrowing TenantTransaction) async throws -> DossierOpinion.ID
    ) async throws {
        let entry = try officer.provinceEntry()
        let (opinion, day) = try await officer.withEntrance { entrance in
            try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                try await ShowOpinion(try await act(tx)).perform(in: tx)
            }
        }
        print([opinion], on: day, as: officer.output)
    }
}

struct ListOpinionsCommand: OfficerCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Opinions that were asked, the latest first; of one dossier or of all.",
        discussion: "Example: thidua opinion list --dossier 01890a5d-ac96-774b-bcce-b302099a8057")

    @Option(help: "Id of the dossier, from `thidua dossier list`.")
    var dossier: AwardDossier.ID?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.provinceEntry()
        let first = ListOpinions(of: dossier, limit: 200)
        let (found, day) = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var listing = first
                var found: [DossierOpinion] = []
                while true {
                    let page = try await listing.perform(in: tx)
                    found += page.opinions
                    listing.after = page.next
                    if page.next == nil { return (found, page.day) }
                }
            }
        }
        OpinionCommand.print(found, on: day, as: officer.output)
    }
}

struct AskOpinionCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Home Affairs asks another body by a letter, with a last day.",
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

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AskOpinion(dossier: dossier, body: body, question: question, documentNumber: number, dueOn: due)
        try await OpinionCommand.print(officer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct AnswerOpinionCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Home Affairs records the body's answer, once.",
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

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AnswerOpinion(opinion, agrees: agrees, words: words, documentNumber: number, answeredOn: date)
        try await OpinionCommand.print(officer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
    }
}
