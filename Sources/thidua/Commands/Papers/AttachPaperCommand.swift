import ArgumentParser
import Domain
import Foundation
import Operations

struct AttachPaperCommand: OfficerCommand {
    static let asks = Deed.action(.recordPaper)
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Keeps the scan of a signed paper, once: PDF, PNG or JPG of at most 20 MB.",
        discussion: "Example: thidua paper attach 01890a5d-ac96-774b-bcce-b302099a8057 quet.pdf")

    @Argument(help: "Id of the paper, from `thidua paper list`.")
    var paper: PaperAct.ID

    @Argument(help: "The file; its content says what it is, not its name.", completion: .file())
    var file: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let attaching = AttachPaperFile(
            paper: paper, fileName: URL(filePath: file).lastPathComponent, content: try InputFile.read(file))
        _ = try attaching.format()
        let entry = try officer.tenantEntry()
        let paper = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await attaching.perform(in: tx)
            return try await ShowPaper(attaching.paper).perform(in: tx)
        }
        PaperOutput.print([paper], as: officer.output)
    }
}
