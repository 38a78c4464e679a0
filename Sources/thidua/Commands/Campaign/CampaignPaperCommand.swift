import ArgumentParser
import Domain
import Operations

struct CampaignPaperCommand: PaperWritingCommand {
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

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.tenantEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper { try await MakeLaunchPlan(campaign: code).perform(in: tx) }
}
