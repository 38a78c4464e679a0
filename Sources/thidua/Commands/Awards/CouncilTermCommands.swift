import ArgumentParser
import Domain
import Operations

struct ShowCouncilCommand: OfficerCommand {
    static let asks = Deed.reading(.council)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Its members by term, and the dossiers that wait for it.",
        discussion: "Example: thidua council show --province")

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let entry = try place.entry()
        let answer = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await ShowCouncil().perform(in: tx) }
        CouncilOutput.print(answer, as: place.officer.output)
    }
}

struct SeatMemberCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat", abstract: "Seats a member for a term, by the decision that names him.",
        discussion: """
            Example: thidua council seat 01890a5d-ac96-774b-bcce-b302099a8057 --duty chair --from 2023-01-15 --number 12/QĐ-UBND
            """)

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "chair, deputyChair, secretary or member.")
    var duty: CouncilMember.Duty

    @Option(help: "First day of the term.")
    var from: CivilDate

    @Option(help: "Last day of it; until it is ended when absent.")
    var through: CivilDate?

    @Option(help: "Number and symbol of the decision.")
    var number: String

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = SeatMember(person: person, duty: duty, from: from, through: through, documentNumber: number)
        try await printCouncil { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct EndTermCommand: CouncilKeeperCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-term", abstract: "Ends a term, once.",
        discussion: "Example: thidua council end-term 01890a5d-ac96-774b-bcce-b302099a8057 --through 2023-06-30")

    @Argument(help: "Id of the term, from `thidua council show`.")
    var term: CouncilTerm.ID

    @Option(help: "Last day of it.")
    var through: CivilDate

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = EndTerm(term, through: through)
        try await printCouncil { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
    }
}
