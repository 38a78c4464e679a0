import ArgumentParser
import Domain
import Operations

struct LaunchCampaignCommand: OfficerCommand {
    static let asks = Deed.action(.launchCampaign)
    static let configuration = CommandConfiguration(
        commandName: "launch", abstract: "Launches a campaign (the Chairman): it goes to every first-tier unit.",
        discussion: """
            Example: thidua campaign launch KH-77-2023 --number 77/KH-UBND --date 2023-03-31
            The same again changes nothing. The service delivers within seconds; without it, run: thidua work --once
            """)

    @Argument(help: "Code of the campaign.")
    var code: String

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Day of the launch, 2023-03-31 or 31/3/2023.")
    var date: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let launch = LaunchCampaign(code: code, documentNumber: number, launchedOn: date)
        let entry = try officer.provinceEntry()
        let campaign = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await launch.perform(in: tx) }
        CommandOutput.print(
            columns: ["Mã", "Tên", "Thời gian", "Hạn phát động", "Phát động"], rows: [CampaignOutput.row(campaign)],
            json: CampaignOutput.value(campaign), as: officer.output)
    }
}
