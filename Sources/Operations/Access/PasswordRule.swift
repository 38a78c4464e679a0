import Domain

/// What a password must be: long. No rules of composition, which make passwords alike.
enum PasswordRule {
    static let least = 12
    /// Argon2 takes any length; a limit keeps a request small.
    static let most = 256

    /// Why the password cannot be taken, or nil.
    static func fault(of password: String) -> String? {
        let length = VietnameseText.composed(password).count
        if length < least { return "phải có ít nhất \(least) ký tự; có thể dùng một câu dễ nhớ" }
        if length > most { return "dài quá \(most) ký tự" }
        return nil
    }
}
