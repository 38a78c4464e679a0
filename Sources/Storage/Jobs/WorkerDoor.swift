public import Domain
public import FoundationEssentials
public import Logging
import Postgres

/// The worker's door: claims jobs, enters one tenant at a time under the job's lease and fence.
public final class WorkerDoor: Sendable {
    private let pool: Pool
    private let logger: Logger

    public init(_ address: DatabaseAddress, logger: Logger) {
        self.logger = logger
        pool = Pool(
            PoolConfiguration(maximumConnections: 3), connection: address.configuration(for: .worker, statementTimeout: .seconds(60)),
            logger: logger)
    }

    public func run() async {
        await pool.run()
    }

    /// Takes up to `most` jobs for `lease`; nobody else works on them until then.
    public func claim(_ most: Int, lease: Duration) async throws -> [Job] {
        try await query(
            """
            SELECT id, kind, tenant_slug, subject_id, cause, target, fence, attempts
            FROM core.job_claim(\(Int32(most)), make_interval(secs => \(lease.seconds)))
            """
        ).decode { row in
            Job(
                id: try row.next(), kind: try row.next(), tenant: try row.next(), subject: try row.next(), cause: try row.next(),
                target: try row.next(), fence: try row.next(), attempts: Int(try row.next(Int32.self)))
        }
    }

    /// False: the lease was lost, somebody else has the job now.
    public func finish(_ job: Job) async throws -> Bool {
        try await query("SELECT core.job_finish(\(job.id), \(job.fence))").first { row in try row.next(Bool?.self) ?? false } ?? false
    }

    /// Puts a job back for `wait`, or among the dead after its last attempt.
    public func fail(_ job: Job, because error: String, retryAfter wait: Duration, mostAttempts: Int) async throws {
        _ = try await query(
            "SELECT core.job_fail(\(job.id), \(job.fence), \(error), make_interval(secs => \(wait.seconds)), \(Int32(clamping: mostAttempts)))"
        )
    }

    /// Expands a campaign's launch into one child for each first-tier tenant; answers how many are new.
    public func fanOutLaunch(_ job: Job) async throws -> Int {
        Int(try await query("SELECT core.launch_fan_out(\(job.id), \(job.fence))").only { row in try row.next(Int32.self) })
    }

    /// Seals the next entries of the audit, at most so many; answers how many they were. Two at once seal each entry once.
    ///
    /// - Throws: a ``Problem`` of code `audit-epoch-over` after a restore into another cluster.
    public func sealAudit(_ most: Int) async throws -> Int {
        Int(try await query("SELECT core.audit_seal(\(Int32(most)))").only { row in try row.next(Int32.self) })
    }

    /// How many jobs stand where.
    public func counts() async throws -> [String: Int] {
        let rows = try await query("SELECT state, jobs FROM core.job_counts()").decode { row in
            (try row.next(String.self), Int(try row.next(Int64.self)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Forgets which requests were made more than 7 days ago (design.md 5); answers how many.
    public func forgetRequests() async throws -> Int {
        Int(try await query("SELECT core.idempotency_forget()").only { row in try row.next(Int64.self) })
    }

    /// Works inside the job's tenant as the system, in one transaction.
    public func enter<R: Sendable>(_ job: Job, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        guard let tenant = job.tenant, let schema = SchemaName(validating: tenant.text) else { throw Problem.unexpected }
        let deadline = Deadline.after(.seconds(60))
        do {
            return try await pool.withConnection(affinity: tenant.text, deadline: deadline) { connection in
                let stage = TransactionStage(
                    connection: connection, form: .readWrite, preamble: .job(job.id, fence: job.fence, tenant), deadline: deadline,
                    logger: logger)
                let officer = try await stage.officer()
                let answer = try await body(TenantTransaction(scope: .own(schema, officer.home), stage: stage))
                try await stage.commit()
                return answer
            }
        } catch let error as PostgresError {
            throw error.problem(logger)
        }
    }

    /// - Parameter limit: waiting for a connection included; a statement ends after 60 s.
    func query(_ sql: SQL, within limit: Duration = .seconds(20)) async throws -> ResultSet {
        do {
            let deadline = Deadline.after(limit)
            return try await pool.withConnection(deadline: deadline) { connection in
                try await connection.query(sql, deadline: deadline)
            }
        } catch let error as PostgresError {
            throw error.problem(logger)
        }
    }
}

/// A claimed job.
public struct Job: Sendable, Hashable {
    public let id: UUID
    public let kind: String
    public let tenant: Tenant.Slug?
    public let subject: UUID
    public let cause: String
    public let target: String
    /// Rises with every claim: what a stale worker presents no longer fits.
    public let fence: Int64
    public let attempts: Int
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
