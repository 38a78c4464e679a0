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

struct ReportReviewCommand: OfficerCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Writes the report of a review to the Chairman, from its frozen figures.",
        discussion: "Example: thidua report review --campaign KH-77-2023 --review interim --output-file so-ket.docx")

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (making, entry) = (MakeReviewReport(frozen.showing), try officer.provinceEntry())
        let made = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        }
        try await target.write(made)
    }
}

struct ReportUnitReviewCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "unit-review", abstract: "Writes the unit's own report of a review as it signs it.",
        discussion: "Example: thidua report unit-review --campaign KH-77-2023 --review interim --output-file so-ket.docx")

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (making, entry) = (MakeUnitReviewReport(frozen.showing), try officer.tenantEntry())
        let made = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        }
        try await target.write(made)
    }
}

struct ReviewSheetCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "review-sheet", abstract: "Writes the frozen figures of a review as a workbook.",
        discussion: "Example: thidua report review-sheet so-ket.xlsx --campaign KH-77-2023 --review interim --province")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @OptionGroup var frozen: FrozenReview
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (export, entry) = (ExportReview(frozen.showing), try place.entry())
        let content = try await place.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await export.perform(in: tx) }
        }
        try OutputFile.write(content, to: file, named: "<file>")
        print("Đã ghi \(file).")
    }
}
