import ArgumentParser
import Documents
import Domain
import Operations

struct PresentationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presentation", abstract: "Events at which awards are handed over (trao tặng): their order, and who received.",
        discussion: "Example: thidua presentation list",
        subcommands: [
            ListPresentationsCommand.self, ShowPresentationCommand.self, PlanPresentationCommand.self, AddPresentationAwardeeCommand.self,
            CompletePresentationCommand.self, PresentationOrderCommand.self, PresentationInvitationCommand.self, PressReleaseCommand.self,
        ])
}

/// Which event.
struct NamedPresentation: ParsableArguments {
    @Argument(help: "Id of the event, from `thidua presentation list`.")
    var presentation: Presentation.ID
}

extension PresentationCommand {
    static func print(_ presentation: Presentation, as format: OutputFormat) {
        CommandOutput.print(
            columns: PresentationJSON.awardeeColumns, rows: presentation.awardees.map(PresentationJSON.row),
            json: PresentationJSON.value(presentation), as: format)
        if format == .table {
            Swift.print("\(presentation.name), ngày \(presentation.heldOn.vietnamese), tại \(presentation.place): \(presentation.id)")
        }
    }

    /// Does it where the awards are given, and prints the event as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ entry: Entry, _ act: (borrowing TenantTransaction) async throws -> Presentation.ID
    ) async throws {
        let presentation = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowPresentation(try await act(tx)).perform(in: tx)
        }
        print(presentation, as: officer.output)
    }
}

struct ListPresentationsCommand: AwardKeeperCommand, ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "presentations"
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Events at which awards are handed over, the latest recorded first.",
        discussion: "Example: thidua presentation list --output csv")

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPresentations { ListPresentations() }
}

struct ShowPresentationCommand: AwardKeeperCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One event with who receives from whom, in their order.",
        discussion: "Example: thidua presentation show 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedPresentation
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (showing, entry) = (ShowPresentation(named.presentation), try authority.entry(of: officer))
        let found = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        PresentationCommand.print(found, as: officer.output)
    }
}

struct PlanPresentationCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, records where and when awards will be handed over.",
        discussion: """
            Example: thidua presentation plan --name 'Hội nghị sơ kết phong trào thi đua' --place 'Hội trường Tỉnh ủy' --date 2023-07-20 \
            --time '08 giờ 00' --chair 'Chủ tịch UBND tỉnh'
            """)

    @Option(help: "What the event is called.")
    var name: String

    @Option(help: "Where.")
    var place: String

    @Option(help: "The day.")
    var date: CivilDate

    @Option(help: "When it begins, as the list has it.")
    var time = ""

    @Option(help: "Who presides.")
    var chair: String

    @Option(help: "Number and symbol of the plan or the invitation.")
    var number = ""

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = PlanPresentation(name: name, place: place, heldOn: date, startsAt: time, chair: chair, documentNumber: number)
        try await PresentationCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct AddPresentationAwardeeCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Puts an award at the end of the order of an event.",
        discussion: """
            Example: thidua presentation add 01890a5d-ac96-774b-bcce-b302099a8057 --dossier 01890a5d-ac96-774b-bcce-b302099a8058 \
            --presenter 'Chủ tịch UBND tỉnh'
            """)

    @OptionGroup var named: NamedPresentation

    @Option(help: "Id of the dossier, from `thidua register list`.")
    var dossier: AwardDossier.ID

    @Option(help: "Who comes up for it; the nominee when absent.")
    var receiver = ""

    @Option(help: "Who hands it over.")
    var presenter: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AddPresentationAwardee(
            presentation: named.presentation, dossier: dossier, receiver: receiver, presenter: presenter)
        try await PresentationCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.presentation
        }
    }
}

struct CompletePresentationCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "complete", abstract: "It was held: every award of its order was presented, but for who was absent.",
        discussion: """
            Example: thidua presentation complete 01890a5d-ac96-774b-bcce-b302099a8057 --absent 01890a5d-ac96-774b-bcce-b302099a8058
            """)

    @OptionGroup var named: NamedPresentation

    @Option(help: "Id of a dossier whose award was not handed over; once for each.")
    var absent: [AwardDossier.ID] = []

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = CompletePresentation(named.presentation, absent: Set(absent))
        try await PresentationCommand.print(officer, try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.presentation
        }
    }
}

struct PresentationOrderCommand: AwardKeeperCommand, PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Writes the order of an event as a list to print.",
        discussion: "Example: thidua presentation order 01890a5d-ac96-774b-bcce-b302099a8057 --output-file trao-tang.docx")

    @OptionGroup var named: NamedPresentation
    @OptionGroup var target: PaperTarget
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakePresentationPaper(named.presentation).perform(in: tx)
    }
}

struct PresentationInvitationCommand: AwardKeeperCommand, PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "invitation", abstract: "Writes the invitation to the units whose people receive.",
        discussion: "Example: thidua presentation invitation 01890a5d-ac96-774b-bcce-b302099a8057 --output-file giay-moi.docx")

    @OptionGroup var named: NamedPresentation
    @OptionGroup var target: PaperTarget
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakePresentationPaper(named.presentation, .invitation).perform(in: tx)
    }
}

struct PressReleaseCommand: AwardKeeperCommand, PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "press-release",
        abstract: "Writes what goes to the press once an event was held: signed awards that were handed over, and nothing else.",
        discussion: "Example: thidua presentation press-release 01890a5d-ac96-774b-bcce-b302099a8057 --output-file thong-cao.docx")

    @OptionGroup var named: NamedPresentation
    @OptionGroup var target: PaperTarget
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakePresentationPaper(named.presentation, .pressRelease).perform(in: tx)
    }
}
