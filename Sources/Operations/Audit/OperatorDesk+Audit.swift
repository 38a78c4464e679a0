public import Domain
import Storage

extension OperatorDesk {
    /// Computes the audit's whole chain anew and compares.
    ///
    /// - Parameter head: exported earlier; it must still stand in the chain.
    public func verifyAudit(against head: AuditHead? = nil) async throws -> AuditVerification {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.verifyAudit(against: head) }
    }

    /// The end of the chain, to be kept outside the database; nil before the first seal.
    public func auditHead() async throws -> AuditHead? {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.auditHead() }
    }

    /// After a restore into another cluster, before anybody writes: transaction ids begin anew there. Answers the new epoch.
    public func raiseAuditEpoch(because reason: String) async throws -> Int {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.raiseAuditEpoch(because: reason) }
    }
}
