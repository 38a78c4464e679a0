public import Domain
public import Storage

/// Opens an account for a person of the officer's own tenant, with a first password. Accounts that exist are not touched: whoever could
/// set their password could act as them.
public struct OpenAccount: Sendable {
    public let person: Person.ID
    public let username: String
    private let passwordHash: String

    /// Checks the input and hashes the password: before a connection is taken, since it takes its time.
    ///
    /// - Throws: ``Problem`` `invalid-input` with every field at fault.
    public init(for person: Person.ID, username: String, password: String, passwords: PasswordHasher) async throws {
        var check = InputCheck()
        let name = VietnameseText(username).string.lowercased()
        if !Account.isUsername(name) {
            check.fault(
                "$.username", "phải có 3 đến 64 ký tự a-z, 0-9, dấu chấm, gạch nối, gạch dưới, bắt đầu bằng chữ hoặc số; ví dụ phongnv.01")
        }
        if let fault = PasswordRule.fault(of: password) { check.fault("$.password", fault) }
        try check.finish()
        self.person = person
        self.username = name
        passwordHash = try await passwords.hash(password)
    }

    /// - Throws: ``Problem/notFound`` where the person is not of this tenant; `username-taken`, `account-there`, `account-by-operator`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await Account.open(ids.next(), for: person, username: username, passwordHash: passwordHash, in: tx)
    }
}
