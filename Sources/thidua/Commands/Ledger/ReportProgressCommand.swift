import ArgumentParser
import Domain
import Operations

struct ReportProgressCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "The unit reports how far an item has come, or its result.",
        discussion: """
            Example: thidua item report 01890a5d-ac96-774b-bcce-b302099a8057 --date 2023-05-31 --milestone 50 --number 12/BC-UBND
            Example: thidua item report 01890a5d-ac96-774b-bcce-b302099a8057 --result --figure 7,5 --figure-status chinh_thuc
            What was said is never changed: a correction is a further report.
            """)

    @OptionGroup var words: ReportOptions

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = words.report
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
