import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import JWTKit
import Logging
import NIOCore
import Synchronization

/// An OpenID provider as small as can be: discovery, keys, and codes for tokens. It says what a test tells it to say, false things too.
final class SmallProvider: Sendable {
    /// What an identity token will hold.
    struct Claims: JWTPayload {
        var iss: String
        var sub = "chu-the-1"
        var aud: [String] = ["thidua"]
        var exp = Date().timeIntervalSince1970 + 300
        var iat = Date().timeIntervalSince1970
        var nonce: String?
        var azp: String?

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    /// How a token is signed.
    enum Signing: Sendable {
        case right, withUnpublishedKey, none, withPublicKeyAsSecret
    }

    struct Pending: Sendable {
        let claims: Claims
        let challenge: String
        let signing: Signing
    }

    private struct Memory {
        var port = 0
        var key = ES256PrivateKey()
        var kid = "k1"
        var pending: [String: Pending] = [:]
        var keyReadings = 0
        var issuerSaid: String?
    }

    private let memory = Mutex(Memory())
    static let secret = "bi-mat-cua-dich-vu"

    var issuer: String { "http://127.0.0.1:\(memory.withLock { $0.port })" }
    /// How often the keys were asked for.
    var keyReadings: Int { memory.withLock { $0.keyReadings } }

    /// Serves while the body runs.
    static func run<R: Sendable>(_ body: (SmallProvider) async throws -> R) async throws -> R {
        let provider = SmallProvider()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let (ready, tell) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                let application = Application(
                    router: provider.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { channel in tell.yield(channel.localAddress?.port ?? 0) }, logger: Logger(label: "tests"))
                try await application.run()
            }
            for await port in ready {
                provider.memory.withLock { $0.port = port }
                break
            }
            defer { group.cancelAll() }
            return try await body(provider)
        }
    }

    /// From now on tokens are signed with another key, which is published.
    func rotate() {
        memory.withLock {
            $0.key = ES256PrivateKey()
            $0.kid += "+"
        }
    }

    /// The discovery document names another issuer.
    func pretend(toBe issuer: String?) {
        memory.withLock { $0.issuerSaid = issuer }
    }

    /// What a person's consent gives the browser to carry back.
    func code(for authorization: URLComponents, signing: Signing = .right, _ change: (inout Claims) -> Void = { _ in }) -> String {
        let query = Dictionary(uniqueKeysWithValues: (authorization.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        var claims = Claims(iss: issuer, nonce: query["nonce"])
        change(&claims)
        let code = UUID().uuidString
        memory.withLock { $0.pending[code] = Pending(claims: claims, challenge: query["code_challenge"] ?? "", signing: signing) }
        return code
    }

    // MARK: - Routes

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/.well-known/openid-configuration") { _, _ in
            let said = self.memory.withLock { $0.issuerSaid } ?? self.issuer
            return Self.json([
                "issuer": said, "authorization_endpoint": self.issuer + "/authorize", "token_endpoint": self.issuer + "/token",
                "jwks_uri": self.issuer + "/keys",
            ])
        }
        router.get("/keys") { _, _ in
            let (key, kid) = self.memory.withLock { memory in
                memory.keyReadings += 1
                return (memory.key, memory.kid)
            }
            let point = key.publicKey.parameters
            return Self.json([
                "keys": [
                    ["kty": "oct", "kid": "passed-over"],
                    ["kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": point?.x ?? "", "y": point?.y ?? ""],
                ]
            ])
        }
        router.post("/token") { request, context in
            let body = try await request.body.collect(upTo: 10_000)
            return try await self.token(form: String(buffer: body), authorization: request.headers[.authorization] ?? "")
        }
        return router
    }

    private func token(form: String, authorization: String) async throws -> Response {
        var parts = URLComponents()
        parts.percentEncodedQuery = form
        let fields = Dictionary(uniqueKeysWithValues: (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        let expected = "Basic " + Data("thidua:\(Self.secret)".utf8).base64EncodedString()
        let verifier = Data(SHA256.hash(data: Data((fields["code_verifier"] ?? "").utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let (pending, key, kid) = memory.withLock { memory in
            (memory.pending.removeValue(forKey: fields["code"] ?? ""), memory.key, memory.kid)
        }
        guard authorization == expected, fields["grant_type"] == "authorization_code", let pending, pending.challenge == verifier else {
            return Response(status: .badRequest)
        }
        let keys = JWTKeyCollection()
        switch pending.signing {
        case .right: await keys.add(ecdsa: key, kid: JWKIdentifier(string: kid))
        case .withUnpublishedKey: await keys.add(ecdsa: ES256PrivateKey(), kid: JWKIdentifier(string: kid))
        case .none: await keys.addUnsecuredNone(kid: JWKIdentifier(string: kid))
        case .withPublicKeyAsSecret:
            await keys.add(hmac: HMACKey(from: key.publicKey.pemRepresentation), digestAlgorithm: .sha256, kid: JWKIdentifier(string: kid))
        }
        let token = try await keys.sign(pending.claims, kid: JWKIdentifier(string: kid))
        return Self.json(["id_token": token, "access_token": "khong-dung", "token_type": "Bearer"])
    }

    private static func json(_ value: [String: Any]) -> Response {
        let data = (try? JSONSerialization.data(withJSONObject: value)) ?? Data()
        return Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
