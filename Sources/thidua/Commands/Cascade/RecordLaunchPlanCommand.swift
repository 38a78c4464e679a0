import ArgumentParser
import Domain
import Operations

struct RecordLaunchPlanCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Records the unit's own plan: number, date, text.",
        discussion:
            "Example: thidua launch plan --campaign KH-77-2023 --date 2023-04-04 --number 12/KH-UBND --text 'Kế hoạch phát động phong trào'"
    )

    @OptionGroup var launch: LaunchOptions

    @Option(help: "Number and symbol of the plan.")
    var number: String

    @Option(help: "Abstract or text of the plan.")
    var text: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordLaunchPlan(
            launch.reference, version: nil, happenedOn: launch.date, documentNumber: number, text: text, note: launch.note)
        try await officer.report { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
