import ArgumentParser
import Domain
import Operations

struct GivePostCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "give", abstract: "Gives a person of one's own unit a post there.",
        discussion: """
            Example: thidua post give 01890a5d-ac96-774b-bcce-b302099a8057 --unit PNV --role sub_unit_head --title 'Trưởng phòng Nội vụ' \
            --leader-rank deputy_head_or_above
            """)

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @OptionGroup var seat: NewPostOptions

    @Option(help: "Last day, when it is known.")
    var to: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let post = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let giving = GivePost(
                person: person, unit: try await seat.place(in: tx), role: seat.role, title: seat.title, leaderRank: seat.leaderRank,
                validFrom: seat.from, validTo: to)
            return try await ShowPost(try await giving.perform(in: tx, ids: .system)).perform(in: tx)
        }
        PostOutput.print([post], as: officer.output)
    }
}
