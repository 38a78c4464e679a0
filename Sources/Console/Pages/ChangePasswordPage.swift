import Domain

/// Changing one's own password, also when it has to be tried again.
struct ChangePasswordPage: Page {
    static let template = "change-password"
    let frame: Frame
    var fault: String?
    var done = false
    let least = PasswordRule.least
}

/// Setting a password by a one-time link.
struct SetPasswordPage: Page {
    static let template = "set-password"
    var frame = Frame()
    let fullName: String
    let username: String
    let until: String
    var fault: String?
    let least = PasswordRule.least
}
