import ArgumentParser
import Documents
import Domain
import Operations

struct AuditHeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "Prints the end of the audit's chain, to be kept outside the database.",
        discussion: """
            Example: thidua audit head --output json > head-$(date +%F).json
            `thidua audit verify --head` compares with it later: what was cut off since is found.
            """)

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        guard let head = try await options.desk().auditHead() else {
            throw Problem(.notFound, "nothing-sealed", "Chưa có niêm phong nào. Chạy `thidua work` hoặc chờ dịch vụ niêm phong.")
        }
        CommandOutput.print(
            columns: ["Số", "Mã băm", "Niêm phong lúc (UTC)"],
            rows: [["\(head.seq)", head.hash, AuditHeadJSON.value(head).text(of: "sealedAt")]], json: AuditHeadJSON.value(head),
            as: options.output)
    }
}

extension JSONValue {
    fileprivate func text(of member: String) -> String {
        guard case .object(let object) = self, case .string(let text)? = object[member] else { return "" }
        return text
    }
}
