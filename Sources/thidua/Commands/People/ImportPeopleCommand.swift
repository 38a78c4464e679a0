import ArgumentParser
import Documents
import Domain
import Operations

struct ImportPeopleCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings people, posts and accounts to what a list says: all rows or none.",
        discussion: """
            Example: thidua person import danh-sach.xlsx --dry-run
            With --dry-run every fault is printed with its cell; exits with 1 when there are any. The same list again changes nothing.
            `thidua person template` writes an empty list. With --slips the links of new accounts are printed as slips to be cut.
            """)

    @Argument(help: "The list: XLSX, or CSV in UTF-8.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Option(help: "Name of the sheet of a workbook; the first when absent.")
    var sheet: String?

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    @Flag(help: "Prints the links of new accounts as slips, by sub-unit, instead of the table.")
    var slips = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        do {
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let act = ImportPeople(try Table(file: try InputFile.read(file), name: name, sheet: sheet), isDryRun: dryRun)
            let outcome = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system)
            }
            print(outcome)
        } catch let problem as Problem where dryRun && !problem.fields.isEmpty {
            CommandOutput.print(
                columns: ["Vị trí", "Cần sửa"], rows: problem.fields.map { [$0.path, $0.reason] },
                json: .array(problem.fields.map { ["path": .string($0.path), "reason": .string($0.reason)] }), as: officer.output)
            throw ExitCode(1)
        }
    }

    private func print(_ outcome: PeopleOutcome) {
        if slips, !outcome.handouts.isEmpty {
            HandoutOutput.printSlips(outcome.handouts)
            return
        }
        let address = CommandEnvironment.publicAddress
        let links = Dictionary(
            outcome.handouts.map { ($0.username, $0.link.address(at: address)) }, uniquingKeysWith: { first, _ in first })
        CommandOutput.print(
            columns: ["Dòng", "Họ và tên", "Đơn vị", "Chức vụ", "Tên đăng nhập", "Kết quả", "Liên kết đặt mật khẩu (dùng một lần)"],
            rows: outcome.rows.map { row in
                let results = row.results.isEmpty ? "đã có, không đổi" : row.results.map(\.vietnamese).joined(separator: ", ")
                return [
                    "\(row.number)", row.fullName, row.unitName, row.title, row.username ?? "",
                    dryRun && !row.results.isEmpty ? "sẽ " + results : results,
                    row.results.contains(.account) ? row.username.flatMap { links[$0] } ?? "" : "",
                ]
            },
            json: PeopleOutcomeJSON.value(outcome, at: address), as: officer.output)
    }
}
