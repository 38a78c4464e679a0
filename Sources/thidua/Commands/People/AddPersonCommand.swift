import ArgumentParser
import Domain
import Operations

struct AddPersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enters a person of one's own unit.",
        discussion: "Example: thidua person add --name 'Họ và tên' --kind cong_chuc")

    @Option(help: "Full name, as on his papers.")
    var name: String

    @Option(help: "can_bo, cong_chuc or vien_chuc.")
    var kind: Person.Kind

    @Option(help: "First day in the unit's service; today when absent.")
    var from: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let adding = AddPerson(fullName: name, kind: kind, activeFrom: from)
        let entry = try officer.tenantEntry()
        let person = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowPerson(try await adding.perform(in: tx, ids: .system)).perform(in: tx)
        }
        PersonOutput.print([person], as: officer.output)
    }
}
