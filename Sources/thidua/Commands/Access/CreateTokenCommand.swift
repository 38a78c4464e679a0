import ArgumentParser
import Domain
import Foundation
import Operations

struct CreateTokenCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Opens an API token for the acting post. It is shown this once; only a session may do it.",
        discussion: """
            Without --scope it may look at what the post may look at, and change nothing.
            Example: thidua token create --label 'báo cáo tháng' --days 30
            Example: thidua token create --label 'phần mềm văn bản' --scope item.read --scope progress.report
            """)

    @Option(help: "What you call it.")
    var label: String

    @Option(help: "How many days it lasts, at most what the installation allows; 90 when absent.")
    var days: Int?

    @Option(help: "What it may do, as `thidua access explain` names it; may be repeated.")
    var scope: [String] = []

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let opening = OpenToken(label: label, days: days, scopes: scope.isEmpty ? nil : scope, from: session)
        let opened = try await officer.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        let until = opened.expiresAt.ISO8601Format()
        CommandOutput.print(
            columns: ["Mã truy cập", "Tên", "Quyền", "Hết hạn", "Mã định danh"],
            rows: [[opened.token.text, opened.label, opened.scopes.map(\.name).joined(separator: " "), until, opened.id.description]],
            json: [
                "token": .string(opened.token.text), "label": .string(opened.label),
                "scopes": .array(opened.scopes.map { .string($0.name) }), "expiresAt": .string(until),
                "id": .string(opened.id.description),
            ], as: officer.output)
    }
}
