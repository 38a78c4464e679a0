import ArgumentParser
import Domain
import Operations

struct ListUnconfirmedCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "unconfirmed-reports"
    static let configuration = CommandConfiguration(
        commandName: "unconfirmed", abstract: "Figures, deliveries and first halves that wait for the assigner's confirmation.",
        discussion: """
            Example: thidua item unconfirmed --province --campaign KH-77-2023
            They are confirmed one by one with `thidua item rule … --kind confirmed`, or many at once with `thidua item rule-many`.
            """)

    @Option(help: "Code of a campaign by whose interim review steps are left out; without it, by that of each item's own campaign.")
    var campaign: String?

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListUnconfirmed { ListUnconfirmed(campaign: campaign) }
}
