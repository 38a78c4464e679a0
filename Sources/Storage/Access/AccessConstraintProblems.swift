import Domain

extension ConstraintProblems {
    /// Of the tables of this capability.
    static let access: [String: Problem] = [
        "account_username_key": Problem(
            .conflict, "username-taken", "Tên đăng nhập đã có người dùng.", fields: [FieldFault("$.username", "đã có; chọn tên khác")]),
        "account_person_id_key": Problem(
            .conflict, "account-there", "Người này đã có tài khoản. Nếu quên mật khẩu, cấp liên kết đặt lại mật khẩu cho tài khoản đó."),
        "account_in_its_name_space": Problem(
            .invalid, "invalid-input",
            "Tên đăng nhập do đơn vị đặt phải bắt đầu bằng mã của chính đơn vị trong địa chỉ trang (/units/…) và dấu chấm.",
            fields: [FieldFault("$.username", "nhập lại với mã của đơn vị và dấu chấm ở đầu")]),
        "account_username_check": Problem(
            .invalid, "invalid-input", "Tên đăng nhập gồm 3 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch.",
            fields: [FieldFault("$.username", "chỉ dùng a-z, 0-9, dấu chấm, gạch nối, gạch dưới")]),
        "account_within_the_tenants_gift": Problem(
            .notAllowed, "account-by-operator",
            "Người này giữ chức vụ do người vận hành hệ thống giao; tài khoản của người đó cũng do người vận hành cấp bằng lệnh thidua admin seat hoặc thidua account reset."
        ),
        "account_of_somebody_else": Problem(
            .refused, "own-account",
            "Không tự khóa hoặc tự đặt lại tài khoản của mình. Đổi mật khẩu tại trang Đổi mật khẩu bằng mật khẩu đang dùng."),
        "token_within_its_post": Problem(
            .invalid, "invalid-input", "Mã truy cập chỉ được làm những việc mà chức vụ được làm.",
            fields: [FieldFault("$.scopes", "có việc chức vụ không được làm; xem các quyền bằng thidua whoami")]),
        "token_lasts_its_days": Problem(
            .invalid, "invalid-input", "Mã truy cập không được dùng lâu đến thế.", fields: [FieldFault("$.days", "nhập số ngày ít hơn")]),
        "factor_of_somebody_else": Problem(
            .refused, "own-factor",
            "Không tự gỡ xác thực hai lớp của mình. Đổi thiết bị tại trang Xác thực hai lớp; nếu mất điện thoại và mã dự phòng, đề nghị người quản trị khác gỡ."
        ),
        "account_has_a_factor": .noFactor,
        "factor_code_works_once": .wrongCode,
        "recovery_code_works_once": .wrongCode,
        "account_is_enabled": Problem(.refused, "account-disabled", "Tài khoản đang bị khóa. Mở khóa trước khi đặt lại mật khẩu."),
        "account_disabled_reason_check": Problem(
            .invalid, "invalid-input", "Khóa tài khoản phải nêu lý do.", fields: [FieldFault("$.reason", "nhập lý do")]),
    ]
}
