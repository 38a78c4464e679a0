public import Domain
public import FoundationEssentials
import Postgres

extension Account {
    /// Opens an account for a person of the acting officer's own tenant.
    ///
    /// - Parameter linkHash: SHA-256 of the link that sets its first password.
    /// - Returns: when the link ends.
    /// - Throws: ``Problem/notFound`` where there is no such person in this tenant; codes `username-taken`, `account-there`,
    ///   `account-by-operator`.
    public static func open(
        _ id: ID, for person: Person.ID, username: String, linkHash: [UInt8], in tx: borrowing TenantTransaction
    ) async throws -> Date {
        try await tx.run(
            "SELECT core.account_open(\(id), \(person), \(username), \(linkHash), make_interval(secs => \(PasswordLink.lifetime.seconds)))"
        ).only { (row) throws in try row.next() }
    }

    /// Keeps a new link for the account of a person of the acting officer's own tenant; earlier ones no longer work.
    ///
    /// - Throws: ``Problem/notFound``; codes `account-by-operator`, `own-account`, `account-disabled`.
    public static func reset(of person: Person.ID, linkHash: [UInt8], in tx: borrowing TenantTransaction) async throws -> Date {
        try await tx.run("SELECT core.account_reset(\(person), \(linkHash), make_interval(secs => \(PasswordLink.lifetime.seconds)))")
            .only { (row) throws in try row.next() }
    }

    /// Shuts every way in; of who is shut out already nothing changes.
    ///
    /// - Throws: ``Problem/notFound``; codes `account-by-operator`, `own-account`.
    public static func disable(of person: Person.ID, reason: String, in tx: borrowing TenantTransaction) async throws {
        _ = try await tx.run("SELECT core.account_disable(\(person), \(reason))")
    }

    /// Lets its person sign in again.
    ///
    /// - Throws: ``Problem/notFound``; `account-by-operator`, also for what the operator disabled.
    public static func enable(of person: Person.ID, in tx: borrowing TenantTransaction) async throws {
        _ = try await tx.run("SELECT core.account_enable(\(person))")
    }

    /// Takes the second factor away; every session and token ends.
    ///
    /// - Throws: ``Problem/notFound``; codes `account-by-operator`, `own-factor`, `no-factor`.
    public static func resetFactor(of person: Person.ID, reason: String, in tx: borrowing TenantTransaction) async throws {
        _ = try await tx.run("SELECT core.factor_reset(\(person), \(reason))")
    }

    /// The account of a person of the acting officer's own tenant, for who keeps its directory.
    public static func find(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> Account? {
        try await tx.first(
            """
            SELECT id, person_id, username, created_at, has_password, has_factor, disabled_at, disabled_reason
            FROM core.account_of(\(person))
            """
        ) { row in
            Account(
                id: try row.next(), person: try row.next(), username: try row.next(), createdAt: try row.next(),
                hasPassword: try row.next(), hasSecondFactor: try row.next(), disabledAt: try row.next(), disabledReason: try row.next())
        }
    }
}
