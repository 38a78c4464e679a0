import AsyncHTTPClient
import Crypto
import Domain
public import FoundationEssentials
public import Logging
import NIOCore
import NIOHTTP1
import Synchronization

/// The OpenID provider: its discovery document, its keys, the exchange of a code for an identity (OpenID Connect Core 1.0, code flow).
///
/// Document and keys are kept for an hour. A token under a key that is not among them has the keys read again, at most once a minute: so a
/// rotated key is found, and forged tokens do not make us ask all day.
public final class OpenIDProvider: Sendable {
    public let settings: OpenIDSettings
    private let http: HTTPClient
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let memory = Mutex(Memory())

    private struct Memory {
        var metadata: (value: Metadata, readAt: Date)?
        var keys: (value: OpenIDKeys, readAt: Date)?
    }

    /// Members of the discovery document that are used.
    private struct Metadata: Decodable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
        let jwksURI: String

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorizationEndpoint = "authorization_endpoint"
            case tokenEndpoint = "token_endpoint"
            case jwksURI = "jwks_uri"
        }
    }

    private static let kept: TimeInterval = 3_600
    private static let keysAgainAfter: TimeInterval = 60
    private static let patience = TimeAmount.seconds(5)
    private static let largestAnswer = 1 << 20

    /// - Parameter now: the real time; tests move it.
    public init(_ settings: OpenIDSettings, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }) {
        self.settings = settings
        self.logger = logger
        self.now = now
        var configuration = HTTPClient.Configuration()
        // A provider does not send us elsewhere, least of all with our secret.
        configuration.redirectConfiguration = .disallow
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Lets go of the connections when the service ends.
    public func shutdown() async {
        try? await http.shutdown()
    }

    // MARK: - The flow

    /// Where the browser is sent.
    func authorizationURL(state: String, nonce: String, verifier: String) async throws -> String {
        let metadata = try await metadata()
        let query = Self.form([
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", settings.redirectURI), ("scope", "openid"),
            ("state", state), ("nonce", nonce), ("code_challenge", Self.challenge(of: verifier)), ("code_challenge_method", "S256"),
        ])
        return metadata.authorizationEndpoint + (metadata.authorizationEndpoint.contains("?") ? "&" : "?") + query
    }

    /// The subject that a code stands for.
    ///
    /// - Throws: ``Problem`` `openid-refused` when the provider refuses the code or its token does not hold; `unavailable` when it does not answer.
    func subject(ofCode code: String, verifier: String, nonce: String) async throws -> String {
        let token = try await exchange(code, verifier: verifier)
        var keys = try await readKeys()
        if keys.needsReading(for: token) { keys = try await readKeys(again: true) }
        do {
            let claims = try await keys.verified(token)
            try claims.check(settings, nonce: nonce, now: now())
            return claims.subject
        } catch {
            logger.warning("an identity token does not hold", metadata: ["reason": "\(error)"])
            throw Problem.openIDRefused
        }
    }

    private func exchange(_ code: String, verifier: String) async throws -> String {
        struct Answer: Decodable {
            let idToken: String
            enum CodingKeys: String, CodingKey { case idToken = "id_token" }
        }
        var request = HTTPClientRequest(url: try await metadata().tokenEndpoint)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Accept", value: "application/json")
        let secret = Self.encoded(settings.clientID) + ":" + Self.encoded(settings.clientSecret)
        request.headers.add(name: "Authorization", value: "Basic " + Data(secret.utf8).base64EncodedString())
        let body = Self.form([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirectURI), ("code_verifier", verifier),
        ])
        request.body = .bytes(ByteBuffer(string: body))
        return try await answer(to: request, as: Answer.self).idToken
    }

    // MARK: - Document and keys

    private func metadata() async throws -> Metadata {
        if let known = memory.withLock({ $0.metadata }), now().timeIntervalSince(known.readAt) < Self.kept { return known.value }
        let issuer = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let metadata = try await answer(to: HTTPClientRequest(url: issuer + "/.well-known/openid-configuration"), as: Metadata.self)
        let endpoints = [metadata.authorizationEndpoint, metadata.tokenEndpoint, metadata.jwksURI]
        guard metadata.issuer == settings.issuer, endpoints.allSatisfy({ OpenIDSettings.isSafe($0) }) else {
            logger.error("the OpenID provider is not who it should be", metadata: ["issuer": "\(metadata.issuer)"])
            throw Problem.openIDAway
        }
        let readAt = now()
        memory.withLock { $0.metadata = (metadata, readAt) }
        return metadata
    }

    private func readKeys(again: Bool = false) async throws -> OpenIDKeys {
        if let known = memory.withLock({ $0.keys }) {
            let age = now().timeIntervalSince(known.readAt)
            if age < (again ? Self.keysAgainAfter : Self.kept) { return known.value }
        }
        let keys = OpenIDKeys(try await answer(to: HTTPClientRequest(url: try await metadata().jwksURI), as: OpenIDKeys.Document.self))
        let readAt = now()
        memory.withLock { $0.keys = (keys, readAt) }
        return keys
    }

    private func answer<Answer: Decodable>(to request: HTTPClientRequest, as type: Answer.Type) async throws -> Answer {
        let response: HTTPClientResponse
        let body: ByteBuffer
        do {
            response = try await http.execute(request, timeout: Self.patience)
            body = try await response.body.collect(upTo: Self.largestAnswer)
        } catch {
            logger.warning("the OpenID provider does not answer", metadata: ["error": "\(error)"])
            throw Problem.openIDAway
        }
        guard response.status == .ok else {
            logger.warning("the OpenID provider refuses", metadata: ["status": "\(response.status.code)"])
            throw response.status.code < 500 ? Problem.openIDRefused : Problem.openIDAway
        }
        do {
            return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        } catch {
            logger.warning("the OpenID provider answers what cannot be read")
            throw Problem.openIDAway
        }
    }

    // MARK: - Texts

    /// S256 of RFC 7636.
    private static func challenge(of verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func form(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// Everything but the unreserved characters of RFC 3986.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension Problem {
    static let openIDRefused = Problem(
        .notSignedIn, "openid-refused",
        "Hệ thống xác thực không công nhận lần đăng nhập này. Đăng nhập lại từ đầu, hoặc dùng tên đăng nhập và mật khẩu.")
    static let openIDAway = Problem(
        .unavailable, "openid-away", "Hệ thống xác thực chưa trả lời. Thử lại sau ít phút, hoặc dùng tên đăng nhập và mật khẩu.")
}
