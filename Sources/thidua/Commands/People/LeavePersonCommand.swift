import ArgumentParser
import Domain
import Operations

struct LeavePersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Records that a person leaves: what is open goes to a successor or the unit, posts end, the account is shut.",
        discussion: """
            Example: thidua person leave 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'nghỉ hưu' --last-day 2023-06-30 --rest-to-unit --dry-run
            What is open is listed by `thidua person held-items`.
            """)

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var handOver: HandOverOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let move = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPerson(person).perform(in: tx).version
            let leaving = LeavePerson(
                person, version: version, lastDay: lastDay, reason: handOver.reason, handOver: handOver.handOver)
            if handOver.dryRun { return try await leaving.preview(in: tx, ids: .system) }
            return try await ShowMove(try await leaving.perform(in: tx, ids: .system)).perform(in: tx)
        }
        PersonMoveOutput.print([move], dryRun: handOver.dryRun, as: officer.output)
    }
}
