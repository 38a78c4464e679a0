public import Domain
public import FoundationEssentials
public import Storage

/// Opens an API token for a program that acts as the officer, in the acting post.
public struct OpenToken: Sendable {
    /// What its owner calls it.
    public var label: String
    /// How long it lasts, 1 to 366.
    public var days: Int
    /// The session it is made from: a token makes no token.
    public var session: Token

    public init(label: String, days: Int = 90, from session: Token) {
        self.label = label
        self.days = days
        self.session = session
    }

    /// What is shown this once.
    public struct Opened: Sendable {
        public let id: Credential.ID
        public let token: Token
        public let label: String
        public let expiresAt: Date
    }

    /// - Throws: ``Problem`` `invalid-input`, `session-needed`, `own-post-needed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Opened {
        guard try await tx.officer().delegation == nil else {
            throw Problem(
                .notAllowed, "own-post-needed",
                "Không tạo mã truy cập khi đang ký thay, thừa lệnh, thừa ủy quyền: việc được giao phải tự mình làm. Chuyển về chức vụ của mình rồi tạo."
            )
        }
        var check = InputCheck()
        let label = check.line(label, "$.label", atMost: 100)
        if !(1...366).contains(days) { check.fault("$.days", "phải từ 1 đến 366 ngày") }
        try check.finish()
        let id: Credential.ID = ids.next()
        let (token, hash) = Token.fresh()
        let until = try await Credential.open(id, hash: hash, label: label, days: days, from: session, in: tx)
        return Opened(id: id, token: token, label: label, expiresAt: until)
    }
}
