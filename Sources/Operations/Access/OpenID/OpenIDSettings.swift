public import Domain
import FoundationEssentials

/// How this service is known to the OpenID provider of the province.
public struct OpenIDSettings: Sendable {
    /// Exactly as the provider spells it: tokens must carry the same text.
    public let issuer: String
    public let clientID: String
    public let clientSecret: String
    /// Where this service is reached from outside, such as `https://thidua.example.gov.vn`.
    public let publicURL: String
    /// As officers read it on the sign-in page.
    public let name: String

    /// - Throws: ``Problem`` naming what is missing: everything must travel over TLS, but on this machine itself.
    public init(issuer: String, clientID: String, clientSecret: String, publicURL: String, name: String) throws(Problem) {
        for (setting, url) in [("THIDUA_OIDC_ISSUER", issuer), ("THIDUA_PUBLIC_URL", publicURL)] where !Self.isSafe(url) {
            throw .invalid(setting, "phải là địa chỉ https, không có tham số")
        }
        for (setting, text) in [("THIDUA_OIDC_CLIENT_ID", clientID), ("THIDUA_OIDC_CLIENT_SECRET", clientSecret)] where text.isEmpty {
            throw .invalid(setting, "chưa đặt")
        }
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.publicURL = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
        self.name = name
    }

    /// Path on which the provider's answer arrives.
    public static let answerPath = "/sign-in/openid/answer"

    var redirectURI: String { publicURL + Self.answerPath }

    static func isSafe(_ text: String) -> Bool {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.query() == nil, url.fragment() == nil else {
            return false
        }
        return url.scheme == "https" || (url.scheme == "http" && ["127.0.0.1", "localhost", "::1"].contains(host))
    }
}
