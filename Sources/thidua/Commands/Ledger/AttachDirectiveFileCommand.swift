import ArgumentParser
import Domain
import Foundation
import Operations

struct AttachDirectiveFileCommand: OfficerCommand {
    static let asks = Deed.action(.enterDirective)
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Keeps the paper itself: PDF, DOCX, PNG or JPG of at most 20 MB.",
        discussion: """
            Example: thidua directive attach 01890a5d-ac96-774b-bcce-b302099a8057 503-QĐ-UBND.pdf --province
            Once only: a signed paper is not replaced.
            """)

    @Argument(help: "Id of the paper, from `thidua directive list`.")
    var directive: Directive.ID

    @Argument(help: "The file; its content says what it is, not its name.", completion: .file())
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let attaching = AttachDirectiveFile(
            directive: directive, fileName: URL(filePath: file).lastPathComponent, content: try InputFile.read(file))
        // Told before anybody is connected.
        _ = try attaching.format()
        let entry = try ledger.entry()
        let directive = try await ledger.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await attaching.perform(in: tx)
            return try await ShowDirective(id: attaching.directive).perform(in: tx)
        }
        DirectiveOutput.print(directive, as: ledger.officer.output)
    }
}
