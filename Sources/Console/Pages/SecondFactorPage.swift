import Documents
import Domain

/// One's own second factor: enrolling a device, another device, new recovery codes.
struct SecondFactorPage: Page {
    static let template = "second-factor"
    let frame: Frame
    let mustEnrol: Bool
    /// Since when it is in force, dd/mm/yyyy hh:mm.
    let confirmed: String?
    let codesLeft: Int
    /// A code is waited for.
    let begun: Begun?
    let fault: String?

    struct Begun: Sendable {
        /// Shown this once; nil where a code has to be typed again.
        let secret: String?
        let uri: String?
        /// ``uri`` for the camera of the telephone, as SVG.
        let code: String?

        init(secret: String? = nil, uri: String? = nil) {
            self.secret = secret
            self.uri = uri
            code = uri.flatMap { QRCode($0)?.svg(title: "Mã QR của khóa") }
        }
    }

    init(frame: Frame, state: SecondFactor?, begun: Begun? = nil, fault: String? = nil) {
        self.frame = frame
        mustEnrol = state?.mustEnrol ?? false
        confirmed = state?.confirmedAt.map(SessionsPage.clock)
        codesLeft = state?.codesLeft ?? 0
        self.begun = begun
        self.fault = fault
    }
}

/// The recovery codes, shown this once.
struct RecoveryCodesPage: Page {
    static let template = "recovery-codes"
    let frame: Frame
    let codes: [Code]
    let count: Int

    struct Code: Sendable {
        let text: String
    }

    init(frame: Frame, codes: [String]) {
        self.frame = frame
        self.codes = codes.map { Code(text: $0) }
        count = codes.count
    }
}

/// The second step of signing in.
struct SignInCodePage: Page {
    static let template = "sign-in-code"
    var frame = Frame()
    let step: String
    var post = ""
    var fault: String?
}
