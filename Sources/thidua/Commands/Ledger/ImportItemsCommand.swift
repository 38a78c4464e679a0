import ArgumentParser
import Documents
import Domain
import Operations

struct ImportItemsCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Cuts a paper into items by its table of assignment: all rows or none.",
        discussion: """
            Example: thidua item import giao-viec.csv --directive 01890a5d-ac96-774b-bcce-b302099a8057 --campaign KH-77-2023 --province --dry-run
            With --dry-run every fault is printed with its row and column; exits with 1 when there are any.
            Rows that were imported before are left alone, so the same file may come again.
            """)

    @Argument(
        help: "The table: CSV in UTF-8 with the columns TT, Nhiệm vụ, Cơ quan chủ trì, Thời hạn, …", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "Id of the paper, from `thidua directive list`.")
    var directive: Directive.ID

    @Option(help: "Code of the campaign that counts the items; none when absent.")
    var campaign: String?

    @Option(help: "Code or name of the sector of rows without one.")
    var sector: String?

    @Option(help: "Content of the plan of rows without one, such as III.3.")
    var content: String?

    @Option(help: "What counts as the result of rows that do not say.")
    var completion: WorkItem.Completion?

    @Option(help: "Day of the assignment; the date of the paper when absent.")
    var assignedOn: CivilDate?

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = ImportItems(
            directive: directive, campaign: campaign, content: try InputFile.read(file),
            defaults: ImportItems.Defaults(sector: sector, content: content, completion: completion), assignedOn: assignedOn,
            isDryRun: dryRun)
        let entry = try ledger.entry()
        do {
            let outcome = try await ledger.officer.write(entry) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx, ids: .system)
            }
            print(outcome)
        } catch let problem as Problem where dryRun && !problem.fields.isEmpty {
            print(problem.fields)
            throw ExitCode(1)
        }
    }

    private func print(_ outcome: ImportOutcome) {
        let given = outcome.assigned.map {
            [$0.sourceRow, $0.code, $0.unit, $0.title, $0.dueOn?.vietnamese ?? "", dryRun ? "chạy thử, chưa giao" : "đã giao"]
        }
        let known = outcome.unchanged.map { [$0, "", "", "", "", "đã giao từ trước"] }
        let differing = outcome.differing.map { [$0, "", "", "", "", "khác lần nhập trước, giữ nguyên"] }
        CommandOutput.print(
            columns: ["TT", "Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Kết quả"], rows: given + known + differing,
            json: ImportOutcomeJSON.value(outcome), as: ledger.officer.output)
        if ledger.officer.output == .table, outcome.coordinating > 0 {
            Swift.print("Kèm theo \(outcome.coordinating) phần việc của cơ quan phối hợp.")
        }
        CommandOutput.warn(outcome.warnings, as: ledger.officer.output)
    }

    private func print(_ faults: [FieldFault]) {
        let help = CommandHelp(Self.self)
        CommandOutput.print(
            columns: ["Vị trí", "Cần sửa"], rows: faults.map { [$0.place(in: help), $0.reason] },
            json: .array(faults.map { ["path": .string($0.place(in: help)), "reason": .string($0.reason)] }), as: ledger.officer.output)
    }
}
