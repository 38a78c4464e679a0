import ArgumentParser
import Domain
import Operations

struct ShowMottoCommand: OfficerCommand {
    static let asks = Deed.reading(.motto)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One unit's motto: indicators down to item and paper, assessment, comments, decision.",
        discussion: "Example: thidua motto show --campaign KH-77-2023 --review interim --unit 973")

    @OptionGroup var motto: MottoOptions

    @Option(help: "Facts dated later do not count; today when absent.")
    var asOf: CivilDate?

    func run() async throws {
        let showing = ShowMotto(motto.gathering(asOf: asOf))
        let seat = motto.officer.seat
        let sheet: MottoSheet
        if motto.unit == nil {
            // One's own, also for who sees the whole province.
            let entry = try seat.tenantEntry()
            sheet = try await seat.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        } else {
            sheet = try await seat.readWidest { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        }
        MottoOptions.print(sheet, as: motto.officer.output)
    }
}
