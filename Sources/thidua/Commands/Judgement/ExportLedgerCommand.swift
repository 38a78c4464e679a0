import ArgumentParser
import Domain
import Foundation
import Operations

struct ExportLedgerCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the file that a review is judged on; judging it gives the verdicts of the database.",
        discussion: """
            Example: thidua ledger export --campaign KH-77-2023 --review interim --as-of 2023-06-30 --frozen --output ledger.json
            Without --output it is printed. Anybody can judge it: thidua judge --ledger ledger.json
            """)

    @OptionGroup var reviewed: ReviewOptions

    @Option(help: ArgumentHelp("File to write; an existing one is replaced.", valueName: "file"), completion: .file(extensions: ["json"]))
    var output: String?

    @OptionGroup var seat: OfficerSeat

    func validate() throws {
        try reviewed.requireCampaign()
    }

    func run() async throws {
        let gathering = try reviewed.gathering()
        let ledger = try await seat.readWidest { (tx: borrowing TenantTransaction) in try await gathering.perform(in: tx) }
        let bytes = Data(ledger.json.bytes(.indented) + Array("\n".utf8))
        guard let output else { return FileHandle.standardOutput.write(bytes) }
        do {
            try bytes.write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw Problem(
                .invalid, "file-not-written", "Không ghi được tệp “\(output)”. Kiểm tra lại thư mục và quyền ghi.",
                fields: [FieldFault("--output", "không ghi được")])
        }
        print("Đã ghi \(ledger.units.count) đơn vị, \(ledger.units.reduce(0) { $0 + $1.items.count }) nhiệm vụ, chỉ tiêu vào \(output).")
    }
}
