public import Domain
public import Storage

/// Takes the second factor from a person of the officer's own tenant who lost his device and his codes. Every session and token of the
/// account ends; where his role asks for a factor he enrols again at his next sign-in.
public struct ResetFactor: Sendable {
    public var person: Person.ID
    public var reason: String

    public init(of person: Person.ID, reason: String) {
        self.person = person
        self.reason = reason
    }

    /// - Throws: ``Problem`` `invalid-input` without a reason; ``Problem/notFound``; `account-by-operator`, `own-factor`, `no-factor`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        try await Account.resetFactor(of: person, reason: reason, in: tx)
    }
}
