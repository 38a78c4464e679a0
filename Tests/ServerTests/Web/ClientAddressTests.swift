import HTTPTypes
import Testing

@testable import Web

@Suite("Where a request comes from", .timeLimit(.minutes(1)))
struct ClientAddressTests {
    private func found(_ forwarded: String?, peer: String?, trusted: Set<String> = []) -> String? {
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
        if let forwarded { head.headerFields[HTTPField.Name("X-Forwarded-For")!] = forwarded }
        return ClientAddress.find(in: head, peer: peer, trusted: trusted)
    }

    @Test("is the peer's address, whatever the client writes into forwarding headers")
    func untrusted() {
        #expect(found("10.0.0.9", peer: "192.0.2.1") == "192.0.2.1")
        #expect(found("10.0.0.9", peer: nil) == nil)
    }

    @Test("is what a named proxy saw: the last hop that is no proxy, not what the client put before it")
    func trusted() {
        #expect(found("10.0.0.9", peer: "192.0.2.1", trusted: ["192.0.2.1"]) == "10.0.0.9")
        #expect(found("1.1.1.1, 10.0.0.9, 192.0.2.2", peer: "192.0.2.1", trusted: ["192.0.2.1", "192.0.2.2"]) == "10.0.0.9")
        #expect(found("'; DROP", peer: "192.0.2.1", trusted: ["192.0.2.1"]) == "192.0.2.1")
        #expect(found(nil, peer: "192.0.2.1", trusted: ["192.0.2.1"]) == "192.0.2.1")
    }
}
