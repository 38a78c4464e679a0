import ArgumentParser
import Documents
import Domain
import Operations

struct ListMottosCommand: OfficerCommand {
    static let asks = Deed.reading(.motto)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "How the motto of every unit in sight stands, and whose move it is.",
        discussion: "Example: thidua motto list --campaign KH-77-2023 --review interim")

    @OptionGroup var motto: MottoOptions

    @Flag(help: "The sub-units instead of the first tier.")
    var subUnits = false

    func run() async throws {
        let listing = ListMottos(motto.gathering(tier: subUnits ? .subUnits : .firstTier))
        let list = try await motto.officer.seat.readWidest { (tx: borrowing TenantTransaction) in try await listing.perform(in: tx) }
        CommandOutput.print(
            columns: MottoJSON.columns, rows: list.rows.map(MottoJSON.row), json: MottoJSON.list(list), as: motto.officer.output)
    }
}
