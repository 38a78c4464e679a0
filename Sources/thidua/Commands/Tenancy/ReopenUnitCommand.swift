import ArgumentParser
import Domain
import Operations

struct ReopenUnitCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Takes back a closing of a sub-unit that was recorded by mistake; it may then be closed with the right day.",
        discussion: "Example: thidua unit reopen 32002")

    @Argument(help: "The code that it bore when it closed, or its id, from `thidua unit list --closed`.")
    var unit: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let output = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let present = try await SubUnitReference(unit).resolveClosed(naming: "unit", in: tx)
            try await ReopenSubUnit(present.id, version: present.version).perform(in: tx)
            return try await UnitOutput([try await ShowSubUnit(present.id).perform(in: tx)], in: tx)
        }
        output.print(as: officer.output)
    }
}
