import ArgumentParser
import Documents
import Domain
import Operations

struct ListExtensionsCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Requests that wait for a decision, the soonest due first.",
        discussion: "Example: thidua extension list --province")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let entry = try ledger.entry()
        let (waiting, day) = try await ledger.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var (list, waiting) = (ListWaitingExtensions(limit: 200), [WaitingExtension]())
                var day: CivilDate
                repeat {
                    let page = try await list.perform(in: tx)
                    waiting += page.waiting
                    day = page.day
                    list.after = page.next
                } while list.after != nil
                return (waiting, day)
            }
        }
        CommandOutput.print(
            columns: ExtensionJSON.columns + ["Mã định danh"],
            rows: waiting.map { ExtensionJSON.row($0, at: day) + [$0.request.item.description] },
            json: .array(waiting.map { ExtensionJSON.value($0, at: day) }), as: ledger.officer.output)
    }
}
