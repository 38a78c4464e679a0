import ArgumentParser
import Domain
import Operations

struct CloseUnitCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract:
            "Closes a sub-unit after its last day; refused while units, posts or open items are in its hands, and before what it did last.",
        discussion: "Example: thidua unit close 32002 --last-day 2023-06-30")

    @Argument(help: "Its code, or its id.")
    var unit: String

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let output = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let present = try await SubUnitReference(unit).resolve(naming: "unit", in: tx)
            try await CloseSubUnit(present.id, version: present.version, lastDay: lastDay).perform(in: tx)
            return try await UnitOutput([try await ShowSubUnit(present.id).perform(in: tx)], in: tx)
        }
        output.print(as: officer.output)
    }
}
