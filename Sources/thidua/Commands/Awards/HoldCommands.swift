import ArgumentParser
import Documents
import Domain
import Operations

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "For whom no award is considered at present (tạm dừng xét).",
        discussion: "Example: thidua hold list --province --running",
        subcommands: [ListHoldsCommand.self, RecordHoldCommand.self, EndHoldCommand.self])
}

struct ListHoldsCommand: ListingCommand {
    static let asks = Deed.reading(.hold)
    static let noun = "holds"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Holds in sight, the latest recorded first.", discussion: "Example: thidua hold list --output csv")

    @Flag(help: "Only those that run today.")
    var running = false

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListHolds { ListHolds(running: running) }
}

extension HoldCommand {
    static func print(_ holds: [KeptHold], as format: OutputFormat) {
        CommandOutput.print(
            columns: HoldJSON.columns, cells: holds.map(HoldJSON.row), json: .array(holds.map(HoldJSON.hold)), as: format)
    }

    /// Does it in the province, and prints the hold as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ act: (borrowing TenantTransaction) async throws -> KeptHold.ID
    ) async throws {
        let entry = try officer.provinceEntry()
        let hold = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowHold(try await act(tx)).perform(in: tx)
        }
        print([hold], as: officer.output)
    }
}

struct RecordHoldCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Home Affairs records the paper by which no award is considered for a collective or a person.",
        discussion: """
            Example: thidua hold record --person 01890a5d-ac96-774b-bcce-b302099a8057 --number 7/QĐ-TTr --issuer 'Thanh tra tỉnh' \
            --from 2023-06-15
            """)

    @Option(help: "Id of the collective, from `thidua unit list`.")
    var unit: SubUnit.ID?

    @Option(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID?

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Who issued it.")
    var issuer: String

    @Option(help: "First day.")
    var from: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordHold(unit: unit, person: person, documentNumber: number, documentIssuer: issuer, from: from)
        try await HoldCommand.print(officer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct EndHoldCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends a hold by its document, once.",
        discussion: "Example: thidua hold end 01890a5d-ac96-774b-bcce-b302099a8057 --through 2023-06-30 --number 9/KL-TTr")

    @Argument(help: "Id of the hold, from `thidua hold list`.")
    var hold: KeptHold.ID

    @Option(help: "Last day.")
    var through: CivilDate

    @Option(help: "Number and symbol of the paper that ends it.")
    var number: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = EndHold(hold, through: through, documentNumber: number)
        try await HoldCommand.print(officer) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.hold
        }
    }
}
