import ArgumentParser
import Domain
import Operations

struct ListPostsCommand: OfficerCommand {
    static let asks = Deed.reading(.directory)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Posts held on a day, in the customary order of their roles.",
        discussion: "Example: thidua post list --unit PNV --ever")

    @Option(help: "Day; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Only of this person, by id.")
    var person: Person.ID?

    @Option(help: "Only at the sub-unit of this code.")
    var unit: String?

    @Option(help: "Only with this role: unit_head, council_secretary, …")
    var role: Role?

    @Flag(help: "Also those over by then or beginning later.")
    var ever = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let posts = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var place: SubUnit.ID?
                if let unit { place = try await SubUnitReference(unit).resolve(on: asOf, naming: "--unit", in: tx).id }
                var list = ListPosts(.init(on: asOf, person: person, unit: place, role: role, everHeld: ever), limit: 200)
                var posts: [PostHolding] = []
                repeat {
                    let page = try await list.perform(in: tx)
                    posts += page.posts
                    list.after = page.next
                } while list.after != nil
                return posts
            }
        }
        PostOutput.print(posts, as: officer.output)
    }
}
