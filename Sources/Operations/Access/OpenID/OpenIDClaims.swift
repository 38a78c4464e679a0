import FoundationEssentials
import JWTKit

/// What an identity token says, once its signature holds (OpenID Connect Core 3.1.3.7).
struct OpenIDClaims: JWTPayload {
    enum Fault: Error {
        case issuer, audience, expired, notYet, nonce, subject
    }

    private let iss: String
    private let sub: String
    private let aud: AudienceClaim
    private let exp: Double
    private let iat: Double
    private let nbf: Double?
    private let nonce: String?
    private let azp: String?

    var subject: String { sub }

    /// Of two clocks.
    private static let leeway = 60.0

    /// - Throws: ``Fault``: of another provider, for another service, out of its time, or the answer to another question.
    func check(_ settings: OpenIDSettings, nonce asked: String, now: Date) throws(Fault) {
        let now = now.timeIntervalSince1970
        guard iss == settings.issuer else { throw .issuer }
        guard aud.value.contains(settings.clientID), aud.value.count == 1 || azp == settings.clientID,
            azp ?? settings.clientID == settings.clientID
        else { throw .audience }
        guard now < exp + Self.leeway else { throw .expired }
        guard iat <= now + Self.leeway, (nbf ?? 0) <= now + Self.leeway else { throw .notYet }
        guard nonce == asked else { throw .nonce }
        guard (1...255).contains(sub.unicodeScalars.count) else { throw .subject }
    }

    /// The time is checked with the service's own clock, in ``check(_:nonce:now:)``.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
