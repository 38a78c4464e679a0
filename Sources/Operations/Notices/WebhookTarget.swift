import Foundation
import NIOCore

/// The address of a webhook, as far as the installation lets notices be posted there: what an operator types must not become a way into the
/// networks behind the service.
struct WebhookTarget: Sendable {
    let url: String
    let host: String
    private let port: Int
    private let allowsPrivate: Bool

    struct Refusal: Error, Equatable {
        let reason: String
    }

    /// - Parameter allowsPrivate: whether private networks may be posted to, and without TLS.
    init(_ text: String, allowsPrivate: Bool) throws(Refusal) {
        guard text.utf8.count <= 500, let parts = URLComponents(string: text), let scheme = parts.scheme,
            ["http", "https"].contains(scheme), let named = parts.host, !named.isEmpty, parts.user == nil, parts.password == nil,
            parts.fragment == nil
        else {
            throw Refusal(reason: "không phải địa chỉ web; nhập dạng https://máy/đường-dẫn, không kèm tên và mật khẩu")
        }
        guard allowsPrivate || scheme == "https" else { throw Refusal(reason: "phải bắt đầu bằng https://") }
        url = text
        host = named.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        port = parts.port ?? (scheme == "https" ? 443 : 80)
        self.allowsPrivate = allowsPrivate
        if !allowsPrivate, host.lowercased() == "localhost" || Self.isAddress(host) && !Self.isPublic(host) { throw Self.isPrivate }
    }

    /// The numeric address that the name stands for now; what is connected to is this and nothing that the name stands for later.
    func resolve() throws -> String {
        guard !Self.isAddress(host) else { return host }
        guard let address = try SocketAddress.makeAddressResolvingHost(host, port: port).ipAddress else { throw Self.isPrivate }
        guard allowsPrivate || Self.isPublic(address) else { throw Self.isPrivate }
        return address
    }

    private static let isPrivate = Refusal(
        reason: "là địa chỉ trong mạng nội bộ; hệ thống này chỉ gửi ra mạng công cộng (cho phép bằng THIDUA_WEBHOOK_PRIVATE=yes)")

    private static func isAddress(_ host: String) -> Bool {
        host.contains(":") || host.split(separator: ".").allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// Whether a numeric address can be one of the public network (RFC 6890). What is written in any other way than usual is not.
    static func isPublic(_ address: String) -> Bool {
        if address.contains(":") {
            let groups = address.lowercased().split(separator: ":", omittingEmptySubsequences: false)
            // 2000::/3 without 2002::/16, which leads to any IPv4 address, and what of 2001 is for protocols and examples.
            guard groups[0].count == 4, let first = UInt16(groups[0], radix: 16), (0x2000...0x3fff).contains(first), first != 0x2002
            else { return false }
            let second = UInt16(groups[1], radix: 16) ?? 0
            return first != 0x2001 || (second > 0x1ff && second != 0xdb8)
        }
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { part in part.count > 1 && part.hasPrefix("0") ? nil : UInt8(part) }
        guard parts.count == 4, bytes.count == 4 else { return false }
        return switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _), (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113):
            false
        case (100, 64...127, _), (172, 16...31, _), (198, 18...19, _), (224..., _, _): false
        default: true
        }
    }
}
