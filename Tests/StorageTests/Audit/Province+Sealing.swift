import Domain
import Foundation
import Postgres
import Storage
import TestSupport

extension Province {
    /// Seals everything, so many entries at a time. The horizon spans all databases of the cluster, so other tests' transactions are waited
    /// for.
    func sealAudit(by batch: Int = 200) async throws {
        let limit = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < limit {
            while try await worker.sealAudit(batch) > 0 {}
            if try await verifiedAudit().unsealed == 0 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Unsealed()
    }

    struct Unsealed: Error {}

    func verifiedAudit(against head: AuditHead? = nil) async throws -> AuditVerification {
        try await self.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.verifyAudit(against: head) }
    }

    func auditHead() async throws -> AuditHead? {
        try await self.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.auditHead() }
    }

    /// The entry that stands at a position, from 0 on, in the order of the audit.
    func auditPlace(at position: Int) async throws -> AuditPlace {
        try await withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT epoch, xid::text, id FROM core.audit_entry ORDER BY audit_entry.epoch, audit_entry.xid, audit_entry.id OFFSET \(Int64(position)) LIMIT 1"
            ).only { row in AuditPlace(epoch: try row.next(), xid: UInt64(try row.next(String.self)) ?? 0, id: try row.next()) }
        }
    }

    /// Past every trigger, as who holds the server could.
    func tamper(_ script: String) async throws {
        try await asSuperuser("SET session_replication_role = replica; \(script)")
    }
}
