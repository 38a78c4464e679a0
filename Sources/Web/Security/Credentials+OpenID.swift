public import Domain
public import HTTPTypes

extension Credentials {
    /// What the browser keeps while it is away at the OpenID provider: ten minutes, for the way back alone.
    public static func departureCookie(_ browser: Token?, secure: Bool) -> String {
        let age = browser == nil ? 0 : 600
        return "\(departureName)=\(browser?.text ?? ""); Path=/sign-in/openid; HttpOnly; SameSite=Lax; Max-Age=\(age)"
            + (secure ? "; Secure" : "")
    }

    public static func departure(in head: HTTPRequest) -> Token? {
        for field in head.headerFields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
                if parts.count == 2, parts[0] == departureName { return Token(parts[1]) }
            }
        }
        return nil
    }

    private static let departureName = "thidua-openid"
}
