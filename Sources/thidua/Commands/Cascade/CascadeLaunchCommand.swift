import ArgumentParser
import Domain
import Operations

struct CascadeLaunchCommand: OfficerCommand {
    static let asks = Deed.action(.cascadeLaunch)
    static let configuration = CommandConfiguration(
        commandName: "cascade", abstract: "Passes the launch on to all sub-units, those added later included.",
        discussion: """
            Example: thidua launch cascade --campaign KH-77-2023
            Asking again changes nothing. The service delivers within seconds; without it, run: thidua work --once
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let cascade = CascadeLaunch(campaign: campaign)
        let entry = try officer.tenantEntry()
        let isNew = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await cascade.perform(in: tx) }
        CommandOutput.print(
            columns: ["Phong trào", "Kết quả"], rows: [[campaign, isNew ? "đang chuyển đến các đơn vị trực thuộc" : "đã chuyển từ trước"]],
            json: ["campaign": .string(campaign), "queued": .bool(isNew)], as: officer.output)
    }
}
