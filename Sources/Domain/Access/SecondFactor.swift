public import FoundationEssentials

/// How an officer's account stands with its second factor, as he sees it himself: never the secret.
public struct SecondFactor: Sendable, Hashable {
    public typealias ID = EntityID<SecondFactor>

    public let username: String
    /// Of the session or token that was shown.
    public let proof: Credential.Proof
    /// Whether the acting post asks for one.
    public let isAsked: Bool
    /// Since when it is in force; nil: there is none.
    public let confirmedAt: Date?
    /// Recovery codes that were not used.
    public let codesLeft: Int

    public init(username: String, proof: Credential.Proof, isAsked: Bool, confirmedAt: Date?, codesLeft: Int) {
        self.username = username
        self.proof = proof
        self.isAsked = isAsked
        self.confirmedAt = confirmedAt
        self.codesLeft = codesLeft
    }

    /// Whether this session opens the enrolment and nothing else.
    public var mustEnrol: Bool { isAsked && proof == .password }

    /// How many recovery codes are given out at once.
    public static let codeCount = 10
}

extension Credential {
    /// With what a session was opened; a token has it from the session that it was made from.
    public enum Proof: String, Sendable, CaseIterable {
        /// A password alone.
        case password
        /// A password and a code of the officer's own device.
        case totp
        /// A password and a recovery code.
        case recovery
        /// An OpenID provider, whose own factor counts.
        case provider

        public var vietnamese: String {
            switch self {
            case .password: "mật khẩu"
            case .totp: "mật khẩu và mã xác thực"
            case .recovery: "mật khẩu và mã dự phòng"
            case .provider: "hệ thống xác thực của tỉnh"
            }
        }
    }
}

/// Which roles ask for a second factor, and since when: data that the operator changes (`core.factor_policy`).
public struct FactorPolicy: Sendable, Hashable {
    public let role: Role
    public let isRequired: Bool
    /// By the real clock; nil: from the beginning.
    public let since: Date?
    public let reason: String

    public init(role: Role, isRequired: Bool, since: Date?, reason: String) {
        self.role = role
        self.isRequired = isRequired
        self.since = since
        self.reason = reason
    }
}

extension Problem {
    /// The one answer of every route to a session that its post asks more of.
    public static let factorNeeded = Problem(
        .notAllowed, "factor-needed",
        "Chức vụ đang làm việc phải xác thực hai lớp. Mở trang Xác thực hai lớp để đăng ký ứng dụng tạo mã (trên máy chủ: thidua factor begin), rồi thực hiện lại."
    )

    /// The half-open sign-in is over, or never was.
    public static let stepOver = Problem(
        .notSignedIn, "step-over", "Lần đăng nhập này đã quá 5 phút hoặc đã kết thúc. Đăng nhập lại từ đầu bằng mật khẩu.")

    /// A wrong code, one that was used, and one of another time are not told apart.
    public static let wrongCode = Problem(
        .invalid, "wrong-code",
        "Mã không đúng, đã hết hạn hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi nhập lại; kiểm tra giờ của điện thoại. Mất điện thoại thì nhập một mã dự phòng.",
        fields: [FieldFault("$.code", "không đúng, đã hết hạn hoặc đã dùng; nhập mã mới")])

    public static let enrolmentOver = Problem(
        .refused, "enrolment-over", "Chưa bắt đầu đăng ký trong phiên làm việc này, hoặc đã quá 15 phút. Bắt đầu đăng ký lại.")

    public static let noFactor = Problem(
        .refused, "no-factor", "Tài khoản này chưa đăng ký xác thực hai lớp. Không có gì để thay hoặc gỡ.")
}
