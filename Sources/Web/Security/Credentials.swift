public import Domain
public import HTTPTypes

/// Where a request carries its token: the Authorization header of programs, or the session cookie of a browser.
public enum Credentials {
    struct Found: Sendable {
        let token: Token
        /// Sent by the browser by itself, so the request may have been made by a foreign page.
        let fromCookie: Bool
    }

    /// `__Host-` binds the cookie to this host and to TLS; without TLS a browser would refuse the prefix.
    public static func cookieName(secure: Bool) -> String { secure ? "__Host-thidua" : "thidua" }

    static func find(in head: HTTPRequest) -> Found? {
        if let header = head.headerFields[.authorization] {
            guard header.lowercased().hasPrefix("bearer ") else { return nil }
            return Token(header.dropFirst(7)).map { Found(token: $0, fromCookie: false) }
        }
        for field in head.headerFields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
                guard parts.count == 2, parts[0] == cookieName(secure: true) || parts[0] == cookieName(secure: false) else { continue }
                if let token = Token(parts[1]) { return Found(token: token, fromCookie: true) }
            }
        }
        return nil
    }

    /// A change that a browser sends with its cookie must come from our own pages.
    static func refuseForeignOrigin(_ head: HTTPRequest, _ found: Found?) throws(Problem) {
        guard let found, found.fromCookie, head.method != .get, head.method != .head else { return }
        try refuseForeignOrigin(head)
    }

    /// Sec-Fetch-Site where the browser sends it, else Origin against the host the request was made to.
    public static func refuseForeignOrigin(_ head: HTTPRequest) throws(Problem) {
        let foreign = Problem(
            .notAllowed, "foreign-origin", "Yêu cầu đến từ trang khác nên bị từ chối. Mở lại trang của hệ thống rồi thực hiện.")
        if let site = head.headerFields[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw foreign }
            return
        }
        guard let origin = head.headerFields[.origin] else { return }
        guard let authority = head.authority, origin.hasSuffix("://" + authority) else { throw foreign }
    }

    /// Set-Cookie for a new session, or with nil to take it away.
    public static func cookie(_ token: Token?, secure: Bool, lifetimeSeconds: Int = 0) -> String {
        let value = token?.text ?? ""
        return "\(cookieName(secure: secure))=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(token == nil ? 0 : lifetimeSeconds)"
            + (secure ? "; Secure" : "")
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
