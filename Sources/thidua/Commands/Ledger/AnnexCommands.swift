import ArgumentParser
import Domain
import Operations

/// What orders: a paper, or the plan of a campaign.
struct AnnexSource: ParsableArguments {
    @Option(help: "Id of the paper that orders, from `thidua directive list`.")
    var directive: Directive.ID?

    @Option(help: "Code of the campaign whose plan orders; instead of --directive.")
    var campaign: String?

    func validate() throws {
        if (directive == nil) == (campaign == nil) { throw ValidationError("ghi một trong hai: --directive hoặc --campaign") }
    }

    func making() throws -> MakeAssignmentAnnex {
        if let directive { return MakeAssignmentAnnex(.directive(directive)) }
        guard let campaign else { throw ValidationError("thiếu --directive hoặc --campaign") }
        return MakeAssignmentAnnex(.campaign(campaign))
    }
}

struct ReportAnnexCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "annex", abstract: "Writes the annex of tasks and targets that a paper or a plan gives.",
        discussion: "Example: thidua report annex --campaign KH-77-2023 --output-file phu-luc.docx --province")

    @OptionGroup var source: AnnexSource
    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper { try await source.making().perform(in: tx) }
}

struct AnnexSheetCommand: FileWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "annex-sheet", abstract: "Writes the same rows as a workbook.",
        discussion: "Example: thidua report annex-sheet phu-luc.xlsx --campaign KH-77-2023 --province")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @OptionGroup var source: AnnexSource
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] { try await source.making().workbook(in: tx) }
}
