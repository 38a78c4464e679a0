import ArgumentParser
import Documents
import Domain
import Operations

struct NominationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nomination", abstract: "Nomination rounds: opened and locked by Home Affairs, with the slots of each unit.",
        discussion: "Example: thidua nomination show --campaign KH-77-2023 --review interim",
        subcommands: [
            OpenNominationCommand.self, LockNominationCommand.self, ListNominationsCommand.self, ShowNominationCommand.self,
            RoundGuidanceCommand.self,
        ])
}

struct OpenNominationCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Home Affairs opens the round of a review once its figures are frozen.",
        discussion: """
            Example: thidua nomination open --campaign KH-77-2023 --review interim --opens-on 2023-07-10 --cut-off 2023-07-20 \
            --number 1200/HD-SNV --date 2023-07-10
            """)

    @OptionGroup var named: NamedReview

    @Option(help: "From this day dossiers are submitted.")
    var opensOn: CivilDate

    @Option(help: "The last day in time; what comes later is marked and received by a decision alone.")
    var cutOff: CivilDate

    @Option(help: "Number and symbol of the guidance letter.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = OpenNominationRound(
            campaign: named.campaign, review: named.review, opensOn: opensOn, cutOff: cutOff, guidanceNumber: number, guidanceOn: date)
        try await officer.printRound(named) { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: .system) }
    }
}

struct LockNominationCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Home Affairs locks the list, once: nothing more is submitted, withdrawing frees no slot.",
        discussion: "Example: thidua nomination lock --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = LockNominationRound(campaign: named.campaign, review: named.review)
        try await officer.printRound(named) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
    }
}

struct ListNominationsCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "nomination-rounds"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every nomination round, the latest first.", discussion: "Example: thidua nomination list")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListNominationRounds { ListNominationRounds() }
}

struct ShowNominationCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "nomination-round"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The round of a review, with verdict, slots taken and free of each unit in sight.",
        discussion: "Example: thidua nomination show --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() async throws -> Entry { try await officer.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowNominationRound {
        ShowNominationRound(campaign: named.campaign, review: named.review)
    }

    /// With the round itself.
    func run() async throws {
        let there = try await entry()
        let answer = try await officer.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).perform(in: tx) }
        officer.print(answer)
    }
}

struct RoundGuidanceCommand: PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "guidance", abstract: "Writes the guidance letter of a round.",
        discussion: """
            Example: thidua nomination guidance --campaign KH-77-2023 --review interim --cut-off 2023-07-20 --output-file huong-dan.docx
            Once the round is opened its own dates and number stand in the letter.
            """)

    @OptionGroup var named: NamedReview

    @Option(help: "The last day to submit, while the round is not opened.")
    var cutOff: CivilDate?

    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeRoundGuidance(campaign: named.campaign, review: named.review, cutOff: cutOff).perform(in: tx)
    }
}

extension OfficerOptions {
    /// Does it in the province, and prints the round as it stands afterwards.
    fileprivate func printRound(_ named: NamedReview, _ act: (borrowing TenantTransaction) async throws -> Void) async throws {
        let entry = try provinceEntry()
        let showing = ShowNominationRound(campaign: named.campaign, review: named.review)
        let answer = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await showing.perform(in: tx)
        }
        print(answer)
    }

    fileprivate func print(_ answer: ShowNominationRound.Answer) {
        if output == .table {
            CommandOutput.say(NominationJSON.row(answer.round, on: answer.today).map(\.text).joined(separator: " · "))
            if let warning = answer.scope.warning { CommandOutput.say(warning) }
        }
        CommandOutput.print(
            columns: NominationJSON.unitColumns, cells: answer.units.map(NominationJSON.row),
            json: NominationJSON.answer(answer.round, answer.units, answer.scope, on: answer.today), as: output)
    }
}
