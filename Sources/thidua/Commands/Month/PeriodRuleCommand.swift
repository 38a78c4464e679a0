import ArgumentParser
import Documents
import Domain
import Operations

struct PeriodRuleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period-rule", abstract: "How long reporting periods are, and when returns are due.",
        discussion: "Example: thidua period-rule list", subcommands: [ListPeriodRulesCommand.self, SetPeriodRuleCommand.self])
}

struct ListPeriodRulesCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "period-rules"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every rule with those before it, the latest first.",
        discussion: "Example: thidua period-rule list --output csv")

    @OptionGroup var options: OfficerOptions

    func listing(in tx: borrowing TenantTransaction) async throws -> ListPeriodRules { ListPeriodRules() }
}

struct SetPeriodRuleCommand: OfficerCommand {
    static let asks = Deed.action(.importCampaign)
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Says how long reporting periods are and when returns are due, by a paper. For the Office.",
        discussion: """
            Example: thidua period-rule set --first-day 15 --sub-unit-days 1 --unit-days 3 --close-days 5 \
            --citation 'Công văn 15/VP-TH' --from 2023-07-01
            It counts for the months that begin then or later; what was opened stays. It goes before the last day of the period \
            that a plan says itself (reportPeriodLastDay).
            """)

    @Option(help: "First day of the period, of the month before; 1: of the month itself.")
    var firstDay: Int

    @Option(help: "Working days after its end, for returns of communes to their district.")
    var subUnitDays: Int

    @Option(help: "The same for returns to the Office.")
    var unitDays: Int

    @Option(help: "After these the close waits for nobody.")
    var closeDays: Int

    @Option(help: "The paper that says how long the period is.")
    var citation: String

    @Option(help: "The one that says the days; the same when absent.")
    var daysCitation: String?

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = SetPeriodRule(
            firstDay: firstDay, subUnitDays: subUnitDays, unitDays: unitDays, closeDays: closeDays, citation: citation,
            daysCitation: daysCitation, from: from)
        let entry = try officer.provinceEntry()
        let kept = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx)
            return try await ListPeriodRules().perform(in: tx)
        }
        CommandOutput.print(
            columns: PeriodRuleJSON.columns, cells: kept.map(PeriodRuleJSON.row), json: .array(kept.map(PeriodRuleJSON.value)),
            as: officer.output)
    }
}
