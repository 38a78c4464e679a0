import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The launch on its way down, with the worker stopped at every place where it can be stopped. The tests share the queue, so they run one
/// after the other.
@Suite("The fan-out of a launch", .province, .serialized, .timeLimit(.minutes(30)))
struct FanOutTests {
    let province = Province.current

    /// Longer than any test takes: a lease ends when the test says so.
    private static let lease = Duration.seconds(600)

    /// First-tier tenants of the fixture: three departments and two districts, and those that tests have opened.
    private func firstTier() async throws -> Int {
        try await province.count("SELECT count(*) FROM core.tenant WHERE scope = 'award_subject'")
    }

    private func launches(_ code: String) async throws -> Int {
        try await province.count(
            "SELECT count(*) FROM core.launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id WHERE c.code = \(code)")
    }

    private func unfinished() async throws -> Int {
        // A worker also has the units counted every day: that is not of a launch.
        try await province.count("SELECT count(*) FROM core.job WHERE state <> 'done' AND kind NOT LIKE 'unit_day.%'")
    }

    /// What time does to the jobs of a worker that does not come back.
    private func leasesEnd() async throws {
        try await province.asSuperuser("UPDATE core.job SET lease_until = now() - interval '1 second' WHERE state = 'running'")
    }

    private func waitingWorkers() async throws -> Int {
        try await province.count(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = 'thidua_worker' AND wait_event_type = 'Lock'
            """)
    }

    private func claimOne(_ kind: String) async throws -> Job {
        let job = try #require(try await province.worker.claim(1, lease: Self.lease).first)
        #expect(job.kind == kind)
        return job
    }

    @Test("gives every first-tier tenant one record in its own schema, and others none")
    func delivered() async throws {
        try await province.launched(try Plans.shipped("DELIVERED"))
        #expect(try await launches("DELIVERED") == (try await firstTier()))
        for tenant in ["district_101", "district_102", "dept_vpub", "dept_snv", "dept_ttt"] {
            let launch = try await province.read(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                try await ShowLaunch(.unit(campaign: "DELIVERED", code: nil)).perform(in: tx)
            }
            #expect(launch.unit == province.unit(nil, in: tenant))
            #expect(launch.standing.state == .received)
            #expect(launch.notBefore == Plans.day("2023-03-31"))
            #expect(launch.deadline == Plans.day("2023-04-09"))
        }
        #expect(try await province.count("SELECT count(*) FROM district_101.launch") == 1)
        #expect(try await province.count("SELECT count(*) FROM district_101.inbox") == 1)
        #expect(try await province.count("SELECT count(*) FROM dept_bao.launch") == 0)
        #expect(try await province.count("SELECT count(*) FROM province.launch") == 0)
    }

    @Test("goes to the tenants that the plan calls first tier, whatever they were in another plan")
    func otherPlan() async throws {
        try await province.launched(try Plans.other("OTHER-TIER"), on: "2023-05-05")
        let reached = try await province.monitor("OTHER-TIER").tenants.map(\.slug.text)
        #expect(reached.allSatisfy { $0.hasPrefix("district_") })
        #expect(reached.count == (try await launches("OTHER-TIER")))
    }

    @Test("changes nothing when it is run again from the start")
    func twice() async throws {
        try await province.launched(try Plans.shipped("TWICE"))
        try await province.cascade("TWICE", in: "district_101")
        try await province.work()
        let before = try await launches("TWICE")
        try await province.asSuperuser("UPDATE core.job SET state = 'ready', run_after = now()")
        let tally = try await province.work()
        #expect(tally.failed == 0)
        #expect(try await launches("TWICE") == before)
        // Without the inbox it still changes nothing: one launch per unit is a key.
        try await province.asSuperuser("DELETE FROM core.inbox; UPDATE core.job SET state = 'ready', run_after = now()")
        try await province.work()
        #expect(try await launches("TWICE") == before)
    }

    @Test("goes on where the worker was killed, whichever commit it had reached")
    func killedBetweenCommits() async throws {
        try await province.bring(try Plans.shipped("KILLED"))
        try await province.launch("KILLED")

        // Killed after the claim, before anything was done.
        _ = try await claimOne("launch.fan_out")
        #expect(try await province.worker.claim(5, lease: Self.lease).isEmpty)
        try await leasesEnd()

        // Killed after the children were made, before the job was finished.
        let fanOut = try await claimOne("launch.fan_out")
        #expect(fanOut.attempts == 2)
        let tenants = try await firstTier()
        #expect(try await province.worker.fanOutLaunch(fanOut) == tenants)
        try await leasesEnd()

        // The next worker makes none twice; and is killed after the first child's effect, before that child was finished.
        let jobs = try await province.worker.claim(20, lease: Self.lease)
        let again = try #require(jobs.first { $0.kind == "launch.fan_out" })
        #expect(try await province.worker.fanOutLaunch(again) == 0)
        let child = try #require(jobs.first { $0.kind == "launch.receive" })
        let received = try await province.worker.enter(child) { (tx: borrowing TenantTransaction) in try await Launch.receive(child, in: tx)
        }
        #expect(received == 1)
        try await leasesEnd()

        let tally = try await province.work()
        #expect(tally == Worker.Tally(done: tenants + 1))
        #expect(try await launches("KILLED") == tenants)
        #expect(try await unfinished() == 0)
    }

    @Test("loses nothing when the worker's connection dies in the middle of a transaction")
    func killedInsideATransaction() async throws {
        try await province.bring(try Plans.shipped("DIED"))
        try await province.launch("DIED")
        let fanOut = try await claimOne("launch.fan_out")
        _ = try await province.worker.fanOutLaunch(fanOut)
        #expect(try await province.worker.finish(fanOut))
        let child = try await claimOne("launch.receive")
        await #expect(throws: (any Error).self) {
            try await province.worker.enter(child) { (tx: borrowing TenantTransaction) in
                #expect(try await Launch.receive(child, in: tx) == 1)
                try await province.asSuperuser(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND usename = 'thidua_worker' AND state = 'idle in transaction'
                    """
                )
            }
        }
        #expect(try await launches("DIED") == 0)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.inbox AS i JOIN core.job AS j ON j.cause = i.cause AND j.target = i.target WHERE j.id = \(child.id)"
            ) == 0)
        try await leasesEnd()
        try await province.work()
        #expect(try await launches("DIED") == (try await firstTier()))
    }

    @Test("refuses a worker whose lease was taken over")
    func staleFence() async throws {
        try await province.bring(try Plans.shipped("STALE"))
        try await province.launch("STALE")
        let first = try await claimOne("launch.fan_out")
        try await leasesEnd()
        let second = try #require(try await province.worker.claim(1, lease: Self.lease).first)
        #expect(second.id == first.id)
        #expect(second.fence > first.fence)
        #expect(await province.refusal { _ = try await province.worker.fanOutLaunch(first) } == .leaseLost)
        #expect(try await province.worker.finish(first) == false)
        try await province.worker.fail(first, because: "late", retryAfter: .zero, mostAttempts: 1)
        #expect(try await province.count("SELECT count(*) FROM core.job WHERE id = \(first.id) AND state = 'running'") == 1)
        _ = try await province.worker.fanOutLaunch(second)
        #expect(try await province.worker.finish(second))
        try await province.work()
        #expect(try await launches("STALE") == (try await firstTier()))
    }

    @Test("is done once by two workers of which the first stalls inside its transaction", arguments: [false, true])
    func twoWorkers(afterItsInsert: Bool) async throws {
        let code = "STALLED-\(afterItsInsert)"
        try await province.bring(try Plans.shipped(code))
        try await province.launch(code)
        let fanOut = try await claimOne("launch.fan_out")
        _ = try await province.worker.fanOutLaunch(fanOut)
        _ = try await province.worker.finish(fanOut)
        let child = try await claimOne("launch.receive")

        // The second worker enters by doors of its own, as another process would.
        let other = try Entrance(database: province.url, connections: 1, patience: Province.patience, logger: Logger(label: "tests"))
        let doors = Task { await other.run() }
        defer { doors.cancel() }
        func rescue() -> Task<Worker.Tally, any Error> {
            Task {
                try await leasesEnd()
                return try await Worker(other.worker, logger: Logger(label: "tests")).runOnce()
            }
        }
        let (firstMade, rescuing) = try await province.worker.enter(child) {
            (tx: borrowing TenantTransaction) async throws -> (Int, Task<Worker.Tally, any Error>) in
            if afterItsInsert {
                let made = try await Launch.receive(child, in: tx)
                let rescuing = rescue()
                // It waits at the inbox row until this transaction ends.
                while try await waitingWorkers() == 0 { try await Task.sleep(for: .milliseconds(10)) }
                return (made, rescuing)
            }
            let rescuing = rescue()
            _ = try await rescuing.value
            return (try await Launch.receive(child, in: tx), rescuing)
        }
        #expect(firstMade == (afterItsInsert ? 1 : 0))
        #expect(try await rescuing.value.failed == 0)
        #expect(try await province.worker.finish(child) == false)
        try await province.work()
        #expect(try await launches(code) == (try await firstTier()))
        #expect(try await unfinished() == 0)
    }

    @Test("puts a job that fails back for later, then among the dead, where it stays until a person looks")
    func dead() async throws {
        try await province.asSuperuser(
            "INSERT INTO core.job (id, kind, subject_id, cause, target) VALUES (core.new_id(), 'unheard.of', core.new_id(), 'test', 'dead')"
        )
        var pace = Worker.Pace()
        pace.mostAttempts = 2
        #expect(try await province.work(pace).failed == 1)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.job WHERE target = 'dead' AND state = 'ready' AND run_after > now() + interval '1 second'") == 1)
        #expect(try await province.work(pace) == Worker.Tally())
        try await province.asSuperuser("UPDATE core.job SET run_after = now() WHERE target = 'dead'")
        #expect(try await province.work(pace).failed == 1)
        #expect(try await province.worker.counts()["dead"] == 1)
        let dead = try #require(try await DeadJobs().perform(at: province.worker).first)
        #expect(dead.target == "dead")
        #expect(dead.attempts == 2)
        #expect(dead.lastError.hasPrefix("unknown-job"))
        // What killed it is mended: it is tried anew.
        try await ReplayJob(dead.id).perform(at: province.worker)
        #expect(try await province.work(pace).failed == 1)
        #expect(await province.refusal { try await ReplayJob(dead.id).perform(at: province.worker) }?.kind == .notFound)
        try await province.asSuperuser("DELETE FROM core.job WHERE target = 'dead'")
    }

    @Test("counts an attempt for every worker that does not come back, and gives the job up after the last")
    func poison() async throws {
        try await province.asSuperuser(
            "INSERT INTO core.job (id, kind, subject_id, cause, target, state, attempts, lease_until) VALUES (core.new_id(), 'launch.fan_out', core.new_id(), 'test', 'poison', 'running', 8, now() - interval '1 second')"
        )
        #expect(try await province.worker.claim(5, lease: Self.lease).isEmpty)
        #expect(try await province.count("SELECT count(*) FROM core.job WHERE target = 'poison' AND state = 'dead'") == 1)
        try await province.asSuperuser("DELETE FROM core.job WHERE target = 'poison'")
    }

    @Test("lets a job that kills its workers take no others with it")
    func poisonAmongOthers() async throws {
        try await province.asSuperuser(
            """
            INSERT INTO core.job (id, kind, subject_id, cause, target)
            SELECT core.new_id(), 'unheard.of', core.new_id(), 'poisoned', CASE n WHEN 1 THEN 'poison' ELSE 'good' || n END FROM generate_series(1, 5) AS n
            """)
        var done: Set<String> = []
        for _ in 1...40 {
            let claimed = try await province.worker.claim(5, lease: Self.lease)
            for job in claimed.sorted(by: { $0.target > $1.target }) {
                // The worker is gone, and with it what it had not begun.
                guard job.target != "poison" else { break }
                #expect(try await province.worker.finish(job))
                done.insert(job.target)
            }
            try await leasesEnd()
        }
        #expect(done.count == 4)
        #expect(try await province.worker.deadJobs().map(\.target) == ["poison"])
        try await province.asSuperuser("DELETE FROM core.job WHERE cause = 'poisoned'")
    }

    @Test("takes jobs of all tenants in turn, not one tenant's first")
    func fair() async throws {
        try await province.asSuperuser(
            """
            INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, run_after)
            SELECT core.new_id(), 'unheard.of', '\(province.tenant("district_101"))', core.new_id(), 'fair', 'a' || n, now() - interval '1 hour' FROM generate_series(1, 50) AS n;
            INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target)
            VALUES (core.new_id(), 'unheard.of', '\(province.tenant("district_102"))', core.new_id(), 'fair', 'b')
            """)
        let claimed = try await province.worker.claim(4, lease: Self.lease)
        #expect(Set(claimed.map(\.tenant?.text)) == ["district_101", "district_102"])
        try await province.asSuperuser("DELETE FROM core.job WHERE cause = 'fair'")
    }

    @Test("stops between two jobs when it is asked to, and leaves what it has not begun to others at once")
    func gracefulStop() async throws {
        try await province.bring(try Plans.shipped("GRACE"))
        try await province.launch("GRACE")
        let worker = Worker(province.worker, logger: Logger(label: "tests"))
        worker.stop()
        await worker.run()
        #expect(try await launches("GRACE") == 0)

        let running = Worker(province.worker, logger: Logger(label: "tests"))
        let run = Task { await running.run() }
        while try await launches("GRACE") < (try await firstTier()) { try await Task.sleep(for: .milliseconds(20)) }
        running.stop()
        await run.value
        #expect(try await unfinished() == 0)
    }
}
