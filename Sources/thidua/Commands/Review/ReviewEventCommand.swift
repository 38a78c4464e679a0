public import ArgumentParser
import Documents
public import Domain
import Operations

extension ReviewEvent.Paper.Made: ExpressibleByArgument {}

struct ReviewEventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "The event at which a review is held (hội nghị sơ kết, tổng kết): plan, papers, what happened.",
        discussion: "Example: thidua review event list --province",
        subcommands: [
            ListReviewEventsCommand.self, ShowReviewEventCommand.self, PlanReviewEventCommand.self, ChangeReviewEventCommand.self,
            AddReviewPaperCommand.self, HoldReviewEventCommand.self, ReviewInvitationCommand.self,
        ])

    static func print(_ event: ReviewEvent, as format: OutputFormat) {
        CommandOutput.print(
            columns: ReviewEventJSON.columns, cells: [ReviewEventJSON.row(event)], json: ReviewEventJSON.value(event), as: format)
    }

    /// Does it, and prints the event as it stands afterwards.
    static func print(
        _ place: LedgerOptions, _ act: (borrowing TenantTransaction) async throws -> ReviewEvent.ID
    ) async throws {
        let entry = try place.entry()
        let event = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowReviewEvent(try await act(tx)).perform(in: tx)
        }
        print(event, as: place.officer.output)
    }
}

/// What an event is planned to be.
struct ReviewEventOptions: ParsableArguments {
    @Option(help: "The day.")
    var date: CivilDate

    @Option(help: "When it begins, as papers have it.")
    var time = ""

    @Option(name: .customLong("at"), help: "Where.")
    var location: String

    @Option(help: "Who presides, by his post.")
    var chair: String

    @Option(help: "One line of the agenda; once for each, in their order.")
    var agenda: [String]

    @Option(help: "A body or post that is invited; once for each.")
    var guest: [String]

    var plan: ReviewEvent.Plan {
        ReviewEvent.Plan(heldOn: date, startsAt: time, place: location, chair: chair, agenda: agenda, guests: guest)
    }
}

struct ListReviewEventsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.action(.readProvince)]
    static let noun = "review-events"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those in sight, the latest planned first; in a unit the province's among them.",
        discussion: "Example: thidua review event list --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListReviewEvents { ListReviewEvents() }
}

struct ShowReviewEventCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.action(.readProvince)]
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One event; with --output json every version of its plan.",
        discussion: "Example: thidua review event show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the event, from `thidua review event list`.")
    var event: ReviewEvent.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowReviewEvent(event))
        let shown = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        ReviewEventCommand.print(shown, as: place.officer.output)
    }
}

struct PlanReviewEventCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let orAsks = [Deed.action(.keepReview)]
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plans the event of a review: the Office with --province, else of one's own unit.",
        discussion: """
            Example: thidua review event plan --campaign KH-77-2023 --review interim --date 2023-07-05 --time '08 giờ 00' \
            --at 'Hội trường Tỉnh ủy' --chair 'Chủ tịch UBND tỉnh' --agenda 'Báo cáo sơ kết' --agenda 'Trao tặng Bằng khen' \
            --guest 'Lãnh đạo các sở, ban, ngành tỉnh' --province
            """)

    @OptionGroup var named: NamedReview
    @OptionGroup var planned: ReviewEventOptions
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = PlanReviewEvent(.new(campaign: named.campaign, named.review), planned.plan)
        try await ReviewEventCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct ChangeReviewEventCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let orAsks = [Deed.action(.keepReview)]
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Plans it otherwise, for a reason; what was planned before stays.",
        discussion: """
            Example: thidua review event change 01890a5d-ac96-774b-bcce-b302099a8057 --plan-version 1 --reason 'Đổi địa điểm' --date 2023-07-06 \
            --at 'Trung tâm Hội nghị tỉnh' --chair 'Chủ tịch UBND tỉnh' --agenda 'Báo cáo sơ kết' --guest 'Lãnh đạo các sở' --province
            """)

    @Argument(help: "Id of the event, from `thidua review event list`.")
    var event: ReviewEvent.ID

    @Option(help: "Version of the plan that was read.")
    var planVersion: Int

    @Option(help: "Why it changes.")
    var reason: String

    @OptionGroup var planned: ReviewEventOptions
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = PlanReviewEvent(.change(event, version: planVersion, reason: reason), planned.plan)
        try await ReviewEventCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct AddReviewPaperCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let orAsks = [Deed.action(.keepReview)]
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Names a paper of it; a wrong one is replaced, for a reason, and stays.",
        discussion: """
            Example: thidua review event paper 01890a5d-ac96-774b-bcce-b302099a8057 --what 'Báo cáo sơ kết' --number 120/BC-UBND \
            --on 2023-07-04 --made report --province
            """)

    @Argument(help: "Id of the event, from `thidua review event list`.")
    var event: ReviewEvent.ID

    @Option(help: "What it is.")
    var what: String

    @Option(help: "Number and symbol, once it is signed; with --on.")
    var number = ""

    @Option(help: "Day of the paper.")
    var on: CivilDate?

    @Option(help: "Where the product makes it: \(ReviewEvent.Paper.Made.allCases.map(\.rawValue).joined(separator: ", ")).")
    var made: ReviewEvent.Paper.Made?

    @Option(help: "Id of the wrong paper in whose place it comes.")
    var replaces: ReviewEvent.Paper.ID?

    @Option(help: "Why that was wrong.")
    var reason = ""

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = AddReviewPaper(event, what: what, number: number, signedOn: on, made: made, replaces: replaces, reason: reason)
        try await ReviewEventCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct HoldReviewEventCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let orAsks = [Deed.action(.keepReview)]
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Records, once, that it was held: when, how many were there, who of the invited was not.",
        discussion: """
            Example: thidua review event hold 01890a5d-ac96-774b-bcce-b302099a8057 --on 2023-07-05 --present 120 --province
            """)

    @Argument(help: "Id of the event, from `thidua review event list`.")
    var event: ReviewEvent.ID

    @Option(help: "The day.")
    var on: CivilDate

    @Option(help: "How many were there.")
    var present: Int

    @Option(help: "Who of the invited was not, as he stands among the guests; once for each.")
    var absent: [String] = []

    @Option(help: "What else there is to say.")
    var words = ""

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = HoldReviewEvent(event, heldOn: on, present: present, absent: absent, words: words)
        try await ReviewEventCommand.print(place) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
    }
}

struct ReviewInvitationCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.action(.readProvince)]
    static let configuration = CommandConfiguration(
        commandName: "invitation", abstract: "Writes the invitation as it is planned now, with its agenda.",
        discussion: "Example: thidua review event invitation 01890a5d-ac96-774b-bcce-b302099a8057 --output-file giay-moi.docx --province")

    @Argument(help: "Id of the event, from `thidua review event list`.")
    var event: ReviewEvent.ID

    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (making, entry) = (MakeReviewInvitation(event), try place.entry())
        let made = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        try await target.write(made)
    }
}
