import ArgumentParser
import Documents
import Domain
import Operations

struct ListDirectivesCommand: ListingCommand {
    static let asks = Deed.reading(.directive)
    static let noun = "directives"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The unit's own papers and the province's, the latest first.",
        discussion: "Example: thidua directive list --tenant district_101")

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDirectives { ListDirectives() }
}
