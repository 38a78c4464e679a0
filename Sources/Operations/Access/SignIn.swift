public import Domain
public import Storage

/// Opens a session with a name and a password, in one post of the account.
public struct SignIn: Sendable {
    public var username: String
    public var password: String
    /// The post to act in; the first in customary order when nil.
    public var post: Post.ID?
    /// Where the request came from; nil for the command line.
    public var address: String?

    /// A working day; nobody stays signed in overnight.
    public static let lifetime = Duration.seconds(12 * 3_600)

    public init(username: String, password: String, post: Post.ID? = nil, address: String? = nil) {
        self.username = username
        self.password = password
        self.post = post
        self.address = address
    }

    public enum Outcome: Sendable {
        case signedIn(Session)
        /// The password is right, and the account has a second factor: ``FinishSignIn`` takes the code.
        case codeNeeded(SignInStep)
    }

    /// For an account without a second factor.
    ///
    /// - Throws: as ``begin(at:passwords:ids:)``; ``Problem`` `code-needed` where there is one.
    public func perform(at door: SignInDoor, passwords: PasswordHasher, ids: IDSource) async throws -> Session {
        switch try await begin(at: door, passwords: passwords, ids: ids) {
        case .signedIn(let session): return session
        case .codeNeeded:
            throw Problem(
                .notSignedIn, "code-needed", "Tài khoản này xác thực hai lớp. Đăng nhập lại và nhập mã của ứng dụng khi được hỏi.")
        }
    }

    /// Looks at the password. Only who has the right one learns whether there is a second factor.
    ///
    /// - Throws: ``Problem`` `wrong-credentials`, the same and after the same time for a wrong password, an unknown and a disabled account;
    ///   `too-many-attempts` alike for known and unknown names; afterwards `no-post`, and `invalid-input` for a post that is not the account's.
    public func begin(at door: SignInDoor, passwords: PasswordHasher, ids: IDSource) async throws -> Outcome {
        let name = VietnameseText(username).string.lowercased()
        try await door.attempt(name, from: address)
        // Asked also for what cannot be a name: each way takes the same steps.
        let found = try await door.account(named: name)
        let isRight = try await passwords.verify(password, against: found?.passwordHash)
        guard let found, let kept = found.passwordHash, isRight else {
            try await door.failed(name, from: address)
            throw Problem(
                .notSignedIn, "wrong-credentials",
                "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại, chú ý chữ hoa, chữ thường và bộ gõ.",
                fields: [FieldFault("$.username", "kiểm tra lại"), FieldFault("$.password", "kiểm tra lại")])
        }
        if passwords.cost.exceeds(kept) {
            try await door.rehash(found.account, from: kept, to: try await passwords.hash(password))
        }
        try await door.succeeded(name, from: address)
        let (step, hash) = StepToken.fresh()
        if let until = try await door.openStep(for: found.account, hash: hash) {
            return .codeNeeded(SignInStep(token: step, expiresAt: until))
        }
        return .signedIn(try await Self.session(of: found.account, in: post, by: .password, at: door, ids: ids))
    }

    /// A session for who was found to be the account's owner.
    static func session(
        of account: Account.ID, in post: Post.ID?, by proof: Credential.Proof, at door: SignInDoor, ids: IDSource
    ) async throws -> Session {
        let posts = try await door.posts(of: account)
        let chosen = try choose(post, among: posts)
        let (token, hash) = Token.fresh()
        let until = try await door.open(ids.next(), hash: hash, for: account, in: chosen.post, lifetime: lifetime, proof: proof)
        return Session(token: token, expiresAt: until, post: chosen, posts: posts)
    }

    static func choose(_ post: Post.ID?, among posts: [PostChoice]) throws(Problem) -> PostChoice {
        guard let first = posts.first else {
            throw Problem(
                .notAllowed, "no-post",
                "Tài khoản chưa có chức vụ nào đang hiệu lực. Liên hệ người quản trị của đơn vị để được giao chức vụ.")
        }
        guard let post else { return first }
        return try posts.chosen(post)
    }
}

extension [PostChoice] {
    /// - Throws: ``Problem`` `invalid-input` naming the posts there are.
    func chosen(_ post: Post.ID) throws(Problem) -> PostChoice {
        if let choice = first(where: { $0.post == post }) { return choice }
        let choices = map { "\($0.post) (\($0.title), \($0.tenantName))" }.joined(separator: "; ")
        throw .invalid("$.post", "không phải chức vụ của tài khoản; chọn một trong: \(choices)")
    }
}
