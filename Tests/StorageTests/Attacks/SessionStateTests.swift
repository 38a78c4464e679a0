import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// A connection is lent to one officer after another: whatever became of the one before, the next is nobody until he enters (postgres.md 1, 7).
@Suite("What a connection keeps of the officer before", .province, .serialized, .timeLimit(.minutes(30)))
struct SessionStateTests {
    private let province = Province.current
    private var token: Token { province.token(of: .tenantAdmin, in: "district_101") }

    private func entering(_ token: Token, _ slug: String, local: Bool = true) -> SQL {
        "SELECT set_config('role', core.enter(\(token.bytes), \(slug)), \(local))"
    }

    /// Role and actor, as the next one finds them.
    private func who(_ connection: Connection) async throws -> String {
        try await connection.query("SELECT current_user || ' ' || coalesce(current_setting('thidua.actor', true), '')").only { row in
            try row.next()
        }
    }

    @Test("after an error inside a pipeline: nothing, unless the role had been taken for the session")
    func failedPipeline() async throws {
        try await province.withConnection(as: "thidua_web") { connection in
            await #expect(throws: PostgresError.self) {
                try await connection.pipeline([entering(token, "district_101"), "SELECT 1 / 0"])
            }
            #expect(try await who(connection) == "thidua_web ")
            await #expect(throws: PostgresError.self) {
                try await connection.pipeline(["BEGIN", entering(token, "district_101"), "SELECT 1 / 0"])
            }
            _ = try await connection.query("ROLLBACK")
            #expect(try await who(connection) == "thidua_web ")
            #expect(try await connection.query("SELECT core.actor_present()").only { row in try row.next(Bool.self) } == false)

            _ = try await connection.pipeline([entering(token, "district_101", local: false)])
            #expect(try await who(connection) == "district_101 ", "the control: a role taken for the session stays")
        }
    }

    @Test("after a statement that was cancelled: nothing; until it is rolled back nobody gets anything from the connection")
    func cancelled() async throws {
        try await province.withConnection(as: "thidua_web") { connection in
            for local in [true, false] {
                let (pid, own) = (await connection.backendPID, entering(token, "district_101", local: local))
                let task = Task { try await connection.pipeline(["BEGIN", own, Self.endless]) }
                try await untilItRuns(pid)
                task.cancel()
                let cancelled = await #expect(throws: PostgresError.self) { _ = try await task.value }
                #expect(cancelled?.code == .cancelled && (cancelled?.underlying as? PostgresError)?.sqlState == "57014")
                let other = entering(province.token(of: .tenantAdmin, in: "district_102"), "district_102")
                let refused = await #expect(throws: PostgresError.self) { _ = try await connection.query(other) }
                #expect(refused?.sqlState == "25P02", "the transaction of the officer before is still there, and broken")
                _ = try await connection.query("ROLLBACK")
                #expect(try await who(connection) == "thidua_web ")
                let seen = try await connection.pipeline(["BEGIN", other, "SELECT DISTINCT tenant_id::text FROM core.person", "ROLLBACK"])
                #expect(try seen[2].decode { row in try row.next(String.self) } == [province.tenant("district_102").description])
            }
            // The control: what was taken for the session, outside a transaction, stays whoever comes next.
            _ = try await connection.query(entering(token, "district_101", local: false))
            #expect(try await who(connection) == "district_101 ")
        }
    }

    @Test("a request that was cancelled midway leaves its connection to another tenant's officer as if it had never been")
    func cancelledRequest() async throws {
        let entrance = try Entrance(database: province.url, connections: 1, patience: Province.patience, logger: Logger(label: "tests"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            for _ in 0..<5 {
                let (entered, enters) = AsyncStream<Void>.makeStream()
                let first = province.entry(.tenantAdmin, in: "district_101")
                let task = Task {
                    try await entrance.read(first) { (tx: borrowing TenantTransaction) in
                        _ = try await tx.officer()
                        enters.finish()
                        try await Task.sleep(for: .seconds(600))
                    }
                }
                for await _ in entered {}
                task.cancel()
                await #expect(throws: (any Error).self) { try await task.value }
                let officer = try await entrance.read(province.entry(.tenantAdmin, in: "district_102")) {
                    (tx: borrowing TenantTransaction) in try await tx.officer()
                }
                #expect(officer.home == province.tenant("district_102"))
            }
        }
    }

    /// Nobody behind the door may call pg_sleep.
    private static let endless: SQL =
        "SELECT count(*) FROM generate_series(1, 100000) AS a, generate_series(1, 100000) AS b, generate_series(1, 100000) AS c"

    private func untilItRuns(_ pid: Int32) async throws {
        let running: SQL =
            "SELECT count(*) FROM pg_stat_activity WHERE pid = \(pid) AND state = 'active' AND query LIKE '%generate_series%'"
        while try await province.count(running) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("a statement prepared as one tenant reads as whoever runs it")
    func preparedPlan() async throws {
        try await province.withConnection(as: "thidua_web") { connection in
            // More often than PostgreSQL needs to keep one plan for all.
            var seen: [String: Set<String>] = [:]
            for round in 0..<16 {
                let slug = round.isMultiple(of: 2) ? "district_101" : "district_102"
                let results = try await connection.pipeline([
                    "BEGIN", entering(province.token(of: .tenantAdmin, in: slug), slug),
                    "SELECT DISTINCT tenant_id::text FROM core.person", "ROLLBACK",
                ])
                seen[slug, default: []].formUnion(try results[2].decode { row in try row.next(String.self) })
            }
            #expect(seen["district_101"] == [province.tenant("district_101").description])
            #expect(seen["district_102"] == [province.tenant("district_102").description])
        }
    }

    @Test("a statement that one tenant left prepared over his own table is refused to another")
    func leftBehind() async throws {
        try await province.withConnection(as: "thidua_web") { connection in
            _ = try await connection.pipeline(["BEGIN", entering(token, "district_101")])
            try await connection.script("PREPARE left_behind AS SELECT count(*) FROM district_101.sub_unit; ROLLBACK")
            let other = province.token(of: .tenantAdmin, in: "district_102")
            _ = try await connection.pipeline(["BEGIN", entering(other, "district_102")])
            let refused = await #expect(throws: PostgresError.self) { try await connection.script("EXECUTE left_behind") }
            #expect(refused?.sqlState == "42501")
            _ = try await connection.query("ROLLBACK")
            // The control: it is still there, and serves the tenant whose table it reads.
            _ = try await connection.pipeline(["BEGIN", entering(token, "district_101")])
            try await connection.script("EXECUTE left_behind")
        }
    }

    @Test(
        "the worker's login reads nothing without a lease, and the sign-in's login no tenant at all",
        arguments: ["thidua_worker", "thidua_signin", "thidua_web"])
    func withoutActor(_ login: String) async throws {
        try await province.withConnection(as: login) { connection in
            for statement: SQL in [
                "SELECT 1 FROM district_101.work_item", "SELECT 1 FROM core.work_item", "SELECT 1 FROM core.person",
                "SELECT 1 FROM core.job",
                "SELECT 1 FROM core.audit_entry", "SELECT core.enter_job(gen_random_uuid(), 1)", "SET ROLE thidua_owner",
            ] {
                await #expect(throws: PostgresError.self, "\(statement) as \(login)") { try await connection.query(statement) }
            }
        }
        // The control: the owner, who is bound by row policies too, meets the table and no row; the superuser meets rows.
        let rows = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT count(*) FROM core.person").only { row in try row.next(Int64.self) }
        }
        #expect(rows > 0)
    }
}
