import ArgumentParser
import Documents
import Domain
import Operations

struct ListUnconfirmedCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "unconfirmed", abstract: "Figures, deliveries and first halves that wait for the assigner's confirmation.",
        discussion: """
            Example: thidua item unconfirmed --province --campaign KH-77-2023
            They are confirmed one by one with `thidua item rule … --kind confirmed`, or many at once with `thidua item rule-many`.
            """)

    @Option(help: "Code of a campaign: steps of items due by its interim review need no confirmation and are left out.")
    var campaign: String?

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let (entry, campaign) = (try ledger.entry(), campaign)
        let waiting = try await ledger.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var (list, waiting) = (ListUnconfirmed(campaign: campaign, limit: 200), [UnconfirmedReport]())
                repeat {
                    let page = try await list.perform(in: tx)
                    waiting += page.reports
                    list.after = page.next
                } while list.after != nil
                return waiting
            }
        }
        CommandOutput.print(
            columns: UnconfirmedJSON.columns + ["Mã định danh"], rows: waiting.map { UnconfirmedJSON.row($0) + [$0.item.description] },
            json: .array(waiting.map(UnconfirmedJSON.value)), as: ledger.officer.output)
    }
}
