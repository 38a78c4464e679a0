import ArgumentParser
import Documents
import Domain
import Operations

struct AskConfirmationCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Asks another unit whether an initiative works there.",
        discussion: """
            Example: thidua initiative ask 01890a5d-ac96-774b-bcce-b302099a8057 --of district_972
            It reads the claim and nothing else of the initiative.
            """)

    @OptionGroup var named: NamedInitiative

    @Option(help: "Id of a sub-unit of your own unit, from `thidua unit list`; or --of.")
    var unit: SubUnit.ID?

    @Option(name: .customLong("of"), help: "Another unit of the first tier, such as district_972.")
    var other: String?

    @Option(help: "What it is asked; title, solution and effect when absent.")
    var claim = ""

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if let other, Tenant.Slug(other) == nil { throw ValidationError("--of: ghi mã đơn vị như district_972") }
    }

    func run() async throws {
        let act = AskConfirmation(initiative: named.initiative, unit: unit, tenant: other.flatMap { Tenant.Slug($0) }, claim: claim)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct ListConfirmationsCommand: ListingCommand {
    static let asks = Deed.action(.confirmInitiative)
    static let noun = "initiative-confirmations"
    static let configuration = CommandConfiguration(
        commandName: "asked", abstract: "What your own unit is asked to confirm of other units' initiatives, the latest first.",
        discussion: "Example: thidua initiative asked --open")

    @Flag(help: "Only what is owed.")
    var open = false

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListAskedConfirmations { ListAskedConfirmations(onlyOpen: open) }
}

struct ConfirmInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.confirmInitiative)
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "You confirm for your unit by a paper that it works there, or decline with a reason; once.",
        discussion: """
            Example: thidua initiative confirm 01890a5d-ac96-774b-bcce-b302099a8057 --number 12/UBND-NV
            Example: thidua initiative confirm 01890a5d-ac96-774b-bcce-b302099a8057 --decline --reason 'Đơn vị chưa áp dụng'
            """)

    @Argument(help: "Id of what is asked, from `thidua initiative asked`.")
    var confirmation: InitiativeConfirmation.ID

    @Flag(help: "Declines.")
    var decline = false

    @Option(help: "Number of the paper that confirms it.")
    var number = ""

    @Option(help: "Why it is declined.")
    var reason = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AnswerConfirmation(confirmation, decline ? .declined : .confirmed, reason: reason, documentNumber: number)
        let entry = try officer.tenantEntry()
        let answered = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await ShowConfirmation(act.confirmation).perform(in: tx)
        }
        Self.print([answered], as: officer.output)
    }

    static func print(_ confirmations: [InitiativeConfirmation], as format: OutputFormat) {
        CommandOutput.print(
            columns: InitiativeTables.confirmationColumns, cells: confirmations.map(InitiativeTables.row),
            json: .array(confirmations.map(InitiativeJSON.confirmation)), as: format)
    }
}

struct ProposeInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "The unit proposes it for a Bằng khen: its dossier is drafted, which skips the councils.",
        discussion: "Example: thidua initiative propose 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedInitiative
    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ProposeInitiative(named.initiative, happenedOn: dated.day)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}
