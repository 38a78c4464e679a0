import ArgumentParser
import Documents
import Domain
import Operations

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Decisions as they are recorded, the golden book (sổ vàng), names on certificates, letters, money.",
        discussion: "Example: thidua register list --year 2023 --output csv",
        subcommands: [
            RecordDecisionCommand.self, ListAwardsCommand.self, PublishedAwardsCommand.self, AwardBudgetCommand.self,
            ListNamesCommand.self, ConfirmNameCommand.self, ConfirmOwnNameCommand.self, ListLettersCommand.self,
            ListInitiativeLettersCommand.self,
            RecordLetterCommand.self, StrikeLetterCommand.self,
        ])
}

struct RecordDecisionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Home Affairs records a signed decision under the clerk's number, and what it gives to whom.",
        discussion: """
            Example: thidua register record --number 812/QĐ-UBND --date 2023-07-12 --signer 'CHỦ TỊCH' \
            --dossier 01890a5d-ac96-774b-bcce-b302099a8057
            Names are those that the unit and the nominee confirmed; another is given as <dossier>=<name>.
            """)

    @Option(help: "Number and symbol of the decision, as the clerk gave it.")
    var number: String

    @Option(help: "Day on which it was signed.")
    var date: CivilDate

    @Option(help: "Form and post of who signed, as under the paper; when absent, as the dossiers were signed.")
    var signer = ""

    @Option(help: "Id of a dossier that was decided, or <id>=<name to be printed>; once for each.")
    var dossier: [NamedAwardee]

    @Option(help: "Why names of the province's certificates are given that the unit and the nominee have not confirmed.")
    var nameReason = ""

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordDecision(number: number, signedOn: date, signer: signer, awards: dossier.map(\.given), nameReason: nameReason)
        let entry = try authority.entry(of: officer)
        let awards = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let number = try await act.perform(in: tx, ids: .system)
            return try await ListAwards(.init(year: act.signedOn.year, decision: number)).all(in: tx)
        }
        AwardOutput.print(awards, as: officer.output)
    }
}

/// `<dossier>` or `<dossier>=Nguyễn Văn A`.
struct NamedAwardee: ExpressibleByArgument {
    let given: RecordDecision.Given

    init?(argument: String) {
        let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard let dossier = sides.first.flatMap({ AwardDossier.ID($0) }) else { return nil }
        given = RecordDecision.Given(dossier: dossier, name: sides.count == 2 ? sides[1] : "")
    }
}

enum AwardOutput {
    static func print(_ awards: [RecordedAward], as format: OutputFormat) {
        CommandOutput.print(
            columns: AwardRegisterTables.awardColumns, cells: awards.map(AwardRegisterTables.cells),
            json: .array(awards.map(AwardRegisterJSON.award)), as: format)
    }

    static func print(_ letters: [PraiseLetter], as format: OutputFormat) {
        CommandOutput.print(
            columns: AwardRegisterTables.letterColumns, cells: letters.map(AwardRegisterTables.letter),
            json: .array(letters.map(AwardRegisterJSON.letter)), as: format)
    }
}

struct ListAwardsCommand: AwardKeeperCommand, ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "awards"
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The golden book, the latest number first: what certificates are printed from.",
        discussion: """
            Example: thidua register list --decision 812/QĐ-UBND --output csv > in-bang.csv
            Example: thidua register list --person 01890a5d-ac96-774b-bcce-b302099a8057
            """)

    @Option(help: "Year of the decision.")
    var year: Int?

    @Option(help: "Number of the decision.")
    var decision: String?

    @Option(help: "Unit that proposed, such as district_973.")
    var of: String?

    @Option(help: "Id of the person.")
    var person: Person.ID?

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListAwards {
        var slug: Tenant.Slug?
        if let of {
            guard let found = Tenant.Slug(of) else { throw Problem.notFound }
            slug = found
        }
        return ListAwards(.init(year: year, decision: decision, tenant: slug, person: person))
    }
}

struct PublishedAwardsCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "published-awards"
    static let configuration = CommandConfiguration(
        commandName: "published", abstract: "What is published of awards once they are signed: name, post, unit, award.",
        discussion: "Example: thidua register published --of district_973")

    @Option(help: "Unit that proposed, such as district_973; all when absent.")
    var of: String?

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPublishedAwards {
        var slug: Tenant.Slug?
        if let of {
            guard let found = Tenant.Slug(of) else { throw Problem.notFound }
            slug = found
        }
        return ListPublishedAwards(unit: slug)
    }
}

struct AwardBudgetCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "award-budget"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "budget", abstract: "What the awards of a review cost, as if they were signed today.",
        discussion: """
            Example: thidua register budget --campaign KH-77-2023 --review interim
            Ad-hoc awards, which rest on no review, are not among them; they stand in the golden book.
            """)

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowAwardBudget {
        ShowAwardBudget(campaign: named.campaign, review: named.review)
    }

    /// With its sum.
    func run() async throws {
        let there = try entry()
        let budget = try await officer.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).perform(in: tx) }
        CommandOutput.print(
            columns: AwardRegisterTables.budgetColumns, cells: AwardRegisterTables.rows(budget), json: AwardRegisterJSON.budget(budget),
            as: officer.output)
    }
}
