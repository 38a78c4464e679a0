public import ArgumentParser
import Documents
import Domain
import Operations

struct DifficultyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "difficulty", abstract: "Difficulties that units raise, and how they are solved (khó khăn, vướng mắc).",
        discussion: "Example: thidua difficulty list --open --province",
        subcommands: [
            ListDifficultiesCommand.self, ShowDifficultyCommand.self, RaiseDifficultyCommand.self, TakeDifficultyStepCommand.self,
            DifficultySlipCommand.self,
        ])

    /// Prints one as it stands.
    static func print(_ shown: ShowDifficulty.Answer, as format: OutputFormat) {
        CommandOutput.print(
            columns: DifficultyJSON.columns, cells: [DifficultyJSON.row(shown.detail.difficulty, on: shown.today)],
            json: DifficultyJSON.detail(shown.detail, on: shown.today, shown.warnings), as: format)
        CommandOutput.warn(shown.warnings, as: format)
        guard format == .table else { return }
        for item in shown.detail.items { Swift.print("- \(item.code) \(item.title)") }
        for act in shown.detail.acts {
            let said = [act.solverName, act.documentNumber, act.words].filter { !$0.isEmpty }.joined(separator: ": ")
            Swift.print("\(act.recordedOn.vietnamese) \(act.step.vietnamese)\(said.isEmpty ? "" : " (\(said))")")
        }
    }
}

extension Difficulty.Step: ExpressibleByArgument {}

struct ListDifficultiesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "difficulties"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight, the latest raised first.",
        discussion: "Example: thidua difficulty list --open --output csv")

    @Flag(help: "Only those that are neither confirmed nor withdrawn.")
    var open = false

    @Option(help: "Id of an item: only those that hinder it.")
    var item: WorkItem.ID?

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDifficulties { ListDifficulties(onlyOpen: open, item: item) }
}

struct ShowDifficultyCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One of them with the items that it hinders and every step.",
        discussion: "Example: thidua difficulty show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the difficulty, from `thidua difficulty list`.")
    var difficulty: Difficulty.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowDifficulty(difficulty))
        let shown = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        DifficultyCommand.print(shown, as: place.officer.output)
    }
}

struct RaiseDifficultyCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Raises one: a sub-unit's to its own unit first, a unit's to the Office. No due date moves.",
        discussion: """
            Example: thidua difficulty raise --campaign KH-77-2023 --title 'Chậm vốn' --obstacle 'Chưa được phân bổ vốn đợt 2' \
            --item UBND90-2023-001
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(
        help: "Id of the sub-unit that raises it, from `thidua unit list`; when absent the one of the acting post, or the unit as a whole.")
    var unit: SubUnit.ID?

    @Option(help: "What it is, in one line.")
    var title: String

    @Option(help: "What is in the way.")
    var obstacle: String

    @Option(help: "What the unit asks for.")
    var proposal = ""

    @Option(help: "Code or id of an item that it hinders; may be given several times.")
    var item: [String] = []

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RaiseDifficulty(campaign: campaign, unit: unit, title: title, obstacle: obstacle, proposal: proposal, items: item)
        let entry = try officer.tenantEntry()
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDifficulty(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        DifficultyCommand.print(shown, as: officer.output)
    }
}

struct TakeDifficultyStepCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [Deed.action(.answerReview), Deed.action(.keepReview)]
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Takes the next step: accept, route, pass, answer, confirm, reopen or withdraw.",
        discussion: """
            Example: thidua difficulty take 01890a5d-ac96-774b-bcce-b302099a8057 --step accept --province
            Example: thidua difficulty take 01890a5d-ac96-774b-bcce-b302099a8057 --step answer --words 'Đã bố trí vốn' --number 15/CV-STC
            """)

    @Argument(help: "Id of the difficulty, from `thidua difficulty list`.")
    var difficulty: Difficulty.ID

    @Option(help: "accept, route, pass, answer, confirm, reopen or withdraw.")
    var step: Difficulty.Step

    @Option(help: "The answer, or the reason.")
    var words = ""

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @Option(help: "With route: id of who solves it, in a unit a sub-unit, at the province a unit of the first tier.")
    var solver: SubUnit.ID?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = TakeDifficultyStep(difficulty, step, words: words, documentNumber: number, solver: solver)
        let entry = try place.entry()
        let shown = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDifficulty(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        DifficultyCommand.print(shown, as: place.officer.output)
    }
}

struct DifficultySlipCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "slip", abstract: "Writes the slip to who solves it, once it is routed; with the answer once there is one.",
        discussion: """
            Example: thidua difficulty slip 01890a5d-ac96-774b-bcce-b302099a8057 --output-file phieu-chuyen.docx --province
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @Argument(help: "Id of the difficulty, from `thidua difficulty list`.")
    var difficulty: Difficulty.ID

    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper { try await MakeDifficultyPaper(difficulty).perform(in: tx) }
}
