import Testing

@testable import Operations

@Suite("Where webhooks may lead")
struct WebhookTargetTests {
    @Test(
        "never into private networks",
        arguments: [
            "https://localhost/x", "https://127.0.0.1/x", "https://10.1.2.3", "https://172.16.0.1", "https://172.31.255.1",
            "https://192.168.1.1", "https://169.254.169.254/latest", "https://100.64.0.1", "https://0.0.0.0", "https://[::1]/",
            "https://[fe80::1]/", "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/", "https://[2002:a00:1::]/", "https://2130706433/", "https://127.1/", "https://010.0.0.1/",
            "http://example.vn/", "ftp://example.vn/", "https://ten:mat@example.vn/", "https://", "khong phai",
        ])
    func refused(_ url: String) {
        #expect(throws: WebhookTarget.Refusal.self) { _ = try WebhookTarget(url, allowsPrivate: false) }
    }

    @Test(
        "to public addresses, and where the installation says so to private ones",
        arguments: ["https://93.184.216.34/x", "https://8.8.8.8"])
    func allowed(_ url: String) throws {
        let target = try WebhookTarget(url, allowsPrivate: false)
        #expect(try target.resolve() == target.host)
        #expect(try WebhookTarget("http://127.0.0.1:8081/x", allowsPrivate: true).resolve() == "127.0.0.1")
    }

    @Test("a name that stands for a private address is refused when it is resolved")
    func resolved() throws {
        // Written so that it is no address and not the name that is refused at once.
        let target = try WebhookTarget("https://localhost./x", allowsPrivate: false)
        #expect(throws: (any Error).self) { _ = try target.resolve() }
    }

    @Test("what is posted is signed by HMAC-SHA256 over time, a full stop and body")
    func signature() {
        #expect(
            MessageCarrier.signature(of: "b", at: "a", under: Array("key".utf8))
                == "dd17e3f2c79de32e3f3fa66503e34c711b58d419eb910f5e29d1505ce73aae08")
    }
}
