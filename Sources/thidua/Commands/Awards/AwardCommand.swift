import ArgumentParser
import Documents
import Domain
import Operations

struct AwardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award",
        abstract: "Awards: the rules they rest on, and what units give by their own authority, and what was awarded before.",
        discussion: "Example: thidua award rules list",

        subcommands: [
            AwardRulesCommand.self, OwnRulesCommand.self, OwnRoundCommand.self, OwnTotalsCommand.self, AwardHistoryCommand.self,
            ImportEarlierAwardsCommand.self, EarlierAwardTemplateCommand.self,
            StrikeEarlierAwardCommand.self, AchievementFlagsCommand.self, RuleAchievementCommand.self,
        ])
}

struct AwardRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Regimes, base salaries, rates and rounding of rewards, council rules, papers of a dossier.",
        discussion: "Example: thidua award rules list", subcommands: [ImportAwardRulesCommand.self, ListAwardRulesCommand.self])
}

struct ImportAwardRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Loads the rules on awards from a folder, all or none.",
        discussion: """
            Example: thidua award rules import deploy/awards --dry-run
            The folder holds \(AwardRules.files.joined(separator: ", ")). What is there keeps its figures: a new figure begins on a day of its own, \
            and the one before takes its last day. The same folder again changes nothing.
            """)

    @Argument(help: "The folder; deploy/awards of the installation when absent.", completion: .directory)
    var folder: String?

    @Flag(help: "Tells what would change, and changes nothing.")
    var dryRun = false

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let (rules, changed) = try await options.desk().importAwardRules(from: folder, trial: dryRun)
        CommandOutput.print(
            columns: ["Quy định đã đọc", "Dòng thêm hoặc sửa"], rows: [["\(AwardRulesJSON.rows(rules).count)", "\(changed)"]],
            json: ["dryRun": .bool(dryRun), "read": .integer(AwardRulesJSON.rows(rules).count), "changed": .integer(changed)],
            as: options.output)
        if dryRun, options.output == .table { print("Chạy thử: chưa có gì được ghi.") }
    }
}

struct ListAwardRulesCommand: OfficerCommand {
    static let asks = Deed.reading(.catalogue)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The rules on awards that are loaded, each with its source.",
        discussion: "Example: thidua award rules list --output csv")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let rules = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await ListAwardRules().perform(in: tx) }
        CommandOutput.print(
            columns: AwardRulesJSON.columns, rows: AwardRulesJSON.rows(rules), json: AwardRulesJSON.value(rules), as: officer.output)
    }
}
