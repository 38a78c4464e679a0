import ArgumentParser
import Domain
import Operations

struct ListUnitsCommand: ListingCommand {
    static let asks = Deed.reading(.directory)
    static let noun = "units"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Sub-units in force on a day, in customary order.",
        discussion: "Example: thidua unit list --tenant district_101 --kind xa --output csv")

    @Option(help: "Day; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Only of this kind: xa, phuong, thi_tran, phong, …")
    var kind: SubUnit.Kind?

    @Option(help: "Only those directly under the unit of this code.")
    var parent: String?

    @Flag(help: "Also those closed by then.")
    var closed = false

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListSubUnits {
        var above: SubUnit.ID?
        if let parent { above = try await SubUnitReference(parent).resolve(on: asOf, naming: "--parent", in: tx).id }
        return ListSubUnits(.init(on: asOf, kind: kind, parent: above, includingClosed: closed), limit: 200)
    }
}
