import ArgumentParser
import Domain
import Operations

struct LaunchPaperCommand: OfficerCommand {
    static let asks = Deed.action(.recordPaper)
    static let configuration = CommandConfiguration(
        commandName: "launch", abstract: "Records the Chairman's launch of a campaign from his signed paper.",
        discussion: "Example: thidua paper launch 01890a5d-ac96-774b-bcce-b302099a8057 --campaign KH-77-2023")

    @Argument(help: "Id of the paper, from `thidua paper list`.")
    var paper: PaperAct.ID

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Day of the launch; the day of signing when absent.")
    var launchedOn: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.provinceEntry()
        let summary = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let signed = try await ShowPaper(paper).perform(in: tx)
            return try await LaunchCampaign(
                code: campaign, documentNumber: signed.number, launchedOn: launchedOn ?? signed.signedOn, paper: paper
            ).perform(in: tx)
        }
        CommandOutput.print(
            columns: ["Mã", "Tên", "Thời gian", "Hạn phát động", "Phát động"], rows: [CampaignOutput.row(summary)],
            json: CampaignOutput.value(summary), as: officer.output)
    }
}
