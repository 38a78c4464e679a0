import ArgumentParser
import Domain
import Operations

struct OwnRoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round", abstract: "Rounds of a unit's own awards: slots under the rules of the day on which each was opened.",
        discussion: "Example: thidua award round list",
        subcommands: [OpenOwnRoundCommand.self, LockOwnRoundCommand.self, ListOwnRoundsCommand.self])
}

struct OpenOwnRoundCommand: OfficerCommand {
    static let asks = Deed.action(.keepOwnAward)
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens the round of the unit, or of the commune or sub-unit of your post, for a review.",
        discussion: """
            Example: thidua award round open --campaign KH-77-2023 --review interim --opens-on 2023-07-01 --cut-off 2023-07-10 \
            --number 45/KH-HĐ --date 2023-06-30
            """)

    @OptionGroup var named: NamedReview

    @Option(help: "From this day dossiers are submitted.")
    var opensOn: CivilDate

    @Option(help: "The last day in time; what comes later is marked and received by a decision alone.")
    var cutOff: CivilDate

    @Option(help: "Number and symbol of the paper that opens it.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = OpenOwnRound(
            campaign: named.campaign, review: named.review, opensOn: opensOn, cutOff: cutOff, documentNumber: number, documentOn: date)
        try await officer.printOwnRound { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct LockOwnRoundCommand: OfficerCommand {
    static let asks = Deed.action(.keepOwnAward)
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Locks its list, once: nothing more is submitted, withdrawing frees no slot.",
        discussion: "Example: thidua award round lock 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the round, from `thidua award round list`.")
    var round: OwnRound.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = LockOwnRound(round)
        try await officer.printOwnRound { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.round
        }
    }
}

struct ListOwnRoundsCommand: ListingCommand {
    static let asks = Deed.reading(.ownAward)
    static let noun = "award-rounds"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Rounds of the unit and of all in it that give, the latest first: slots, and what they cost.",
        discussion: "Example: thidua award round list --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListOwnRounds { ListOwnRounds() }
}

struct OwnTotalsCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "own-award-totals"
    static let example = "2023"
    static let configuration = CommandConfiguration(
        commandName: "totals", abstract: "What units gave by their own authority in a year: forms, numbers, money, no names.",
        discussion: "Example: thidua award totals 2023 --output csv")

    @Argument(help: "Year of the decisions.")
    var year: Int

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListOwnTotals { ListOwnTotals(year: year) }
}

extension OfficerOptions {
    /// Does it in the unit, and prints the round as it stands afterwards.
    fileprivate func printOwnRound(_ act: (borrowing TenantTransaction) async throws -> OwnRound.ID) async throws {
        let entry = try tenantEntry()
        let (round, today) = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowOwnRound(try await act(tx)).perform(in: tx)
        }
        OwnAwardOutput.print([round], on: today, as: output)
    }
}
