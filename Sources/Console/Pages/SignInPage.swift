import Domain

/// The sign-in, also when it has to be tried again or a post to be chosen.
struct SignInPage: Page {
    static let template = "sign-in"
    var frame = Frame()
    var username = ""
    var fault: String?
    var posts: [Choice] = []
    var hasPosts = false
    /// Name of the OpenID provider, if there is one.
    var provider: String?

    struct Choice: Sendable {
        let id: String
        let title: String
        let unit: String
    }
}
