import ArgumentParser
import Domain
import Operations

struct EndPersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Records a person's last day: every post ends with it, and nobody signs in as him afterwards.",
        discussion: "Example: thidua person end 01890a5d-ac96-774b-bcce-b302099a8057 --last-day 2023-06-30")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let ended = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPerson(person).perform(in: tx).version
            try await EndPerson(person, version: version, lastDay: lastDay).perform(in: tx)
            return try await ShowPerson(person).perform(in: tx)
        }
        PersonOutput.print([ended], as: officer.output)
    }
}
