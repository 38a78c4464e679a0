public import Domain
public import Storage

/// Shuts the account of a person of the officer's own tenant: every session and token ends at once, on every process of the service.
public struct DisableAccount: Sendable {
    public var person: Person.ID
    public var reason: String

    public init(of person: Person.ID, reason: String) {
        self.person = person
        self.reason = reason
    }

    /// - Throws: ``Problem`` `invalid-input` without a reason; ``Problem/notFound``; `account-by-operator`, `own-account`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        try await Account.disable(of: person, reason: reason, in: tx)
    }
}

/// Lets a person of the officer's own tenant sign in again.
public struct EnableAccount: Sendable {
    public var person: Person.ID

    public init(of person: Person.ID) {
        self.person = person
    }

    /// - Throws: ``Problem/notFound``; `account-by-operator`, also for what the operator disabled.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        try await Account.enable(of: person, in: tx)
    }
}
