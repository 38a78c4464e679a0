import ArgumentParser
import Domain
import Operations

struct ReportMonthCommand: PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "month",
        abstract: "Writes the report of a closed month to the Chairman: summary, table of all units, what stands in the way.",
        discussion: """
            Example: thidua report month --campaign KH-77-2023 --month 2023-06 --output-file bao-cao.docx
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @OptionGroup var named: NamedMonth

    @Option(help: "Version of the close; the latest when absent.")
    var version: Int?

    @Flag(help: "As a part of the province's monthly steering review: without head and signature.")
    var part = false

    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let showing = ShowMonth(campaign: named.campaign, month: named.month, version: version)
        return try await MakeMonthReport(showing, isPart: part).perform(in: tx)
    }
}

struct ReportUnitMonthCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "unit-month", abstract: "Writes the unit's approved return of a month as it signs it.",
        discussion: "Example: thidua report unit-month --campaign KH-77-2023 --month 2023-06 --output-file bao-cao.docx")

    @OptionGroup var named: NamedMonth
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.tenantEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeUnitMonthReport(NamedReturn(campaign: named.campaign, month: named.month)).perform(in: tx)
    }
}

struct MonthSheetCommand: FileWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "month-sheet", abstract: "Writes the table of a month as a workbook, with every figure.",
        discussion: "Example: thidua report month-sheet thang-6.xlsx --campaign KH-77-2023 --month 2023-06 --province")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @OptionGroup var shown: ShownMonth
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] { try await ExportMonth(shown.showing).perform(in: tx) }
}
