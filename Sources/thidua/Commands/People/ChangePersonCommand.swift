import ArgumentParser
import Domain
import Operations

struct ChangePersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Gives a person another name or kind from a day on; what was recorded before stays.",
        discussion: "Example: thidua person change 01890a5d-ac96-774b-bcce-b302099a8057 --kind cong_chuc --from 2023-06-01")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "New full name.")
    var name: String?

    @Option(help: "New kind: can_bo, cong_chuc or vien_chuc.")
    var kind: Person.Kind?

    @Option(help: "First day of the change, not after today; today when absent.")
    var from: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let changed = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPerson(person).perform(in: tx).version
            try await ChangePerson(person, version: version, fullName: name, kind: kind, validFrom: from).perform(in: tx)
            return try await ShowPerson(person).perform(in: tx)
        }
        PersonOutput.print([changed], as: officer.output)
    }
}
