import ArgumentParser
import Domain
import Operations

struct ListUnitsCommand: OfficerCommand {
    static let asks = Deed.reading(.directory)
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

    func run() async throws {
        let entry = try officer.tenantEntry()
        let output = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var above: SubUnit.ID?
                if let parent { above = try await SubUnitReference(parent).resolve(on: asOf, naming: "--parent", in: tx).id }
                var list = ListSubUnits(.init(on: asOf, kind: kind, parent: above, includingClosed: closed), limit: 200)
                var units: [SubUnit] = []
                repeat {
                    let page = try await list.perform(in: tx)
                    units += page.units
                    list.after = page.next
                } while list.after != nil
                return try await UnitOutput(units, on: asOf, in: tx)
            }
        }
        output.print(as: officer.output)
    }
}
