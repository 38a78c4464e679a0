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

    @Option(help: "Code of the sub-unit; one's own unit when absent.")
    var unit: String?

    @Option(help: "What the post may do: \(Role.grantable.map(\.rawValue).joined(separator: ", ")).")
    var role: Role

    @Option(help: "As on papers: Trưởng phòng Nội vụ.")
    var title: String

    @Option(help: "For statistics: provincial, department, deputy_head_or_above, direct_worker.")
    var leaderRank: Post.LeaderRank

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @Option(help: "Last day, when it is known.")
    var to: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let post = try await officer.withEntrance { entrance in
            try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                var giving = GivePost(person: person, role: role, title: title, leaderRank: leaderRank, validFrom: from, validTo: to)
                if let unit { giving.unit = try await SubUnitReference(unit).resolve(on: from, naming: "--unit", in: tx).id }
                return try await ShowPost(try await giving.perform(in: tx, ids: .system)).perform(in: tx)
            }
        }
        PostOutput.print([post], as: officer.output)
    }
}
