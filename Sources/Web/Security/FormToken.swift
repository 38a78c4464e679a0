import Crypto
import Domain
import HTTPTypes

/// What every form of a signed-in officer carries: it follows from his session, so a foreign page cannot know it, and ends with it.
///
/// Nothing is kept for it: it is an HMAC under the session's own secret.
enum FormToken {
    static let field = "form"

    static func text(for session: Token) -> String {
        HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: session.bytes))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// - Throws: ``Problem`` `form-outdated`: the form is of another session, or of no page of ours.
    static func require(_ form: FormBody, of session: Token) throws(Problem) {
        let (given, due) = (Array(form[field].utf8), Array(text(for: session).utf8))
        // Each byte is compared, wherever the first difference is.
        let differs = zip(given, due).reduce(given.count == due.count ? 0 : 1) { $0 | ($1.0 ^ $1.1) }
        guard differs == 0 else {
            throw Problem(
                .notAllowed, "form-outdated", "Trang đã cũ hoặc không phải của phiên làm việc này. Tải lại trang rồi thực hiện lại.")
        }
    }
}
