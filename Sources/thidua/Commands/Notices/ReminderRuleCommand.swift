import ArgumentParser
import Documents
import Domain
import Operations

struct ReminderRuleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reminder-rule", abstract: "When people are reminded, and what could not be sent.",
        discussion: "Example: thidua reminder-rule list",
        subcommands: [ListReminderRulesCommand.self, SetReminderRuleCommand.self, ListUnsentMessagesCommand.self])
}

struct ListReminderRulesCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "reminder-rules"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every rule with those before it, the latest first under each code.",
        discussion: "Example: thidua reminder-rule list --output csv")

    @OptionGroup var options: OfficerOptions

    func listing(in tx: borrowing TenantTransaction) async throws -> ListReminderRules { ListReminderRules() }
}

struct ListUnsentMessagesCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "unsent-messages"
    static let configuration = CommandConfiguration(
        commandName: "unsent", abstract: "Reminders that could not be sent so far, by unit.",
        discussion: "Example: thidua reminder-rule unsent --output csv")

    @OptionGroup var options: OfficerOptions

    func entry() throws -> Entry { try options.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListUnsentMessages { ListUnsentMessages() }
}

struct SetReminderRuleCommand: OfficerCommand {
    static let asks = Deed.action(.importCampaign)
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Says from when on people are reminded on other days, by a paper. For the Office.",
        discussion: """
            Example: thidua reminder-rule set due_in_7 --days=-10 --until-days=-4 --words 'sắp đến hạn trong 10 ngày' \
            --source 'Công văn 15/VP-TH' --from 2023-07-01
            The rule before it ends the day before; what was told stays told. Without it the items of a campaign are reminded of by the days of \
            its plan (reminderFirstDays, reminderSecondDays, reminderOverdueDays); with it, by it in every campaign.
            """)

    @Argument(help: "Code of the rule, from `thidua reminder-rule list`.")
    var code: String

    @Option(help: "From so many days after the due date on; negative: before it. Of a period to open after its first day, never before it.")
    var days: Int

    @Option(help: "And up to so many; for as long as it is open when absent.")
    var untilDays: Int?

    @Option(help: "The reason, as the person reads it.")
    var words: String

    @Option(help: "The paper that says so.")
    var source: String

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = SetReminderRule(code, days: days, untilDays: untilDays, words: words, source: source, from: from)
        let entry = try officer.provinceEntry()
        let kept = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx)
            return try await ListReminderRules().perform(in: tx).filter { $0.code == act.code }
        }
        CommandOutput.print(
            columns: ReminderRuleJSON.columns, cells: kept.map(ReminderRuleJSON.row), json: .array(kept.map(ReminderRuleJSON.value)),
            as: officer.output)
    }
}
