import ArgumentParser
import Domain
import Operations

struct ListPostsCommand: ListingCommand {
    static let asks = Deed.reading(.directory)
    static let noun = "posts"
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

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPosts {
        var place: SubUnit.ID?
        if let unit { place = try await SubUnitReference(unit).resolve(on: asOf, naming: "--unit", in: tx).id }
        return ListPosts(.init(on: asOf, person: person, unit: place, role: role, everHeld: ever), limit: 200)
    }
}
