public import Domain
public import Storage

/// Opens an account for a person of the officer's own tenant. It has no password: the link that comes back sets the first one. Accounts that
/// exist are not touched. What does not begin with the unit's slug gets it put before.
public struct OpenAccount: Sendable {
    public let person: Person.ID
    public let username: String

    /// - Throws: ``Problem`` `invalid-input` with every field at fault.
    public init(for person: Person.ID, username: String) throws(Problem) {
        self.person = person
        self.username = try Account.checked(username)
    }

    /// - Throws: `invalid-input` for a name that the slug makes too long; ``Problem/notFound`` where the person is not of this tenant;
    ///   `username-taken`, `account-there`, `account-by-operator`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PasswordLink {
        let tenant = try await ShowTenant().perform(in: tx)
        let name = try Account.checked(Account.named(username, in: tenant.slug))
        let (token, hash) = LinkToken.fresh()
        let until = try await Account.open(ids.next(), for: person, username: name, linkHash: hash, in: tx)
        return PasswordLink(token: token, expiresAt: until)
    }
}

extension Account {
    /// A name for an account, in lower case.
    static func checked(_ username: String) throws(Problem) -> String {
        let name = VietnameseText(username).string.lowercased()
        guard isUsername(name) else {
            throw .invalid(
                "$.username",
                "phải có 3 đến 64 ký tự a-z, 0-9, dấu chấm, gạch nối, gạch dưới, bắt đầu bằng chữ hoặc số; tài khoản do đơn vị mở gồm mã của đơn vị, dấu chấm và tên, ví dụ district_964.phongnv.01"
            )
        }
        return name
    }
}
