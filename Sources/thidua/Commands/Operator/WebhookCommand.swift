import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook", abstract: "Where units' notices are posted as well, signed; kept by the operator.",
        discussion: "Example: thidua webhook list", subcommands: [ListWebhooksCommand.self, AddWebhookCommand.self, EndWebhookCommand.self])
}

struct ListWebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All of them, ended ones too.", discussion: "Example: thidua webhook list --output json")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        let webhooks = try await options.desk().webhooks()
        CommandOutput.print(
            columns: ["Mã", "Đơn vị", "Địa chỉ", "Tình trạng"],
            rows: webhooks.map { [$0.id.description, $0.tenant.text, $0.url, $0.isEnded ? "đã dừng" : "đang gửi"] },
            json: .array(webhooks.map(NoticeJSON.webhook)), as: options.output)
    }
}

struct AddWebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Posts a unit's notices to an address from now on; prints the secret that signs them, once.",
        discussion: """
            Example: thidua webhook add https://cong.example.vn/thidua --unit district_973
            Each notice comes at least once, with its key in Idempotency-Key. ThiDua-Signature is sha256= and the HMAC-SHA256, under the secret, of \
            the value of ThiDua-Timestamp, a full stop and the body. Private networks are refused unless the worker runs with \
            THIDUA_WEBHOOK_PRIVATE=yes.
            """)

    @Argument(help: "The address.")
    var url: String

    @Option(help: "The unit, as in paths: district_973.")
    var unit: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        guard let tenant = Tenant.Slug(unit) else { throw Problem.notFound }
        let isPrivateAllowed = ProcessInfo.processInfo.environment["THIDUA_WEBHOOK_PRIVATE"] == "yes"
        let (id, secret) = try await options.desk().addWebhook(
            to: url, of: tenant, allowingPrivate: isPrivateAllowed, ids: IDSource.system)
        CommandOutput.print(
            columns: ["Mã", "Khóa ký (chỉ hiện một lần)"], rows: [[id.description, secret]],
            json: ["id": .string(id.description), "secret": .string(secret)], as: options.output)
    }
}

struct EndWebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Posts nothing there any more.",
        discussion: "Example: thidua webhook end 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the webhook, from `thidua webhook list`.")
    var id: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        guard let webhook = Webhook.ID(id) else { throw Problem.notFound }
        try await options.desk().endWebhook(webhook)
        CommandOutput.print(columns: ["Mã", "Kết quả"], rows: [[id, "đã dừng"]], json: ["id": .string(id)], as: options.output)
    }
}
