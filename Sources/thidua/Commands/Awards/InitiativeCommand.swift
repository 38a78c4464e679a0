import ArgumentParser
import Documents
import Domain
import Operations

struct InitiativeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "initiative", abstract: "Initiatives and solutions registered for ad-hoc awards (khen thưởng đột xuất).",
        discussion: "Example: thidua initiative list --state registered",
        subcommands: [
            ListInitiativesCommand.self, ShowInitiativeCommand.self, RegisterInitiativeCommand.self, AskConfirmationCommand.self,
            ListConfirmationsCommand.self, ConfirmInitiativeCommand.self, ReturnInitiativeCommand.self, SupplementInitiativeCommand.self,
            PraiseInitiativeCommand.self, CommendInitiativeCommand.self, ProposeInitiativeCommand.self, DeclineInitiativeCommand.self,
            PublishInitiativeCommand.self, WithdrawInitiativeCommand.self, PublishedInitiativesCommand.self, InitiativePaperCommand.self,
        ])
}

/// Which initiative.
struct NamedInitiative: ParsableArguments {
    @Argument(help: "Id of the initiative, from `thidua initiative list`.")
    var initiative: Initiative.ID
}

struct ListInitiativesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "initiatives"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Initiatives in sight, each with whose move it is and how much of the target has passed.",
        discussion: "Example: thidua initiative list --province --state proposed --output csv")

    @Option(help: "Where they stand: \(Initiative.State.allCases.map(\.rawValue).joined(separator: ", ")).")
    var state: Initiative.State?

    @Option(help: "Code of the campaign.")
    var campaign: String?

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListInitiatives {
        ListInitiatives(filter: InitiativeFilter(state: state, campaign: campaign))
    }
}

struct ShowInitiativeCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One initiative with its steps, who confirmed it, and what a Bằng khen still wants.",
        discussion: "Example: thidua initiative show 01890a5d-ac96-774b-bcce-b302099a8057 --province")

    @OptionGroup var named: NamedInitiative
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let showing = ShowInitiative(named.initiative)
        let entry = try place.entry()
        let detail = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        InitiativeCommand.print(detail, as: place.officer.output)
    }
}

struct RegisterInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Registers what a unit, a sub-unit or a person did.",
        discussion: """
            Example: thidua initiative register --campaign KH-77-2023 --title 'Một mẫu dùng chung' --obstacle 'Hồ sơ đi lại nhiều lần' \
            --solution 'Gộp ba mẫu thành một' --days 8 --scope outside --example 'Ba huyện đã áp dụng'
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Id of the unit that did it, or of the person's, from `thidua unit list`; your own when absent.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person, from `thidua person list`; the unit did it when absent.")
    var person: Person.ID?

    @Option(help: "What it is called.")
    var title: String

    @Option(help: "What was blocked (khó khăn, vướng mắc).")
    var obstacle: String

    @Option(help: "How it was solved.")
    var solution: String

    @Option(help: "Cost that was saved, in VND.")
    var cost: Int?

    @Option(help: "Days that were won.")
    var days: Int?

    @Option(help: "What was done more, in --volume-unit.")
    var volume: Int?

    @Option(help: "Unit of the volume, such as 'hồ sơ'.")
    var volumeUnit = ""

    @Option(help: "How far it works: \(Initiative.Scope.allCases.map(\.rawValue).joined(separator: ", ")).")
    var scope: Initiative.Scope

    @Option(help: "Why it is an example to follow; it is none when absent.")
    var example = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RegisterInitiative(
            campaign: campaign, unit: unit, person: person,
            initiative: Initiative(
                title: title, obstacle: obstacle, solution: solution,
                effect: .init(cost: cost, days: days, volume: volume, volumeUnit: volumeUnit), scope: scope, example: example))
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct PublishedInitiativesCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "published-initiatives"
    static let configuration = CommandConfiguration(
        commandName: "published", abstract: "What units published to be followed elsewhere, the latest first.",
        discussion: "Example: thidua initiative published --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPublishedInitiatives { ListPublishedInitiatives() }
}

extension InitiativeCommand {
    static func print(_ detail: InitiativeDetail, as format: OutputFormat) {
        CommandOutput.print(
            columns: InitiativeTables.stepColumns,
            rows: facts(detail).map { [$0.0, $0.1, "", "", "", ""] } + detail.steps.map(InitiativeTables.row),
            json: InitiativeJSON.detail(detail), as: format)
        CommandOutput.warn(detail.entry.clock?.warnings ?? [], as: format)
    }

    /// What is known of it; empty lines are left out.
    private static func facts(_ detail: InitiativeDetail) -> [(String, String)] {
        let (record, initiative) = (detail.record, detail.record.initiative)
        let facts: [(String, String)] = [
            ("Mã định danh", record.id.description), ("Đơn vị", record.tenantName),
            ("Đối tượng", "\(record.nominee.subject.vietnamese): \(record.who)"), ("Giải pháp, sáng kiến", initiative.title),
            ("Khó khăn, vướng mắc", initiative.obstacle), ("Giải pháp", initiative.solution), ("Hiệu quả", initiative.effect.vietnamese),
            ("Phạm vi", initiative.scope.vietnamese), ("Vì sao là gương", initiative.example), ("Trạng thái", record.state.vietnamese),
            ("Đang chờ", record.moveWords), ("Thời hạn", detail.entry.clock?.vietnamese ?? ""),
            ("Xác nhận", detail.confirmations.map { "\($0.askedName): \($0.words)" }.joined(separator: "; ")),
            ("Còn thiếu để đề nghị Bằng khen", detail.missing.map(\.words).joined(separator: "; ")),
            ("Hồ sơ đề nghị", record.proposal?.description ?? ""),
            ("Việc làm được", detail.possible.map(\.vietnamese).joined(separator: "; ")),
        ]
        return facts.filter { !$0.1.isEmpty }
    }
}

extension OfficerOptions {
    /// Does it, and prints the initiative as it stands afterwards.
    func printInitiative(in entry: Entry, _ act: (borrowing TenantTransaction) async throws -> Initiative.ID) async throws {
        let detail = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowInitiative(try await act(tx)).perform(in: tx)
        }
        InitiativeCommand.print(detail, as: output)
    }
}
