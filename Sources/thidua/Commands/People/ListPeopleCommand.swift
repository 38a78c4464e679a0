import ArgumentParser
import Domain
import Operations

struct ListPeopleCommand: ListingCommand {
    static let asks = Deed.reading(.directory)
    static let noun = "people"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Persons in service on a day, by given name.",
        discussion: "Example: thidua person list --unit PNV")

    @Option(help: "Day; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Only of this kind: can_bo, cong_chuc, vien_chuc.")
    var kind: Person.Kind?

    @Option(help: "Only those with a post at the sub-unit of this code.")
    var unit: String?

    @Flag(help: "Also those who had left by then.")
    var ended = false

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPeople {
        var place: SubUnit.ID?
        if let unit { place = try await SubUnitReference(unit).resolve(on: asOf, naming: "--unit", in: tx).id }
        return ListPeople(.init(on: asOf, kind: kind, unit: place, includingEnded: ended), limit: 200)
    }
}
