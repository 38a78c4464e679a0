import ArgumentParser
import Documents
import Domain
import Operations

/// What was published, as commands take it.
struct PublishedCoverage: ParsableArguments {
    @Option(help: "news, article, feature or column.")
    var kind: Coverage.Kind

    @Option(help: "Its title.")
    var title: String

    @Option(help: "Day on which it was published.")
    var on: CivilDate

    @Option(help: "Minutes on air.")
    var minutes: Int?

    @Option(help: "https://…; it or --minutes.")
    var link = ""

    var report: Coverage.Report { Coverage.Report(kind: kind, title: title, publishedOn: on, minutes: minutes, link: link) }
}

struct ReportCoverageCommand: OfficerCommand {
    static let asks = Deed.action(.reportCoverage)
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Reports what one's outlet published, against a line of its plan or without one.",
        discussion: """
            Example: thidua coverage report --line 01890a5d-ac96-774b-bcce-b302099a8057 --kind news --title 'Lễ phát động' --on 2023-04-05 \
            --link https://baocamau.vn/le-phat-dong
            """)

    @Option(help: "Id of the line, from `thidua coverage plan`; not planned when absent.")
    var line: CoverageLine.ID?

    @Option(help: "Code of the campaign, without a line.")
    var campaign: String?

    @OptionGroup var published: PublishedCoverage
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (act, entry) = (ReportCoverage(published.report, campaign: campaign, line: line), try officer.tenantEntry())
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowCoverage(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        CoverageCommand.print(shown, as: officer.output)
    }
}

struct CorrectCoverageCommand: OfficerCommand {
    static let asks = Deed.action(.reportCoverage)
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Corrects what one's outlet reported, for a reason.",
        discussion: """
            Example: thidua coverage correct 01890a5d-ac96-774b-bcce-b302099a8057 --kind feature --title 'Lễ phát động' --on 2023-04-05 --minutes 6 \
            --reason 'Ghi nhầm thời lượng'
            """)

    @Argument(help: "Id of it, from `thidua coverage published`.")
    var coverage: Coverage.ID

    @OptionGroup var published: PublishedCoverage

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (act, entry) = (CorrectCoverage(coverage, to: published.report, for: reason), try officer.tenantEntry())
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            guard let stands = try await act.perform(in: tx, ids: .system) else { throw Problem.notFound }
            return try await ShowCoverage(stands).perform(in: tx)
        }
        CoverageCommand.print(shown, as: officer.output)
    }
}

struct WithdrawCoverageCommand: OfficerCommand {
    static let asks = Deed.action(.reportCoverage)
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Says that there was no such publication, for a reason: it is counted no longer.",
        discussion: "Example: thidua coverage withdraw 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Ghi hai lần'")

    @Argument(help: "Id of it, from `thidua coverage published`.")
    var coverage: Coverage.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (act, entry) = (CorrectCoverage(coverage, to: nil, for: reason), try officer.tenantEntry())
        try await officer.write(entry) { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: .system) }
        print("Đã ghi là không có kết quả đăng, phát này.")
    }
}
