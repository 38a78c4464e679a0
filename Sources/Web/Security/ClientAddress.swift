import HTTPTypes
import NIOCore

/// Where a request comes from, for counting failed sign-ins. What a client writes into forwarding headers is not believed; what a proxy
/// that the operator named adds at their end is.
enum ClientAddress {
    static func find(in head: HTTPRequest, peer: String?, trusted: Set<String>) -> String? {
        guard let peer, trusted.contains(peer) else { return peer }
        // Each proxy adds the address it saw at the end: the last that is no proxy of ours.
        let hops = head.headerFields[values: .forwardedFor].joined(separator: ",").split(separator: ",")
            .map { $0.trimming { $0 == " " } }
        guard let hop = hops.last(where: { !trusted.contains($0) }) else { return peer }
        return (try? SocketAddress(ipAddress: hop, port: 0))?.ipAddress ?? peer
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

extension Substring {
    fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
        var rest = self
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }
}
