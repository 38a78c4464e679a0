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

struct ReportAnnexCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "annex", abstract: "Writes the annex of tasks and targets that a paper or a plan gives.",
        discussion: "Example: thidua report annex --campaign KH-77-2023 --output-file phu-luc.docx --province")

    @OptionGroup var source: AnnexSource
    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (making, entry) = (try source.making(), try place.entry())
        let made = try await place.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
        }
        try await target.write(made)
    }
}

struct AnnexSheetCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "annex-sheet", abstract: "Writes the same rows as a workbook.",
        discussion: "Example: thidua report annex-sheet phu-luc.xlsx --campaign KH-77-2023 --province")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @OptionGroup var source: AnnexSource
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (making, entry) = (try source.making(), try place.entry())
        let content = try await place.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await making.workbook(in: tx) }
        }
        try OutputFile.write(content, to: file, named: "<file>")
        print("Đã ghi \(file).")
    }
}
