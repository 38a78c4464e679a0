public import Domain
import Postgres

extension Account {
    /// Opens an account for a person of the acting officer's own tenant.
    ///
    /// - Parameter passwordHash: a PHC string of Argon2id.
    /// - Throws: ``Problem/notFound`` where there is no such person in this tenant; codes `username-taken`, `account-there`,
    ///   `account-by-operator`.
    public static func open(
        _ id: ID, for person: Person.ID, username: String, passwordHash: String, in tx: borrowing TenantTransaction
    ) async throws {
        _ = try await tx.run("SELECT core.account_open(\(id), \(person), \(username), \(passwordHash))")
    }

    /// The account of a person of the acting officer's own tenant, for who keeps its directory.
    public static func find(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> Account? {
        try await tx.first(
            """
            SELECT id, person_id, username, created_at, disabled_at
            FROM core.account_of(\(person))
            """
        ) { row in
            Account(
                id: try row.next(), person: try row.next(), username: try row.next(), createdAt: try row.next(), disabledAt: try row.next())
        }
    }
}
