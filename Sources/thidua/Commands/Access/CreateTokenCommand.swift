import ArgumentParser
import Domain
import Foundation
import Operations

struct CreateTokenCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Opens an API token for the acting post. It is shown this once; only a session may do it.",
        discussion: "Example: thidua token create --label 'báo cáo tháng' --days 30")

    @Option(help: "What you call it.")
    var label: String

    @Option(help: "How long it lasts, 1 to 366 days.")
    var days = 90

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let session = try CommandEnvironment.token(file: officer.tokenFile)
        let opening = OpenToken(label: label, days: days, from: session)
        let opened = try await officer.withEntrance { entrance in
            try await entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        let until = opened.expiresAt.ISO8601Format()
        CommandOutput.print(
            columns: ["Mã truy cập", "Tên", "Hết hạn", "Mã định danh"],
            rows: [[opened.token.text, opened.label, until, opened.id.description]],
            json: [
                "token": .string(opened.token.text), "label": .string(opened.label), "expiresAt": .string(until),
                "id": .string(opened.id.description),
            ], as: officer.output)
    }
}
