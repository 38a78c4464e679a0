public import ArgumentParser
import Documents
import Domain
import Operations

struct RemedyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remedy", abstract: "What has to be put right, ordered with what was found (khắc phục).",
        discussion: "Example: thidua remedy list --show overdue --province",
        subcommands: [ListRemediesCommand.self, ShowRemedyCommand.self, OrderRemedyCommand.self, TakeRemedyStepCommand.self])

    /// Prints one as it stands.
    static func print(_ shown: ShowRemedy.Answer, as format: OutputFormat) {
        CommandOutput.print(
            columns: RemedyJSON.columns, cells: [RemedyJSON.row(shown.detail.remedy, on: shown.today)],
            json: RemedyJSON.detail(shown.detail, on: shown.today, shown.warnings), as: format)
        CommandOutput.warn(shown.warnings, as: format)
        guard format == .table else { return }
        for act in shown.detail.acts {
            let said = [act.documentNumber, act.words].filter { !$0.isEmpty }.joined(separator: ": ")
            Swift.print("\(act.recordedOn.vietnamese) \(act.step.vietnamese)\(said.isEmpty ? "" : " (\(said))")")
        }
    }
}

extension Remedy.Step: ExpressibleByArgument {}
extension Remedy.Origin: ExpressibleByArgument {}
extension Remedy.Selection: ExpressibleByArgument {}

struct ListRemediesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "remedies"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight, the latest ordered first.",
        discussion: "Example: thidua remedy list --show open --output csv")

    @Option(help: "all, open (neither closed nor withdrawn) or overdue (not reported by then).")
    var show = Remedy.Selection.all

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListRemedies { ListRemedies(show) }
}

struct ShowRemedyCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One of them with every step.",
        discussion: "Example: thidua remedy show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the remedy, from `thidua remedy list`.")
    var remedy: Remedy.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowRemedy(remedy))
        let shown = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        RemedyCommand.print(shown, as: place.officer.output)
    }
}

struct OrderRemedyCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let orAsks = [
        Deed.action(.keepReview), Deed.action(.appraiseAward), Deed.action(.decideAward), Deed.action(.decideMotto),
    ]
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Orders that something be put right, with what was found.",
        discussion: """
            Example: thidua remedy order finding 01890a5d-ac96-774b-bcce-b302099a8057 --tenant-id 01890a5d-ac96-774b-bcce-b302099a8058 \
            --words 'Cập nhật đủ hồ sơ' --due 2023-07-15 --province
            """)

    @Argument(help: "finding, note, urging, criticism or handling.")
    var origin: Remedy.Origin

    @Argument(help: "Id of it.")
    var originID: Remedy.ID

    @Option(name: .customLong("tenant-id"), help: "Id of the owner's unit of the first tier; the unit entered when absent.")
    var owner: Tenant.ID?

    @Option(help: "Id of the sub-unit that owns it; the unit as a whole when absent.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person who owns it.")
    var person: Person.ID?

    @Option(help: "What has to be put right.")
    var words: String

    @Option(help: "Last day, as 2023-07-15; a day off: the next working day.")
    var due: CivilDate

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = OrderRemedy(origin, originID, tenant: owner, unit: unit, person: person, words: words, dueOn: due)
        let entry = try place.entry()
        let shown = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowRemedy(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        RemedyCommand.print(shown, as: place.officer.output)
    }
}

struct TakeRemedyStepCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [
        Deed.action(.answerReview), Deed.action(.keepReview), Deed.action(.appraiseAward), Deed.action(.decideAward),
        Deed.action(.decideMotto),
    ]
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Takes the next step: report, close, return or withdraw.",
        discussion: """
            Example: thidua remedy take 01890a5d-ac96-774b-bcce-b302099a8057 --step report --words 'Đã bổ sung' --number 15/BC-VP --on 2023-06-19
            Example: thidua remedy take 01890a5d-ac96-774b-bcce-b302099a8057 --step close --province
            """)

    @Argument(help: "Id of the remedy, from `thidua remedy list`.")
    var remedy: Remedy.ID

    @Option(help: "report, close, return or withdraw.")
    var step: Remedy.Step

    @Option(help: "What was done, or why it comes back.")
    var words = ""

    @Option(help: "Number and symbol of the paper that shows it; with --on.")
    var number = ""

    @Option(help: "Day of the paper.")
    var on: CivilDate?

    @Option(help: "With return: until when now.")
    var due: CivilDate?

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = TakeRemedyStep(remedy, step, words: words, documentNumber: number, documentOn: on, dueOn: due)
        let entry = try place.entry()
        let shown = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowRemedy(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        RemedyCommand.print(shown, as: place.officer.output)
    }
}
