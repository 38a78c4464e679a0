public import Domain
public import Storage

/// Makes a link that sets a new password for a person of the officer's own tenant. Until it is used nothing changes; then every session and
/// token of the account ends.
public struct ResetAccount: Sendable {
    public var person: Person.ID

    public init(of person: Person.ID) {
        self.person = person
    }

    /// - Throws: ``Problem/notFound``; `account-by-operator` for who holds more than the tenant gives, `own-account`, `account-disabled`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> PasswordLink {
        let (token, hash) = LinkToken.fresh()
        return PasswordLink(token: token, expiresAt: try await Account.reset(of: person, linkHash: hash, in: tx))
    }
}
