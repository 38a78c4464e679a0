import ArgumentParser
import Domain
import Operations

struct ListExtensionsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "extension-requests"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Requests that wait for a decision, the soonest due first.",
        discussion: "Example: thidua extension list --province")

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListWaitingExtensions { ListWaitingExtensions() }
}
