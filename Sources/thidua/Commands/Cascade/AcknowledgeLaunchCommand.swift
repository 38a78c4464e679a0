import ArgumentParser
import Domain
import Operations

struct AcknowledgeLaunchCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "The unit takes note of the launch.",
        discussion: "Example: thidua launch acknowledge --campaign KH-77-2023 --date 2023-04-01")

    @OptionGroup var launch: LaunchOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AcknowledgeLaunch(launch.reference, version: nil, happenedOn: launch.date, note: launch.note)
        try await officer.report { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
