public import Domain
import HTTPTypes

/// Where a request carries its token: the Authorization header of programs, or the session cookie of a browser.
public enum Credentials {
    struct Found: Sendable {
        let token: Token
        /// Sent by the browser by itself, so the request may have been made by a foreign page.
        let fromCookie: Bool
    }

    /// `__Host-` binds the cookie to this host and to TLS; without TLS a browser would refuse the prefix.
    public static func cookieName(secure: Bool) -> String { secure ? "__Host-thidua" : "thidua" }

    /// Over TLS only the bound cookie counts: another one could have been set by a neighbouring host.
    static func find(in head: HTTPRequest, secure: Bool) -> Found? {
        if let header = head.headerFields[.authorization] {
            guard header.lowercased().hasPrefix("bearer ") else { return nil }
            return Token(header.dropFirst(7)).map { Found(token: $0, fromCookie: false) }
        }
        for field in head.headerFields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
                guard parts.count == 2, parts[0] == cookieName(secure: secure) else { continue }
                if let token = Token(parts[1]) { return Found(token: token, fromCookie: true) }
            }
        }
        return nil
    }

    /// A change that a browser sends with its cookie must come from our own pages.
    static func refuseForeignOrigin(_ head: HTTPRequest, _ found: Found, publicAddress: String?) throws(Problem) {
        guard found.fromCookie, head.changes else { return }
        try refuseForeignOrigin(head, publicAddress: publicAddress, mustBeNamed: true)
    }

    /// Sec-Fetch-Site where the browser sends it, else Origin against the service's own, or against the host the request was made to.
    ///
    /// - Parameter mustBeNamed: whether a request that says neither is refused; no browser sends such a one with a form.
    static func refuseForeignOrigin(_ head: HTTPRequest, publicAddress: String?, mustBeNamed: Bool) throws(Problem) {
        let foreign = Problem(
            .notAllowed, "foreign-origin", "Yêu cầu đến từ trang khác nên bị từ chối. Mở lại trang của hệ thống rồi thực hiện.")
        if let site = head.headerFields[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw foreign }
            return
        }
        guard let origin = head.headerFields[.origin] else {
            if mustBeNamed { throw foreign }
            return
        }
        if let publicAddress {
            guard origin == publicAddress else { throw foreign }
        } else {
            guard let authority = head.authority, origin == "https://" + authority || origin == "http://" + authority else { throw foreign }
        }
    }

    /// Set-Cookie for a new session, or with nil to take it away.
    public static func cookie(_ token: Token?, secure: Bool, lifetimeSeconds: Int = 0) -> String {
        let value = token?.text ?? ""
        return "\(cookieName(secure: secure))=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(token == nil ? 0 : lifetimeSeconds)"
            + (secure ? "; Secure" : "")
    }
}

extension HTTPRequest {
    var changes: Bool { method != .get && method != .head }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
