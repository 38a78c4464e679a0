import ArgumentParser
import Domain
import Foundation
import Operations

struct AttachEvidenceCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Adds a file to a report: PDF, DOCX, XLSX, PNG or JPG of at most 20 MB.",
        discussion: """
            Example: thidua evidence attach 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 BC-12.pdf
            Before the report is judged; several files, one after the other.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Argument(help: "Id of the report, from `thidua item show --output json`.")
    var report: ProgressReport.ID

    @Argument(help: "The file; its content says what it is, not its name.", completion: .file())
    var file: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AttachEvidence(
            item: item, report: report, fileName: URL(filePath: file).lastPathComponent,
            file: try SpooledFile.copy(of: file, atMost: Evidence.largest))
        // Told before anybody is connected.
        _ = try act.format()
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
