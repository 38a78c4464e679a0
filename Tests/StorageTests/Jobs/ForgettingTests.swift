import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("What stands for repeated requests", .province, .timeLimit(.minutes(30)))
struct ForgettingTests {
    let province = Province.current

    @Test("is forgotten by the worker after seven days, and not before")
    func sevenDays() async throws {
        try await province.asSuperuser(
            """
            INSERT INTO core.idempotency (account_id, route, key, request_hash, status, resource, recorded_at)
            SELECT a.id, 'items.assign', age::text, sha256('x'), 201, 'x', clock_timestamp() - age
            FROM (SELECT id FROM core.account LIMIT 1) AS a, unnest('{8 days,7 days 1 minute,6 days 23 hours,0}'::interval[]) AS age
            """)
        let worker = Worker(province.worker, logger: Logger(label: "tests"))
        let working = Task { await worker.run() }
        while try await province.count("SELECT count(*) FROM core.idempotency") > 2 { try await Task.sleep(for: .milliseconds(20)) }
        worker.stop()
        await working.value
        #expect(try await province.count("SELECT count(*) FROM core.idempotency WHERE recorded_at > now() - interval '7 days'") == 2)
        #expect(try await province.worker.forgetRequests() == 0)
    }
}
