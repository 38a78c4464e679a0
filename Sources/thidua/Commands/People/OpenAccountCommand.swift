import ArgumentParser
import Domain
import Operations

struct OpenAccountCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Opens an account for a person of one's own unit, and prints the link that sets its password.",
        discussion: "Example: thidua person account 01890a5d-ac96-774b-bcce-b302099a8057 --username levany")

    @Argument(help: "Id of the person, from `thidua person list`.")
    var person: Person.ID

    @Option(help: "Name of the account: a-z, 0-9, dot, hyphen, underscore; what does not begin with the unit's slug gets it put before.")
    var username: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let opening = try OpenAccount(for: person, username: username)
        let (link, name) = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            (try await opening.perform(in: tx, ids: .system), try await ShowAccount(of: person).perform(in: tx).username)
        }
        PasswordLinkOutput.print(link, for: name, as: officer.output)
    }
}
