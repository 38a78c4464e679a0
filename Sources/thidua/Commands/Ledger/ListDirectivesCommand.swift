import ArgumentParser
import Documents
import Domain
import Operations

struct ListDirectivesCommand: OfficerCommand {
    static let asks = Deed.reading(.directive)
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The unit's own papers and the province's, the latest first.",
        discussion: "Example: thidua directive list --tenant district_101")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let entry = try ledger.entry()
        let directives = try await ledger.officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var (list, directives) = (ListDirectives(limit: 200), [Directive]())
                repeat {
                    let page = try await list.perform(in: tx)
                    directives += page.directives
                    list.after = page.next
                } while list.after != nil
                return directives
            }
        }
        CommandOutput.print(
            columns: DirectiveOutput.columns, rows: directives.map(DirectiveOutput.row),
            json: .array(directives.map(DirectiveJSON.value)), as: ledger.officer.output)
    }
}
