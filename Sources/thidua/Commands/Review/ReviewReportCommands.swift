import ArgumentParser
import Domain
import Operations

/// Which frozen version of which review.
struct FrozenReview: ParsableArguments {
    @OptionGroup var named: NamedReview

    @Option(help: "Version of the frozen figures; the latest when absent.")
    var version: Int?

    var showing: ShowSnapshot { ShowSnapshot(campaign: named.campaign, review: named.review, version: version) }
}

struct ReportReviewCommand: PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Writes the report of a review to the Chairman, from its frozen figures.",
        discussion: "Example: thidua report review --campaign KH-77-2023 --review interim --output-file so-ket.docx")

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper { try await MakeReviewReport(frozen.showing).perform(in: tx) }
}

struct ReportUnitReviewCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "unit-review", abstract: "Writes the unit's own report of a review as it signs it.",
        discussion: "Example: thidua report unit-review --campaign KH-77-2023 --review interim --output-file so-ket.docx")

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.tenantEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeUnitReviewReport(frozen.showing).perform(in: tx)
    }
}

struct ReviewSheetCommand: FileWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "review-sheet", abstract: "Writes the frozen figures of a review as a workbook.",
        discussion: "Example: thidua report review-sheet so-ket.xlsx --campaign KH-77-2023 --review interim --province")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] { try await ExportReview(frozen.showing).perform(in: tx) }
}
