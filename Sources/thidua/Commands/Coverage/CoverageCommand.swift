public import ArgumentParser
import Documents
import Domain
import Operations

struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "What the media report: plan, press kits, what was published (truyền thông).",
        discussion: "Example: thidua coverage plan --campaign KH-77-2023 --province",
        subcommands: [
            ListCoverageLinesCommand.self, ListCoverageCommand.self, CountCoverageCommand.self, ShowCoverageLineCommand.self,
            PlanCoverageCommand.self, ChangeCoverageCommand.self, DropCoverageCommand.self, ApprovePressKitCommand.self,
            WithdrawPressKitCommand.self, ReportCoverageCommand.self, CorrectCoverageCommand.self, WithdrawCoverageCommand.self,
        ])

    /// Prints a line as it stands, with its kit.
    static func print(_ shown: ShowCoverageLine.Answer, as format: OutputFormat) {
        let detail = shown.detail
        CommandOutput.print(
            columns: CoverageJSON.lineColumns, cells: [CoverageJSON.lineRow(detail.line, on: shown.today)],
            json: CoverageJSON.detail(detail, on: shown.today), as: format)
        guard format == .table else { return }
        for version in detail.versions.dropFirst() {
            Swift.print("\(version.recordedOn.vietnamese) \(version.isDropped ? "bỏ khỏi kế hoạch" : "sửa"): \(version.reason)")
        }
        for kit in detail.kits {
            guard let facts = kit.facts else {
                Swift.print("\(kit.recordedOn.vietnamese) thu hồi tài liệu: \(kit.reason)")
                continue
            }
            Swift.print("Tài liệu \(facts.approver) duyệt ngày \(facts.approvedOn.vietnamese); \(kit.consentWords)")
            if let day = facts.notBefore { Swift.print("Không đăng, phát trước ngày \(day.vietnamese).") }
            Swift.print(facts.words)
        }
    }

    static func print(_ coverage: Coverage, as format: OutputFormat) {
        CommandOutput.print(
            columns: CoverageJSON.columns, cells: [CoverageJSON.row(coverage)], json: CoverageJSON.value(coverage), as: format)
    }
}

extension CoverageLine.Occasion: ExpressibleByArgument {}
extension Coverage.Kind: ExpressibleByArgument {}

/// Between which days.
struct CoverageDays: ParsableArguments {
    @Option(help: "Published then at the earliest.")
    var from: CivilDate?

    @Option(help: "Published then at the latest.")
    var to: CivilDate?
}

struct ListCoverageLinesCommand: ListingCommand {
    static let asks = Deed.reading(.coverage)
    static let noun = "coverage-plan"
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "What is planned beside what was published, by the planned day.",
        discussion: "Example: thidua coverage plan --campaign KH-77-2023 --output csv")

    @Option(help: "Code of the campaign; every one when absent.")
    var campaign: String?

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListCoverageLines { ListCoverageLines(campaign: campaign) }
}

struct ListCoverageCommand: ListingCommand {
    static let asks = Deed.reading(.coverage)
    static let noun = "coverage"
    static let configuration = CommandConfiguration(
        commandName: "published", abstract: "What was published, as it stands, the latest reported first.",
        discussion: "Example: thidua coverage published --from 2023-06-01 --to 2023-06-30 --output csv")

    @Option(help: "Code of the campaign; every one when absent.")
    var campaign: String?

    @OptionGroup var days: CoverageDays
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListCoverage {
        ListCoverage(campaign: campaign, from: days.from, to: days.to)
    }
}

struct CountCoverageCommand: ListingCommand {
    static let asks = Deed.reading(.coverage)
    static let noun = "coverage-counts"
    static let configuration = CommandConfiguration(
        commandName: "counts", abstract: "How much was published between two days, by outlet and kind.",
        discussion: "Example: thidua coverage counts --campaign KH-77-2023 --from 2023-06-01 --to 2023-06-30 --province")

    @Option(help: "Code of the campaign; every one when absent.")
    var campaign: String?

    @OptionGroup var days: CoverageDays
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> CountCoverage {
        CountCoverage(campaign: campaign, from: days.from, to: days.to)
    }
}

struct ShowCoverageLineCommand: OfficerCommand {
    static let asks = Deed.reading(.coverage)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One line of the plan with its press kit and what was published.",
        discussion: "Example: thidua coverage show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the line, from `thidua coverage plan`.")
    var line: CoverageLine.ID

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (entry, showing) = (try place.entry(), ShowCoverageLine(line))
        let shown = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        CoverageCommand.print(shown, as: place.officer.output)
    }
}
