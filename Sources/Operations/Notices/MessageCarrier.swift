import AsyncHTTPClient
import Crypto
import Documents
import Domain
import Foundation
import NIOCore
import NIOHTTP1
import Storage

/// Carries messages out of the house: e-mail by the system's `sendmail` interface, webhooks by HTTP. It may carry one twice, when it is killed
/// between the sending and the note of it: the key tells a receiver.
public struct MessageCarrier: Sendable {
    /// The program that takes a message from its standard input (`-t -i`).
    public var sendmail: String
    /// Who writes.
    public var sender: String
    /// As officers reach the service, for links; nil: paths alone.
    public var publicURL: String?
    /// Whether webhooks may lead into private networks, and without TLS.
    public var allowsPrivateWebhooks: Bool
    /// After which a sending is given up; shorter than a lease.
    public var patience = Duration.seconds(30)

    public init(sendmail: String, sender: String, publicURL: String?, allowsPrivateWebhooks: Bool) {
        self.sendmail = sendmail
        self.sender = sender
        self.publicURL = publicURL
        self.allowsPrivateWebhooks = allowsPrivateWebhooks
    }

    /// As the installation says in its environment: THIDUA_SENDMAIL, THIDUA_MAIL_FROM, THIDUA_PUBLIC_URL, THIDUA_WEBHOOK_PRIVATE=yes.
    public static let ofInstallation: MessageCarrier = {
        let environment = ProcessInfo.processInfo.environment
        return MessageCarrier(
            sendmail: environment["THIDUA_SENDMAIL"] ?? "/usr/sbin/sendmail", sender: environment["THIDUA_MAIL_FROM"] ?? "thidua@localhost",
            publicURL: environment["THIDUA_PUBLIC_URL"], allowsPrivateWebhooks: environment["THIDUA_WEBHOOK_PRIVATE"] == "yes")
    }()

    func carry(_ message: Message) async throws {
        switch message.target {
        case .nowhere: break
        case .mail(let address): try await mail(message, to: address)
        case .webhook(let url, let secret): try await post(message, to: url, secret: secret)
        }
    }

    // MARK: - E-mail

    private func mail(_ message: Message, to address: String) async throws {
        let text = DigestMail(message, from: sender, to: address, publicURL: publicURL).text
        guard FileManager.default.isExecutableFile(atPath: sendmail) else {
            throw Problem(.unavailable, "no-sendmail", "Không có chương trình \(sendmail); đặt THIDUA_SENDMAIL.")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-mail-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let file = folder.appending(path: "message")
        try Data(text.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: sendmail)
        process.arguments = ["-t", "-i", "-f", sender]
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "C.UTF-8"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard await PDFConverter.ends(process, within: patience) else {
            throw Problem(.unavailable, "mail-not-taken", "Chương trình gửi thư không nhận thư.")
        }
    }

    // MARK: - Webhooks

    private func post(_ message: Message, to url: String, secret: [UInt8]) async throws {
        let target: WebhookTarget
        let address: String
        do {
            target = try WebhookTarget(url, allowsPrivate: allowsPrivateWebhooks)
            address = try target.resolve()
        } catch let refusal as WebhookTarget.Refusal {
            throw Problem(.refused, "webhook-refused", "Địa chỉ web nhận thông báo \(refusal.reason).")
        }
        let posted: JSONValue = [
            "key": .string(message.key.lowercased), "day": .string(message.day.description),
            "notices": .array(message.notices.map(NoticeJSON.posted)),
        ]
        let body = posted.text()
        let time = String(Int64(Date().timeIntervalSince1970))
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Idempotency-Key", value: message.key.lowercased)
        request.headers.add(name: "ThiDua-Timestamp", value: time)
        request.headers.add(name: "ThiDua-Signature", value: "sha256=" + Self.signature(of: body, at: time, under: secret))
        request.body = .bytes(ByteBuffer(string: body))
        var configuration = HTTPClient.Configuration()
        // It does not send us elsewhere, and its name stands for what was looked at.
        configuration.redirectConfiguration = .disallow
        if address != target.host { configuration.dnsOverride = [target.host: address] }
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let status: UInt
        do {
            let response = try await http.execute(request, timeout: .seconds(patience.components.seconds))
            status = response.status.code
            _ = try? await response.body.collect(upTo: 10_000)
            try await http.shutdown()
        } catch {
            try? await http.shutdown()
            throw error
        }
        guard (200...299).contains(status) else {
            throw Problem(.unavailable, "webhook-not-taken", "Địa chỉ web nhận thông báo trả lời \(status).")
        }
    }

    /// HMAC-SHA256 over the time, a full stop and the body, in hexadecimal: whoever has the secret knows that it is ours, and how old.
    static func signature(of body: String, at time: String, under secret: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(time).\(body)".utf8), using: SymmetricKey(data: secret))
        return ReviewSnapshot.hexadecimal(Array(code))
    }
}
