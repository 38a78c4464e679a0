import ArgumentParser
import Domain
import Operations

struct SaveEvidenceCommand: OfficerCommand {
    static let asks = Deed.reading(.evidence)
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Writes a file of evidence to a file of yours.",
        discussion: """
            Example: thidua evidence save 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8059 --to BC-12.pdf --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Argument(help: "Id of the file, from `thidua item show --output json`.")
    var evidence: Evidence.ID

    @Option(help: "Where to; must not exist yet.", completion: .file())
    var to: String

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let reading = ReadEvidence(item: item, id: evidence)
        let entry = try ledger.entry()
        let file = try await ledger.officer.withEntrance { entrance in
            let file = try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.file(in: tx) }
            try await NewFile.write(to, chunks: file.chunkCount) { position in
                try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await reading.chunk(position, in: tx) }
            }
            return file
        }
        CommandOutput.print(
            columns: ["Tệp", "Loại", "Số byte", "SHA-256"],
            rows: [[file.name, file.format.rawValue.uppercased(), "\(file.byteCount)", file.digestText]],
            json: [
                "name": .string(file.name), "mediaType": .string(file.format.mediaType), "bytes": .integer(file.byteCount),
                "sha256": .string(file.digestText),
            ], as: ledger.officer.output)
    }
}
