import ArgumentParser
import Documents
import Domain
import Operations

struct UrgingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "urging", abstract: "Letters of the Office about what is overdue in the units (công văn đôn đốc).",
        discussion: "Example: thidua urging overdue --campaign KH-77-2023",
        subcommands: [ListOverdueCommand.self, RecordUrgingCommand.self])
}

struct ListOverdueCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "overdue", abstract: "What the province gave and is overdue today, unit by unit, with the letters about it.",
        discussion: """
            Example: thidua urging overdue --campaign KH-77-2023 --output json
            What was reported and waits to be judged is overdue as well, and left out: nothing is to be urged.
            """)
    static let noun = "overdue"
    static let example = "--campaign KH-77-2023"

    @Option(help: "Code of the campaign.")
    var campaign: String

    @OptionGroup var options: OfficerOptions

    func entry() throws -> Entry { try options.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListOverdue { ListOverdue(campaign: campaign) }
}

/// A unit as commands name it.
struct UrgedUnit: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "The unit that is urged, such as district_973.")
    var unit: String

    @Flag(help: "Urges again what was urged before, and says so.")
    var again = false

    func slug() throws(Problem) -> Tenant.Slug {
        guard let slug = Tenant.Slug(unit) else { throw .notFound }
        return slug
    }
}

struct RecordUrgingCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Enters number and day of a letter that was signed; a cause that was urged before needs --again.",
        discussion: "Example: thidua urging record --campaign KH-77-2023 --unit district_973 --number 12/VP-TH --date 2023-06-20")

    @OptionGroup var named: UrgedUnit

    @Option(help: "Number and symbol, as the clerk gave them.")
    var number: String

    @Option(help: "Day on which it was signed.")
    var date: CivilDate

    @Option(help: "Code of an item of which the letter speaks, delivered since or not; may be repeated. Without, as a letter made now.")
    var code: [String] = []

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecordUrging(
            campaign: named.campaign, tenant: try named.slug(), number: number, signedOn: date, again: named.again,
            codes: code.isEmpty ? nil : code)
        let entry = try officer.provinceEntry()
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowUrging(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        CommandOutput.print(
            columns: ["Đơn vị", "Số, ký hiệu", "Ngày ký", "Số nhiệm vụ, chỉ tiêu"],
            rows: [
                [
                    shown.tenant.text, shown.urging.number, shown.urging.signedOn.vietnamese,
                    VietnameseNumber.text(shown.urging.causes.count),
                ]
            ], json: UrgingJSON.recorded(shown.urging, of: shown.tenant), as: officer.output)
    }
}

struct ReportUrgingCommand: PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "urging", abstract: "Writes the letter to one unit about what is overdue there.",
        discussion: "Example: thidua report urging --campaign KH-77-2023 --unit district_973 --output-file don-doc.docx")

    @OptionGroup var named: UrgedUnit
    @OptionGroup var target: PaperTarget
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeUrgingLetter(campaign: named.campaign, tenant: try named.slug(), again: named.again).perform(in: tx)
    }
}

struct ReportUrgingsCommand: FileWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "urgings", abstract: "Writes the letters to all units with something overdue into one archive, one each.",
        discussion: "Example: thidua report urgings don-doc.zip --campaign KH-77-2023")

    @Argument(help: "Where it is written; an existing file is replaced.", completion: .file(extensions: ["zip"]))
    var file: String

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Flag(help: "Urges again what was urged before, and says so.")
    var again = false

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func content(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await MakeUrgingLetters(campaign: campaign, again: again).perform(in: tx)
    }
}
