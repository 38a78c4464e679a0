import ArgumentParser
import Domain
import Foundation
import Operations

struct RecordPaperCommand: OfficerCommand {
    static let asks = Deed.action(.recordPaper)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Enters a paper that another signed, with its scan.",
        discussion: """
            Example: thidua paper record --signer 01890a5d-ac96-774b-bcce-b302099a8057 --number 15/QĐ-UBND --signed-on 2023-06-19 \
            --abstract 'Xác nhận hoàn thành nhiệm vụ' --file quet.pdf
            """)

    @Option(help: "Id of the signer's post, from `thidua post list`.")
    var signer: Post.ID

    @Option(help: "Number and symbol.")
    var number: String

    @Option(help: "Day of signing.")
    var signedOn: CivilDate

    @Option(help: "What it is about.")
    var abstract: String

    @Option(help: "The scan: PDF, PNG or JPG of at most 20 MB; it may follow by `thidua paper attach`.", completion: .file())
    var file: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let recording = RecordPaper(PaperAct.Head(signer: signer, number: number, signedOn: signedOn, abstract: abstract))
        let scan = try file.map { (name: URL(filePath: $0).lastPathComponent, content: try InputFile.read($0)) }
        let entry = try officer.tenantEntry()
        let paper = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let id = try await recording.perform(in: tx, ids: .system)
            if let scan { try await AttachPaperFile(paper: id, fileName: scan.name, content: scan.content).perform(in: tx) }
            return try await ShowPaper(id).perform(in: tx)
        }
        PaperOutput.print([paper], as: officer.output)
    }
}
