import ArgumentParser
import Documents
import Domain
import Operations

struct ListMottosCommand: ListingCommand {
    static let asks = Deed.reading(.motto)
    static let noun = "mottos"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "How the motto of every unit in sight stands, and whose move it is.",
        discussion: "Example: thidua motto list --campaign KH-77-2023 --review interim")

    @OptionGroup var motto: MottoOptions

    @Flag(help: "The sub-units instead of the first tier.")
    var subUnits = false

    var options: OfficerOptions { motto.officer }

    func entry() async throws -> Entry { try await motto.officer.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListMottos {
        ListMottos(motto.gathering(tier: subUnits ? .subUnits : .firstTier))
    }

    /// With the day as of which it is told.
    func run() async throws {
        let there = try await entry()
        let list = try await options.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).perform(in: tx) }
        CommandOutput.print(
            columns: MottoJSON.columns, cells: list.rows.map(MottoJSON.row), json: MottoJSON.list(list), as: options.output)
    }
}
