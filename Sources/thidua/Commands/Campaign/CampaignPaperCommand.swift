import ArgumentParser
import Domain
import Operations

struct CampaignPaperCommand: OfficerCommand {
    static let asks = Deed.reading(.catalogue)
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Writes the province's plan as an official paper.",
        discussion: """
            Example: thidua campaign paper KH-77-2023 --output-file ke-hoach.docx
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @Argument(help: "Code of the campaign.")
    var code: String

    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (making, entry) = (MakeLaunchPlan(campaign: code), try officer.tenantEntry())
        let made = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        }
        try await target.write(made)
    }
}
