import ArgumentParser
import Domain
import Operations

struct ResponsePlanCommand: PaperWritingCommand {
    static let asks = Deed.reading(.launch)
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Writes the unit's plan in answer to the province's, with what it gave its sub-units and people.",
        discussion: """
            Example: thidua launch paper --campaign KH-77-2023 --output-file ke-hoach-huong-ung.docx
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.tenantEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeResponsePlan(campaign: campaign).perform(in: tx)
    }
}
