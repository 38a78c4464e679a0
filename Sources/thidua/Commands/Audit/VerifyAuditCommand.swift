import ArgumentParser
import Documents
import Domain
import Operations

struct VerifyAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Computes the audit's chain anew; names the first entry or seal that is not as it was sealed.",
        discussion: """
            Example: thidua audit verify --head head.json
            Uses the operator's own database rights and reads in memory that does not grow with the audit. Without a head, a chain whose end
            was cut off looks whole: export the head daily and keep it elsewhere. Exits with 1 when something differs.
            """)

    @Option(
        help: ArgumentHelp("A head that `thidua audit head` wrote earlier.", valueName: "file"), completion: .file(extensions: ["json"]))
    var head: String?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let exported = try head.map { try AuditHeadJSON.read(InputFile.read($0)) }
        let found = try await options.desk().verifyAudit(against: exported)
        CommandOutput.print(
            columns: ["Kết quả", "Niêm phong", "Dòng nhật ký", "Chưa niêm phong"],
            rows: [[found.fault?.vietnamese ?? "Nguyên vẹn.", "\(found.seals)", "\(found.entries)", "\(found.unsealed)"]],
            json: [
                "whole": .bool(found.fault == nil), "fault": .string(orNull: found.fault?.vietnamese), "seals": .integer(found.seals),
                "entries": .integer(found.entries), "unsealed": .integer(found.unsealed),
                "head": found.head.map(AuditHeadJSON.value) ?? .null,
            ], as: options.output)
        if found.fault != nil { throw ExitCode(1) }
    }
}
