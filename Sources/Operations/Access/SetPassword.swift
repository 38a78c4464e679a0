public import Domain
public import FoundationEssentials
public import Storage

/// Sets a password by a one-time link: the first one, or one in place of a forgotten one. Every session and token of the account ends.
public struct SetPassword: Sendable {
    public var link: LinkToken
    public var password: String

    public init(by link: LinkToken, to password: String) {
        self.link = link
        self.password = password
    }

    /// - Returns: the name to sign in with.
    /// - Throws: ``Problem`` `link-used` for a link that there is not, or no more; `invalid-input` when the password cannot be taken: the
    ///   link stays good then.
    public func perform(at door: SignInDoor, passwords: PasswordHasher) async throws -> String {
        let account = try await ShowPasswordLink(link).find(at: door)
        if let fault = try await door.rule(for: account.account).fault(of: password) { throw Problem.invalid("$.password", fault) }
        let hash = try await passwords.hash(password)
        do {
            try await door.use(link, passwordHash: hash)
        } catch Problem.notFound {
            throw Problem.linkUsed
        }
        return account.username
    }
}

/// For whom a link is. Looking does not use it.
public struct ShowPasswordLink: Sendable {
    public var link: LinkToken

    public init(_ link: LinkToken) {
        self.link = link
    }

    public struct Answer: Sendable {
        public let username: String
        public let fullName: String
        public let expiresAt: Date
    }

    /// - Throws: ``Problem`` `link-used`.
    public func perform(at door: SignInDoor) async throws -> Answer {
        let account = try await find(at: door)
        return Answer(username: account.username, fullName: account.fullName, expiresAt: account.expiresAt)
    }

    func find(at door: SignInDoor) async throws -> SignInDoor.LinkedAccount {
        do {
            return try await door.account(linkedBy: link)
        } catch Problem.notFound {
            throw Problem.linkUsed
        }
    }
}

extension Problem {
    /// One answer for a link that was used, has ended, was replaced or never was.
    public static let linkUsed = Problem(
        .notFound, "link-used",
        "Liên kết đã được dùng, đã hết hạn hoặc không đúng. Đề nghị người quản trị của đơn vị cấp liên kết khác.")
}

/// Lets `catch Problem.notFound` name a problem by its value.
func ~= (pattern: Problem, error: any Error) -> Bool {
    (error as? Problem) == pattern
}
