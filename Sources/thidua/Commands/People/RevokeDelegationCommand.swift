import ArgumentParser
import Domain
import Operations

struct RevokeDelegationCommand: OfficerCommand {
    static let asks = Deed.action(.revokeDelegation)
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Ends a delegation at once.",
        discussion: "Example: thidua delegation revoke 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Thủ trưởng đã về'")

    @Argument(help: "Id of the delegation, from `thidua delegation list`.")
    var delegation: Delegation.ID

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let revoked = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowDelegation(delegation).perform(in: tx).version
            try await RevokeDelegation(delegation, version: version, reason: reason).perform(in: tx)
            return try await ShowDelegation(delegation).perform(in: tx)
        }
        DelegationOutput.print(revoked, as: officer.output)
    }
}
