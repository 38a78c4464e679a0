import Domain
import Foundation
import Postgres
import Storage
import TestSupport

extension Province {
    /// Seals everything, so many entries at a time. The horizon spans all databases of the cluster: other tests' transactions are waited
    /// for before the first seal, so that every seal but the last one is full.
    func sealAudit(by batch: Int = 200) async throws {
        let limit = ContinuousClock.now + .seconds(300)
        while try await isBehindTheHorizon() {
            guard ContinuousClock.now < limit else { throw Unsealed() }
            try await Task.sleep(for: .milliseconds(50))
        }
        while try await worker.sealAudit(batch) > 0 {}
        guard try await verifiedAudit().unsealed == 0 else { throw Unsealed() }
    }

    struct Unsealed: Error {}

    /// Whether an entry of the epoch that goes on could still be overtaken by a transaction that runs.
    private func isBehindTheHorizon() async throws -> Bool {
        try await asked(
            """
            SELECT EXISTS (
                SELECT FROM core.audit_entry AS e
                WHERE e.epoch = (SELECT max(a.epoch) FROM core.audit_epoch AS a) AND e.xid >= pg_snapshot_xmin(pg_current_snapshot()))
            """)
    }

    /// The seal that holds a place, or would hold an entry put there.
    func sealOfAudit(at place: AuditPlace) async throws -> Int64 {
        try await asked(
            """
            SELECT seq FROM core.audit_seal
            WHERE (last_epoch, last_xid, last_id) >= (\(place.epoch), \("\(place.xid)")::text::xid8, \(place.id)) ORDER BY seq LIMIT 1
            """)
    }

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

    /// Lets the body seal and tamper with the audit from a chain without seals on, and puts everything back as it was.
    func preservingAudit(_ body: () async throws -> Void) async throws {
        try await tamper(
            """
            CREATE SCHEMA kept;
            CREATE TABLE kept.entry AS TABLE core.audit_entry;
            CREATE TABLE kept.seal AS TABLE core.audit_seal;
            CREATE TABLE kept.epoch AS TABLE core.audit_epoch;
            CREATE TABLE kept.sector AS TABLE core.sector;
            CREATE TABLE kept.routine AS SELECT pg_get_functiondef('core.audit_seal(integer)'::regprocedure) AS text;
            TRUNCATE core.audit_seal
            """)
        let outcome: Result<Void, any Error>
        do {
            try await body()
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        try await tamper(
            """
            TRUNCATE core.audit_entry, core.audit_seal, core.audit_epoch;
            INSERT INTO core.audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept.entry;
            INSERT INTO core.audit_seal SELECT * FROM kept.seal;
            INSERT INTO core.audit_epoch SELECT * FROM kept.epoch;
            ALTER TABLE core.audit_entry ALTER COLUMN epoch SET DEFAULT 1;
            DELETE FROM core.sector AS s WHERE s.code NOT IN (SELECT k.code FROM kept.sector AS k);
            DO $$ BEGIN EXECUTE (SELECT text FROM kept.routine); END $$;
            DROP SCHEMA kept CASCADE
            """)
        try outcome.get()
    }

    /// Past every trigger, as who holds the server could.
    func tamper(_ script: String) async throws {
        try await asSuperuser("SET session_replication_role = replica; \(script)")
    }
}
