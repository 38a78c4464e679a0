import ArgumentParser
import Documents
import Domain
import Operations

struct ImportLedgerCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Gives the items that a spreadsheet lists, of several papers at once: all rows or none.",
        discussion: """
            Example: thidua ledger import so-theo-doi.xlsx --province --dry-run --faults can-sua.xlsx
            With --dry-run every fault is printed with its cell; exits with 1 when there are any. --faults also writes the file again, with \
            a column “Lỗi”; mended, it may be imported as it is. The same file again changes nothing.
            """)

    @Argument(help: "The ledger: XLSX, or CSV in UTF-8.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Option(help: "Name of the sheet of a workbook; the first when absent.")
    var sheet: String?

    @Option(help: "Code of the campaign of rows that name none.")
    var campaign: String?

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    @Option(help: ArgumentHelp("Where the file is written with a column “Lỗi” when rows are at fault.", valueName: "file"))
    var faults: String?

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let entry = try ledger.entry()
        let name = file.split(separator: "/").last.map(String.init) ?? file
        do {
            let table = try Table(file: try InputFile.read(file, atMost: ImportLedger.largestFile), name: name, sheet: sheet)
            let act = ImportLedger(table, campaign: campaign, isDryRun: dryRun)
            let outcome = try await ledger.officer.withEntrance { entrance in
                do {
                    return try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                        try await act.perform(in: tx, ids: .system)
                    }
                } catch let problem as Problem where faults != nil && !problem.fields.isEmpty {
                    try await giveBack(table, entry, entrance)
                    throw problem
                }
            }
            print(outcome)
        } catch let problem as Problem where dryRun && !problem.fields.isEmpty {
            CommandOutput.print(
                columns: ["Vị trí", "Cần sửa"], rows: problem.fields.map { [$0.path, $0.reason] },
                json: .array(problem.fields.map { ["path": .string($0.path), "reason": .string($0.reason)] }),
                as: ledger.officer.output)
            throw ExitCode(1)
        }
    }

    private func giveBack(_ table: Table, _ entry: Entry, _ entrance: Entrance) async throws {
        guard let faults else { return }
        let check = CheckLedger(table, campaign: campaign, as: .named(faults))
        let answer = try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
            try await check.perform(in: tx, ids: .system)
        }
        try OutputFile.write(answer.content, to: faults, named: "--faults")
    }

    private func print(_ outcome: LedgerImportOutcome) {
        CommandOutput.print(
            columns: ["Dòng", "Văn bản giao", "TT", "Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Kết quả"],
            rows: outcome.rows.map { row in
                [
                    "\(row.number)", row.directive, row.sourceRow, row.code, row.unit, row.title, row.dueOn?.vietnamese ?? "",
                    dryRun && row.result == .assigned ? "chạy thử, chưa giao" : row.resultInVietnamese,
                ]
            },
            json: LedgerImportOutcomeJSON.value(outcome), as: ledger.officer.output)
        if ledger.officer.output == .table, outcome.coordinating > 0 {
            Swift.print("Kèm theo \(outcome.coordinating) phần việc của cơ quan phối hợp.")
        }
        CommandOutput.warn(outcome.warnings, as: ledger.officer.output)
    }
}
