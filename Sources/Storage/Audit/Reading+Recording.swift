public import Domain
import Postgres

extension AuditEntry {
    /// Leaves an entry that the acting officer looks at an object, in the transaction in which he does.
    ///
    /// - Throws: ``Problem/notSignedIn`` where nobody is seated.
    public static func recordReading(of object: String, _ id: String, purpose: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("SELECT core.audit_reading(\(object), \(id), \(purpose))")
    }
}
