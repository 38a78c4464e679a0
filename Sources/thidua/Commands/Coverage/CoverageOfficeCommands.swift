import ArgumentParser
import Documents
import Domain
import Operations

/// What is planned, as commands take it.
struct PlannedCoverage: ParsableArguments {
    @Option(help: "launch, monthlyModel, interimReview, finalReview or other.")
    var occasion: CoverageLine.Occasion

    @Option(help: "What it is about.")
    var subject: String

    @Option(help: "news, article, feature or column.")
    var kind: Coverage.Kind

    @Option(help: "The outlet, such as dept_bcm.")
    var outlet: String

    @Option(name: .customLong("planned-on"), help: "Day on which it is to be published.")
    var plannedOn: CivilDate

    func content(in tx: borrowing TenantTransaction) async throws -> CoverageLine.Content {
        guard let found = try await ListTenants().perform(in: tx).first(where: { $0.slug.text == outlet }) else {
            throw Problem.invalid("--outlet", "không có cơ quan này")
        }
        return CoverageLine.Content(occasion: occasion, subject: subject, kind: kind, outlet: found.id, plannedOn: plannedOn)
    }
}

/// A command by which the Office changes the plan, and that prints the line as it stands then.
protocol CoverageOfficeCommand: OfficerCommand {
    var officer: OfficerOptions { get }

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID
}

extension CoverageOfficeCommand {
    static var asks: Deed { .action(.keepReview) }

    func run() async throws {
        let entry = try officer.provinceEntry()
        let shown = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowCoverageLine(try await act(in: tx)).perform(in: tx)
        }
        CoverageCommand.print(shown, as: officer.output)
    }
}

struct PlanCoverageCommand: CoverageOfficeCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Plans what an outlet reports, on which occasion, when.",
        discussion: """
            Example: thidua coverage add --campaign KH-77-2023 --occasion launch --subject 'Lễ phát động' --kind news --outlet dept_bcm \
            --planned-on 2023-04-05
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @OptionGroup var planned: PlannedCoverage
    @OptionGroup var officer: OfficerOptions

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID {
        try await PlanCoverage(campaign: campaign, try await planned.content(in: tx)).perform(in: tx, ids: .system)
    }
}

struct ChangeCoverageCommand: CoverageOfficeCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Changes a line for a reason; what was planned before stays beside it.",
        discussion: """
            Example: thidua coverage change 01890a5d-ac96-774b-bcce-b302099a8057 --occasion launch --subject 'Lễ phát động' --kind article \
            --outlet dept_bcm --planned-on 2023-04-07 --reason 'Dời ngày phát động'
            """)

    @Argument(help: "Id of the line, from `thidua coverage plan`.")
    var line: CoverageLine.ID

    @OptionGroup var planned: PlannedCoverage

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID {
        try await ChangeCoverageLine(line, to: try await planned.content(in: tx), for: reason).perform(in: tx, ids: .system)
    }
}

struct DropCoverageCommand: CoverageOfficeCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Drops a line from the plan, for a reason.",
        discussion: "Example: thidua coverage drop 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Đã có bài khác'")

    @Argument(help: "Id of the line, from `thidua coverage plan`.")
    var line: CoverageLine.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID {
        try await ChangeCoverageLine(line, to: nil, for: reason).perform(in: tx, ids: .system)
    }
}

struct ApprovePressKitCommand: CoverageOfficeCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve-kit",
        abstract: "Gives the outlet the press kit of a line: approved facts, and who is shown and agreed (A72).",
        discussion: """
            Example: thidua coverage approve-kit 01890a5d-ac96-774b-bcce-b302099a8057 --facts 'Toàn tỉnh có 28 đơn vị' --approver 'Chánh Văn phòng' \
            --approved-on 2023-04-03
            """)

    @Argument(help: "Id of the line, from `thidua coverage plan`.")
    var line: CoverageLine.ID

    @Option(help: "The facts, as they were approved.")
    var facts: String

    @Option(help: "Who approved them, by his post.")
    var approver: String

    @Option(name: .customLong("approved-on"), help: "Day of the approval.")
    var approvedOn: CivilDate

    @Option(help: "Number and symbol of the paper of the approval.")
    var number = ""

    @Option(name: .customLong("not-before"), help: "Not to be published earlier.")
    var notBefore: CivilDate?

    @Option(help: "The person who is shown and agreed; with --consent-on and --manner.")
    var person: String?

    @Option(name: .customLong("consent-on"), help: "Day on which he agreed.")
    var consentOn: CivilDate?

    @Option(help: "paper or spoken.")
    var manner: PublicityConsent.Manner?

    @Option(name: .customLong("consent-number"), help: "Number of what he signed.")
    var consentNumber = ""

    @Option(name: .customLong("consent-note"), help: "To whom he said it.")
    var consentNote = ""

    @Option(help: "Instead of a person: id of a signed award of the province that is published with its name.")
    var award: RecordedAward.ID?

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if person != nil, award != nil { throw ValidationError("chỉ dùng một trong hai: --person hoặc --award") }
        if person != nil, consentOn == nil || manner == nil { throw ValidationError("--person: ghi kèm --consent-on và --manner") }
    }

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID {
        var shown = award.map(PressKit.Shown.award) ?? .nobody
        if let person, let consentOn, let manner {
            shown = .person(
                name: person,
                consent: PublicityConsent.Word(
                    consents: true, givenOn: consentOn, manner: manner, documentNumber: consentNumber, note: consentNote))
        }
        let given = PressKit.Facts(
            words: facts, approver: approver, approvedOn: approvedOn, documentNumber: number, notBefore: notBefore)
        return try await ApprovePressKit(line, given, showing: shown).perform(in: tx, ids: .system)
    }
}

struct WithdrawPressKitCommand: CoverageOfficeCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-kit", abstract: "Takes the press kit of a line back, for a reason.",
        discussion: "Example: thidua coverage withdraw-kit 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Số liệu chưa đúng'")

    @Argument(help: "Id of the line, from `thidua coverage plan`.")
    var line: CoverageLine.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func act(in tx: borrowing TenantTransaction) async throws -> CoverageLine.ID {
        try await WithdrawPressKit(line, for: reason).perform(in: tx, ids: .system)
    }
}
