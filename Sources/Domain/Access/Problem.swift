/// Why something was not done, for the person who asked: every layer throws it, HTTP and the command line render it.
///
/// The `detail` is Vietnamese, names what is wrong and says the next step; it never holds anything the actor may not see.
public struct Problem: Error, Sendable, Hashable {
    public var kind: Kind
    /// Stable, in kebab case: what programs may depend on (`launch-before-province`).
    public var code: String
    public var detail: String
    /// The fields at fault, in the order of the form.
    public var fields: [FieldFault]
    /// After how many seconds it may be tried again, where that is known.
    public var retryAfter: Int?

    public init(_ kind: Kind, _ code: String, _ detail: String, fields: [FieldFault] = [], retryAfter: Int? = nil) {
        self.kind = kind
        self.code = code
        self.detail = detail
        self.fields = fields
        self.retryAfter = retryAfter
    }

    /// What kind of refusal: decides the HTTP status and the exit code, nothing else.
    public enum Kind: String, Sendable, CaseIterable {
        /// The input is not of the form asked for.
        case invalid
        /// Nobody is signed in, or no longer.
        case notSignedIn
        /// Signed in, but the acting post may not do this where it may look.
        case notAllowed
        /// Not there, or not for this actor: the two are not told apart.
        case notFound
        /// It contradicts what is recorded already.
        case conflict
        /// A rule of the campaign or of the law forbids it.
        case refused
        /// Somebody changed it in the meantime (If-Match).
        case stale
        /// The version to be changed was not named (If-Match is missing).
        case versionNeeded
        case tooLarge
        case unsupported
        /// There, but not to be asked in this way: a page's path with the method of another.
        case wrongMethod
        /// No request at all: what arrived cannot be read.
        case malformed
        /// Tried too often: wait.
        case tooMany
        /// Too many at once, or the database is away: try again.
        case unavailable
        /// Our own fault.
        case unexpected
    }
}

/// One field at fault.
public struct FieldFault: Sendable, Hashable {
    /// `$.dueOn`, or `dòng 12, cột thời hạn` for a table.
    public var path: String
    public var reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }
}

extension Problem {
    /// The same answer for what is absent and for what belongs to somebody else.
    public static let notFound = Problem(
        .notFound, "not-found",
        "Không tìm thấy nội dung yêu cầu, hoặc chức vụ đang làm việc không được xem. Kiểm tra lại đường dẫn hoặc chọn chức vụ khác.")

    public static let notSignedIn = Problem(
        .notSignedIn, "not-signed-in", "Chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại.")

    public static let notAllowed = Problem(
        .notAllowed, "not-allowed", "Chức vụ đang làm việc không được thực hiện việc này. Liên hệ người quản trị của đơn vị nếu cần.")

    /// Of who may do it while his unit stands: naming the roles would name his own.
    public static let unitEnded = Problem(
        .notAllowed, "unit-ended",
        "Đơn vị đã kết thúc hoạt động: chỉ xem, không ghi. Ghi tại đơn vị kế thừa; nếu ngày kết thúc bị ghi nhầm, liên hệ người quản trị hệ thống."
    )

    /// That the province is there is no secret; a foreign unit is answered like an absent one.
    public static let provinceNotAllowed = Problem(
        .notAllowed, "not-allowed",
        "Chức vụ đang làm việc không được xem, ghi trên phạm vi toàn tỉnh. Làm việc tại đơn vị của mình, hoặc chọn chức vụ cấp tỉnh nếu có."
    )

    /// The token may do less than its post; what is missing is named, where the request said what it is about.
    public static func scopeMissing(_ deeds: [Deed]) -> Problem {
        let names = deeds.map { "“\($0.name)” (\($0.vietnamese))" }.joined(separator: " hoặc ")
        let missing = deeds.isEmpty ? "chỉ được xem" : "không có quyền \(names)"
        return Problem(
            .notAllowed, "scope-missing",
            "Mã truy cập này \(missing). Đăng nhập rồi tạo mã truy cập khác có quyền đó, hoặc thực hiện trong phiên làm việc.",
            fields: deeds.map { FieldFault("scopes", "thiếu \($0.name)") })
    }

    public static let stale = Problem(
        .stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại.")

    public static let unavailable = Problem(
        .unavailable, "unavailable", "Hệ thống đang bận. Chưa có gì được ghi lại; hãy thử lại sau ít phút.")

    public static let malformed = Problem(
        .malformed, "malformed", "Không đọc được yêu cầu gửi lên. Kiểm tra phần mềm và đường truyền rồi gửi lại từ đầu.")

    /// - Parameter allowed: the methods that the path knows.
    public static func wrongMethod(allowed: [String]) -> Problem {
        Problem(
            .wrongMethod, "method-not-allowed",
            "Đường dẫn này không nhận cách gọi vừa dùng. Chỉ nhận: \(allowed.joined(separator: ", ")). Sửa cách gọi rồi gửi lại.")
    }

    public static let unexpected = Problem(
        .unexpected, "unexpected", "Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã yêu cầu.")

    /// Input faults, all at once.
    public static func invalid(_ fields: [FieldFault]) -> Problem {
        Problem(.invalid, "invalid-input", "Dữ liệu gửi lên chưa đúng. Sửa các mục được nêu rồi gửi lại.", fields: fields)
    }

    public static func invalid(_ path: String, _ reason: String) -> Problem {
        invalid([FieldFault(path, reason)])
    }
}
