import ArgumentParser
import Documents
import Domain
import Operations

struct AwardHistoryCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "award-history"
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Awards of a person wherever he served, or of a unit with those that it came from.",
        discussion: "Example: thidua award history --person 01890a5d-ac96-774b-bcce-b302099a8057 --province")

    @Option(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID?

    @Option(help: "Id of the sub-unit, from `thidua unit list`.")
    var unit: SubUnit.ID?

    @Option(help: "Unit of the province, such as district_973; with --province.")
    var ofTenant: String?

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowAwardHistory {
        var slug: Tenant.Slug?
        if let ofTenant {
            guard let named = Tenant.Slug(ofTenant) else { throw Problem.invalid("--of-tenant", "phải là mã đơn vị như district_973") }
            slug = named
        }
        return ShowAwardHistory(slug: slug, unit: unit, person: person)
    }
}

struct ImportEarlierAwardsCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.appraiseAward)]
    var deeds: [Deed] { place.province ? Self.orAsks : [Self.asks] }
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Records awards of the time before from a list: all rows or none.",
        discussion: """
            Example: thidua award import khen-thuong.xlsx --dry-run
            With --dry-run every fault is printed with its cell; exits with 1 when there are any. The same list again changes nothing.
            `thidua award template` writes an empty list.
            """)

    @Argument(help: "The list: XLSX, or CSV in UTF-8.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Option(help: "Name of the sheet of a workbook; the first when absent.")
    var sheet: String?

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let entry = try place.entry()
        do {
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let act = ImportEarlierAwards(try Table(file: try InputFile.read(file), name: name, sheet: sheet), isDryRun: dryRun)
            let outcome = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx, ids: .system)
            }
            CommandOutput.print(
                columns: PastAwardJSON.outcomeColumns, rows: outcome.rows.map { PastAwardJSON.row($0, isDryRun: dryRun) },
                json: PastAwardJSON.outcome(outcome), as: place.officer.output)
        } catch let problem as Problem where dryRun && !problem.fields.isEmpty {
            CommandOutput.print(
                columns: ["Vị trí", "Cần sửa"], rows: problem.fields.map { [$0.path, $0.reason] },
                json: .array(problem.fields.map { ["path": .string($0.path), "reason": .string($0.reason)] }), as: place.officer.output)
            throw ExitCode(1)
        }
    }
}

struct EarlierAwardTemplateCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.appraiseAward)]
    var deeds: [Deed] { place.province ? Self.orAsks : [Self.asks] }
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Writes an empty list of earlier awards to be filled in.",
        discussion: "Example: thidua award template --output-file khen-thuong.xlsx")

    @Option(
        help: "Where it is written; .xlsx is a workbook, any other CSV. An existing file is replaced.",
        completion: .file(extensions: ["csv", "xlsx"]))
    var outputFile = "mau-khen-thuong-da-nhan.csv"

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let isWorkbook = outputFile.lowercased().hasSuffix(".xlsx")
        let (template, entry) = (EarlierAwardTemplate(as: isWorkbook ? .xlsx : .csv), try place.entry())
        let content = try await place.officer.read(entry) { (tx: borrowing TenantTransaction) in try await template.perform(in: tx) }
        try OutputFile.write(content, to: outputFile, named: "--output-file")
        print("Đã ghi \(outputFile).")
    }
}

struct StrikeEarlierAwardCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks = [Deed.action(.appraiseAward)]
    var deeds: [Deed] { place.province ? Self.orAsks : [Self.asks] }
    static let configuration = CommandConfiguration(
        commandName: "strike", abstract: "Strikes out an earlier award that was recorded by mistake; it is kept.",
        discussion: "Example: thidua award strike 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Ghi nhầm người'")

    @Argument(help: "Id of the award, from `thidua award history`.")
    var award: PastAward.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let (act, entry) = (StrikeEarlierAward(award, reason: reason), try place.entry())
        try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        print("Đã gạch bỏ.")
    }
}

struct AchievementFlagsCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "achievement-flags"
    static let configuration = CommandConfiguration(
        commandName: "flags", abstract: "Dossiers whose achievement may have been rewarded already or is proposed twice.",
        discussion: "Example: thidua award flags --open")

    @Flag(help: "Only those that keep a dossier from the Chairman.")
    var open = false

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListAchievementFlags { ListAchievementFlags(isOpen: open) }

    static func print(_ flags: [AchievementFlag], as format: OutputFormat) {
        CommandOutput.print(
            columns: PastAwardJSON.flagColumns, cells: flags.map(PastAwardJSON.row), json: .array(flags.map(PastAwardJSON.flag)),
            as: format)
    }
}

struct RuleAchievementCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Home Affairs decides whether two things are one achievement, with a reason.",
        discussion: """
            Example: thidua award rule 01890a5d-ac96-774b-bcce-b302099a8057 --award 01890a5d-ac96-774b-bcce-b302099a8058 --ruling allowed \
            --reason 'Trường hợp tiêu biểu, huyện đã tặng Giấy khen'
            Rulings: another (thành tích khác), allowed (được khen ở cả hai cấp), doubled (không khen thêm).
            """)

    @Argument(help: "Id of the dossier, from `thidua award flags`.")
    var dossier: AwardDossier.ID

    @Option(help: "Id of the earlier award beside it; or")
    var award: PastAward.ID?

    @Option(help: "id of the other dossier.")
    var beside: AwardDossier.ID?

    @Option(help: "another, allowed or doubled.", completion: .list(AchievementFlag.Ruling.allCases.map(\.rawValue)))
    var ruling: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if (award == nil) == (beside == nil) { throw ValidationError("chỉ dùng một trong hai: --award hoặc --beside") }
    }

    func run() async throws {
        guard let ruled = AchievementFlag.Ruling(rawValue: ruling) else {
            throw Problem.invalid(
                "--ruling", "phải là một trong: " + AchievementFlag.Ruling.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard let other = award.map(AchievementFlag.Other.earlierAward) ?? beside.map(AchievementFlag.Other.dossier) else {
            throw Problem.notFound
        }
        let (act, entry) = (RuleAchievement(dossier: dossier, other: other, ruling: ruled, reason: reason), try officer.provinceEntry())
        let listing = ListAchievementFlags(dossier: dossier)
        let flags = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return try await listing.perform(in: tx).flags
        }
        AchievementFlagsCommand.print(flags, as: officer.output)
    }
}
