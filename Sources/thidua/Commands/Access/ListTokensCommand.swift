import ArgumentParser
import Domain
import Foundation
import Operations

struct ListTokensCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "One's own sessions and API tokens that are still good.", discussion: "Example: thidua token list")

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let credentials = try await officer.read(entry) { (tx: borrowing TenantTransaction) in
            try await ListCredentials(with: entry.token).perform(in: tx)
        }
        CommandOutput.print(
            columns: ["Mã định danh", "Loại", "Tên", "Bắt đầu bằng", "Quyền", "Tạo lúc", "Dùng gần nhất", "Hết hạn"],
            rows: credentials.map { credential in
                [
                    credential.id.description, credential.kind.vietnamese + (credential.isCurrent ? " (đang dùng)" : ""), credential.label,
                    credential.prefix ?? "", credential.scopes?.map(\.name).joined(separator: " ") ?? "mọi việc của chức vụ",
                    credential.createdAt.ISO8601Format(), credential.lastUsedAt?.ISO8601Format() ?? "",
                    credential.expiresAt.ISO8601Format(),
                ]
            },
            json: .array(
                credentials.map { credential in
                    [
                        "id": .string(credential.id.description), "kind": .string(credential.kind.rawValue),
                        "label": .string(credential.label),
                        "post": .string(credential.post.description), "createdAt": .string(credential.createdAt.ISO8601Format()),
                        "lastUsedAt": .string(orNull: credential.lastUsedAt?.ISO8601Format()), "current": .bool(credential.isCurrent),
                        "expiresAt": .string(credential.expiresAt.ISO8601Format()), "proof": .string(credential.proof.rawValue),
                        "scopes": credential.scopes.map { .array($0.map { .string($0.name) }) } ?? .null,
                        "prefix": .string(orNull: credential.prefix),
                    ]
                }),
            as: officer.output)
    }
}
