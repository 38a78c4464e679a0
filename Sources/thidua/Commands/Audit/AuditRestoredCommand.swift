import ArgumentParser
import Domain
import Operations

struct AuditRestoredCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restored", abstract: "Says that this database was restored into another cluster: run once, before serving.",
        discussion: """
            Example: thidua audit restored --reason "Khôi phục bản sao lưu ngày 1/7"
            Transaction ids begin anew there, so the order of the audit goes on in a new epoch; what was sealed stays as it is.
            """)

    @Option(help: "Why, for the record.")
    var reason: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let reason = VietnameseText(reason).string
        guard !reason.isEmpty else { throw Problem.invalid("--reason", "không được để trống") }
        let epoch = try await options.desk().raiseAuditEpoch(because: reason)
        CommandOutput.print(columns: ["Kỷ nguyên nhật ký"], rows: [["\(epoch)"]], json: ["epoch": .integer(epoch)], as: options.output)
    }
}
