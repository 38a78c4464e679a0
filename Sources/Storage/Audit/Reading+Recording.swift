public import Domain
import Postgres

extension AuditEntry {
    /// Leaves an entry that the acting officer looks at an object, in the transaction in which he does.
    ///
    /// - Throws: ``Problem/notSignedIn`` where nobody is seated.
    public static func recordReading(of object: String, _ id: String, purpose: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("SELECT core.audit_reading(\(object), \(id), \(purpose))")
    }

    /// Leaves an entry that the acting officer took a list away as a file, in a transaction that may write.
    ///
    /// - Parameters:
    ///   - list: its name, of lower-case letters, digits and `-`.
    ///   - filter: as it was asked, at most 1,000 characters.
    /// - Throws: ``Problem/notSignedIn`` where nobody is seated.
    public static func recordExport(
        of list: String, as format: String, rows: Int, filter: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute("SELECT core.audit_export(\(list), \(format), \(Int64(rows)), \(filter))")
    }
}
