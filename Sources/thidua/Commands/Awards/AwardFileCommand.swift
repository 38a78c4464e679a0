public import ArgumentParser
import Documents
public import Domain
import Foundation
import Operations

extension AwardFile.Owner.Kind: ExpressibleByArgument {}

struct AwardFileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award-file",
        abstract: "Files of signed papers: minutes, decisions, papers of dossiers and of reviews, evidence.",
        discussion: """
            Example: thidua award-file attach session 01890a5d-ac96-774b-bcce-b302099a8057 bien-ban.pdf
            None is ever changed or taken away; a wrong one is superseded.
            """,
        subcommands: [AttachAwardFileCommand.self, ListAwardFilesCommand.self, SaveAwardFileCommand.self])
}

struct AttachAwardFileCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks: [Deed] = [
        .action(.keepCouncil), .action(.keepOwnAward), .action(.registerInitiative), .action(.appraiseAward),
        .action(.reportProgress), .action(.keepReview), .action(.answerReview), .selfService,
    ]
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Adds a file to what it proves: PDF, DOCX, XLSX, PNG or JPG of at most 20 MB.",
        discussion: """
            Example: thidua award-file attach decision 01890a5d-ac96-774b-bcce-b302099a8057 QD-812.pdf --province
            Example: thidua award-file attach document 01890a5d-ac96-774b-bcce-b302099a8057 TTr-12.pdf \
            --supersedes 01890a5d-ac96-774b-bcce-b302099a8058 --reason 'Quét thiếu trang'
            """)

    @Argument(help: "What it proves: \(AwardFile.Owner.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var owner: AwardFile.Owner.Kind

    @Argument(help: "Id of that.")
    var of: EntityID<AwardFile.Owner>

    @Argument(help: "The file; its content says what it is, not its name.", completion: .file())
    var file: String

    @Option(help: "Id of the wrong file in whose place it comes.")
    var supersedes: AwardFile.ID?

    @Option(help: "Why that was wrong.")
    var reason = ""

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = AttachAwardFile(
            owner: AwardFile.Owner(owner, of), fileName: URL(filePath: file).lastPathComponent,
            file: try SpooledFile.copy(of: file, atMost: Evidence.largest), supersedes: supersedes, reason: reason)
        // Told before anybody is connected.
        _ = try act.file.documentFormat()
        let entry = try place.entry()
        let kept = try await place.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ReadAwardFile(try await act.perform(in: tx, ids: .system)).file(in: tx)
        }
        AwardFileCommand.print(kept, as: place.officer.output)
    }
}

struct ListAwardFilesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.reading(.council)]
    static let noun = "award-files"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Files in sight, in the order in which they came; superseded ones among them.",
        discussion: "Example: thidua award-file list --owner session --of 01890a5d-ac96-774b-bcce-b302099a8057")

    @Option(help: "What they prove: \(AwardFile.Owner.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var owner: AwardFile.Owner.Kind?

    @Option(help: "Id of that.")
    var of: EntityID<AwardFile.Owner>?

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListAwardFiles {
        guard (owner == nil) == (of == nil) else { throw Problem.invalid("?of", "ghi cả hai, hoặc bỏ cả hai") }
        return ListAwardFiles(of: owner.flatMap { kind in of.map { AwardFile.Owner(kind, $0) } })
    }
}

struct SaveAwardFileCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let orAsks = [Deed.reading(.council)]
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Writes a file of awards to a file of yours.",
        discussion: "Example: thidua award-file save 01890a5d-ac96-774b-bcce-b302099a8059 --to QD-812.pdf --province")

    @Argument(help: "Id of the file, from `thidua award-file list`.")
    var id: AwardFile.ID

    @Option(help: "Where to; must not exist yet.", completion: .file())
    var to: String

    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let reading = ReadAwardFile(id)
        let entry = try place.entry()
        let file = try await place.officer.withEntrance { entrance in
            let file = try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.file(in: tx) }
            try await NewFile.write(to, chunks: file.chunkCount) { position in
                try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.chunk(position, in: tx) }
            }
            return file
        }
        AwardFileCommand.print(file, as: place.officer.output)
    }
}

extension AwardFileCommand {
    fileprivate static func print(_ file: AwardFile, as format: OutputFormat) {
        CommandOutput.print(
            columns: AwardFileTables.columns, cells: [AwardFileTables.row(file)], json: AwardFileJSON.value(file), as: format)
    }
}
