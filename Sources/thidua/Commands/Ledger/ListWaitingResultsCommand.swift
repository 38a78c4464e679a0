import ArgumentParser
import Domain
import Operations

struct ListWaitingResultsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "waiting-results"
    static let configuration = CommandConfiguration(
        commandName: "waiting-results", abstract: "Results that wait for their assigner to accept or return them.",
        discussion: """
            Example: thidua item waiting-results --province
            They are judged one by one with `thidua item rule … --kind accepted`, or many at once with `thidua item rule-many`.
            """)

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListWaitingResults { ListWaitingResults() }
}
