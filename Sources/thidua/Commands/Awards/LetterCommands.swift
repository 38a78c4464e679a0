import ArgumentParser
import Domain
import Operations

struct ListLettersCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "award-letters"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "letters", abstract: "Letters of praise that the frozen figures of a review give, and what was done about each.",
        discussion: "Example: thidua register letters --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListLetters {
        ListLetters(campaign: named.campaign, review: named.review)
    }
}

struct ListInitiativeLettersCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "initiative-letters"
    static let configuration = CommandConfiguration(
        commandName: "initiative-letters", abstract: "Letters of praise that the Chairman gave to initiatives, the latest number first.",
        discussion: "Example: thidua register initiative-letters --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListInitiativeLetters { ListInitiativeLetters() }
}

struct RecordLetterCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Records a letter that the Chairman signed under the next number, or that he declined it with a note.",
        discussion: """
            Example: thidua register letter 01890a5d-ac96-774b-bcce-b302099a8057 --campaign KH-77-2023 --review interim --date 2023-07-12 \
            --signer 'CHỦ TỊCH'
            """)

    @Argument(help: "Id of the collective, from `thidua register letters`.")
    var unit: SubUnit.ID

    @OptionGroup var named: NamedReview

    @Option(help: "Day on which it was signed or declined.")
    var date: CivilDate

    @Option(help: "Form and post of who signed, as under the letter.")
    var signer: String

    @Flag(help: "It is not sent.")
    var decline = false

    @Option(help: "Why it is declined.")
    var note = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordLetter(
            campaign: named.campaign, review: named.review, unit: unit, isDeclined: decline, note: note, signedOn: date, signer: signer)
        let entry = try officer.provinceEntry()
        let letters = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return try await ListLetters(campaign: act.campaign, review: act.review).perform(in: tx)
        }
        AwardOutput.print(letters, as: officer.output)
    }
}

struct StrikeLetterCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "strike-letter",
        abstract: "Strikes a letter that was recorded by mistake; it is kept, its number stays taken, and another may be recorded.",
        discussion: """
            Example: thidua register strike-letter 01890a5d-ac96-774b-bcce-b302099a8057 --campaign KH-77-2023 --review interim \
            --reason 'Ghi nhầm tập thể'
            """)

    @Argument(help: "Id of the collective, from `thidua register letters`.")
    var unit: SubUnit.ID

    @OptionGroup var named: NamedReview

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = StrikeLetter(campaign: named.campaign, review: named.review, unit: unit, reason: reason)
        let entry = try officer.provinceEntry()
        let letters = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await ListLetters(campaign: act.campaign, review: act.review).perform(in: tx)
        }
        AwardOutput.print(letters, as: officer.output)
    }
}
