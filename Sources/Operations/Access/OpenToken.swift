public import Domain
public import FoundationEssentials
public import Storage

/// Opens an API token for a program that acts as the officer, in the acting post, and does what it names of all that the post may.
public struct OpenToken: Sendable {
    /// What its owner calls it.
    public var label: String
    /// How long it lasts, 1 to what the installation allows; 90 or that when nil.
    public var days: Int?
    /// Names of deeds; looking alone when nil.
    public var scopes: [String]?
    /// The session it is made from: a token makes no token.
    public var session: Token

    public init(label: String, days: Int? = nil, scopes: [String]? = nil, from session: Token) {
        self.label = label
        self.days = days
        self.scopes = scopes
        self.session = session
    }

    /// What is shown this once.
    public struct Opened: Sendable {
        public let id: Credential.ID
        public let token: Token
        public let label: String
        public let scopes: [Deed]
        public let expiresAt: Date
    }

    /// - Throws: ``Problem`` `invalid-input`, also for what the post may not do; `session-needed`, `own-post-needed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Opened {
        let officer = try await tx.officer()
        guard officer.delegation == nil else {
            throw Problem(
                .notAllowed, "own-post-needed",
                "Không tạo mã truy cập khi đang ký thay, thừa lệnh, thừa ủy quyền: việc được giao phải tự mình làm. Chuyển về chức vụ của mình rồi tạo."
            )
        }
        let role = officer.role
        let longest = try await Credential.longestDays(in: tx)
        var check = InputCheck()
        let label = check.line(label, "$.label", atMost: 100)
        let days = days ?? min(90, longest)
        if !(1...longest).contains(days) { check.fault("$.days", "phải từ 1 đến \(longest) ngày") }
        let scopes = scopes.map { Self.read($0, for: role, &check) } ?? Deed.readOnlyScopes(of: role)
        try check.finish()
        let id: Credential.ID = ids.next()
        let (token, hash) = Token.fresh()
        let until = try await Credential.open(
            id, hash: hash, label: label, days: days, scopes: scopes, prefix: String(token.text.prefix(8)), from: session, in: tx)
        return Opened(id: id, token: token, label: label, scopes: scopes, expiresAt: until)
    }

    /// Each once, in the order in which they are named.
    private static func read(_ names: [String], for role: Role, _ check: inout InputCheck) -> [Deed] {
        let actions = Policy.of(role).actions
        let possible = Deed.all.filter { if case .action(let action) = $0 { actions.contains(action) } else { true } }
        let choices = possible.map(\.name).joined(separator: ", ")
        if names.isEmpty { check.fault("$.scopes", "chọn ít nhất một trong: \(choices)") }
        var found: [Deed] = []
        for name in names {
            guard let deed = Deed(name), possible.contains(deed) else {
                check.fault("$.scopes", "“\(name)” không phải việc mà chức vụ được làm; chọn trong: \(choices)")
                continue
            }
            if !found.contains(deed) { found.append(deed) }
        }
        return found
    }
}
