import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Postgres

private final class Recorder: Sendable {
    private let storage = Mutex<[Int]>([])
    var values: [Int] { storage.withLock { $0 } }
    func append(_ value: Int) { storage.withLock { $0.append(value) } }
}

/// Before it takes a job it asks whether the pool's lock is free, which it is not where the job was made ready under it.
private final class LockProbe: TaskExecutor {
    private let queue = DispatchQueue(label: "lock probe")
    private let pool: Pool
    private let counts = Mutex((asked: 0, held: 0))

    init(_ pool: Pool) { self.pool = pool }

    var found: (asked: Int, held: Int) { counts.withLock { $0 } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let free = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { [pool] in
            _ = pool.statistics
            free.signal()
        }
        let isHeld = free.wait(timeout: .now() + 20) == .timedOut
        counts.withLock { $0 = ($0.asked + 1, $0.held + (isHeld ? 1 : 0)) }
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

@Suite("The pool", .timeLimit(.minutes(2)))
struct PoolTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    @Test("200 tasks share eight connections")
    func concurrency() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 8)) { pool in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        try await pool.withConnection(affinity: "t\(index % 5)", deadline: .after(.seconds(90))) { connection in
                            let results = try await connection.pipeline(["SELECT \(index)", "SELECT pg_sleep(0.001)"])
                            return try results[0].only { try $0.next(Int.self) }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == (0..<200).reduce(0, +))
            #expect(pool.statistics.size <= 8)
            #expect(pool.statistics.leased == 0)
            #expect(pool.statistics.waiting == 0)
        }
    }

    @Test("what is short takes turns on few connections, and waits for nobody who has one for long")
    func turns() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 6, concurrency: 2)) { pool in
            let (gate, open) = AsyncStream<Void>.makeStream()
            let holders = (0..<2).map { _ in Task { try await pool.withConnection { _ in for await _ in gate {} } } }
            #expect(try await eventually { pool.statistics.leased == 2 })
            // Both places are taken, until those who took them have lasted.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await pool.withConnection(deadline: .after(.seconds(60))) { connection in
                            _ = try await connection.query("SELECT 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(pool.statistics.leased == 2, "the holders still have theirs")
            #expect(pool.statistics.waiting == 0)
            open.finish()
            for holder in holders { try await holder.value }
        }
    }

    /// Who cancels a task holds it until its handlers have run, and the runner's asks for the pool's lock: waking the runner under that lock, each
    /// would wait for the other.
    @Test("wakes its runner after it has let go of its lock")
    func wakesOutsideItsLock() async throws {
        let pool = Pool(PoolConfiguration(maximumConnections: 2), connection: server.configuration, logger: .tests)
        let probe = LockProbe(pool)
        let runner = Task { await withTaskExecutorPreference(probe) { await pool.run() } }
        for _ in 0..<5 { try await pool.withConnection(deadline: .after(.seconds(60))) { _ in } }
        runner.cancel()
        await runner.value
        #expect(probe.found.asked > 3)
        #expect(probe.found.held == 0)
    }

    @Test("an exhausted pool refuses at the deadline and serves the others in order")
    func exhausted() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 1)) { pool in
            let order = Recorder()
            let (gate, open) = AsyncStream<Void>.makeStream()
            let holder = Task { try await pool.withConnection { _ in for await _ in gate {} } }
            #expect(try await eventually { pool.statistics.leased == 1 })
            let started = ContinuousClock.now
            let error = try await postgresError { try await pool.withConnection(deadline: .after(.milliseconds(100))) { _ in } }
            #expect(error.code == .poolExhausted)
            #expect(ContinuousClock.now - started >= .milliseconds(100))
            var patient: [Task<Void, any Error>] = []
            for index in 0..<5 {
                patient.append(
                    Task { try await pool.withConnection(deadline: .after(.seconds(90))) { _ in order.append(index) } })
                #expect(try await eventually { pool.statistics.waiting == index + 1 })
            }
            open.finish()
            try await holder.value
            for task in patient { try await task.value }
            #expect(order.values == [0, 1, 2, 3, 4])
        }
    }

    @Test("a caller that is cancelled while waiting leaves the queue")
    func cancelledWaiter() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 1)) { pool in
            let (gate, open) = AsyncStream<Void>.makeStream()
            let holder = Task { try await pool.withConnection { _ in for await _ in gate {} } }
            #expect(try await eventually { pool.statistics.leased == 1 })
            let waiter = Task { try await pool.withConnection { _ in } }
            #expect(try await eventually { pool.statistics.waiting == 1 })
            waiter.cancel()
            let error = try await postgresError { try await waiter.value }
            #expect(error.code == .cancelled)
            #expect(pool.statistics.waiting == 0)
            open.finish()
            try await holder.value
        }
    }

    @Test("what a caller leaves open is rolled back before the next one gets the connection")
    func rollsBack() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 1)) { pool in
            struct Odd: Error {}
            let pid = try await pool.withConnection { connection in
                _ = try await connection.pipeline(["BEGIN", "CREATE TEMP TABLE left_open (id int8)"])
                return await connection.backendPID
            }
            await #expect(throws: Odd.self) {
                try await pool.withConnection { connection in
                    _ = try await connection.query("BEGIN")
                    _ = try? await connection.query("SELECT 1/0")
                    throw Odd()
                }
            }
            let (same, open, missing) = try await pool.withConnection { connection in
                let status = connection.transactionStatus
                let found = try await connection.query("SELECT to_regclass('left_open') IS NULL").only { try $0.next(Bool.self) }
                return (await connection.backendPID, status, found)
            }
            #expect(same == pid, "the connection was kept")
            #expect(open == .idle)
            #expect(missing)
        }
    }

    @Test("a cancelled task's open transaction is rolled back too")
    func rollsBackAfterCancellation() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 1)) { pool in
            let pid = try await pool.withConnection { await $0.backendPID }
            let task = Task {
                try await pool.withConnection { connection in
                    _ = try await connection.query("BEGIN")
                    _ = try await connection.query("SELECT pg_sleep(30)")
                }
            }
            try await server.waitUntilBusy(pid)
            task.cancel()
            #expect(try await postgresError { try await task.value }.code == .cancelled)
            let status = try await pool.withConnection { $0.transactionStatus }
            #expect(status == .idle)
            #expect(pool.statistics.size == 1)
        }
    }

    @Test("a session that has ended unnoticed is replaced before the caller gets it")
    func deadSession() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 1)) { pool in
            let (connection, pid) = try await pool.withConnection { ($0, await $0.backendPID) }
            // As if the thread had not come round to looking at the socket yet.
            connection.thread.watch(nil)
            #expect(await connection.backendPID == pid, "this wakes the thread, which then sleeps without the watch")
            try await server.withConnection { other in
                _ = try await other.query("SELECT pg_terminate_backend(\(pid))")
                let isGone = try await eventually {
                    let sql: SQL = "SELECT count(*) FROM pg_stat_activity WHERE pid = \(pid)"
                    return try await other.query(sql).only { try $0.next(Int.self) } == 0
                }
                #expect(isGone)
                // It leaves the view before it closes its socket.
                #expect(try await eventually { kill(pid, 0) != 0 })
            }
            let next = try await pool.withConnection { connection in
                _ = try await connection.query("SELECT 1")
                return await connection.backendPID
            }
            #expect(next != pid)
        }
    }

    @Test("the body runs on the connection's own thread, so that statements need no switch")
    func threads() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 2)) { pool in
            let isOwn = try await pool.withConnection { connection in
                withUnsafeCurrentTask { $0?.unownedTaskExecutor } == connection.taskExecutor.asUnownedTaskExecutor()
            }
            #expect(isOwn)
        }
    }

    @Test("shutting down waits for what is lent, refuses the rest and leaves no session behind")
    func shutdown() async throws {
        var configuration = server.configuration
        configuration.applicationName = "shutdown-test"
        let pool = Pool(PoolConfiguration(minimumConnections: 3, maximumConnections: 4), connection: configuration, logger: .tests)
        let service = Task { await pool.run() }
        #expect(try await eventually { pool.statistics.idle == 3 })
        let (gate, open) = AsyncStream<Void>.makeStream()
        let lent = Task {
            try await pool.withConnection { connection in
                for await _ in gate {}
                return try await connection.query("SELECT 1").count
            }
        }
        #expect(try await eventually { pool.statistics.leased == 1 })
        service.cancel()
        #expect(try await eventually { pool.statistics.idle == 0 })
        #expect(pool.statistics.leased == 1)
        open.finish()
        await service.value
        #expect(try await lent.value == 1)
        #expect(pool.statistics.size == 0)
        #expect(try await postgresError { try await pool.withConnection { _ in } }.code == .poolClosed)
        let gone = try await server.withConnection { connection in
            try await eventually {
                let sql: SQL = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'shutdown-test'"
                return try await connection.query(sql).only { try $0.next(Int.self) } == 0
            }
        }
        #expect(gone)
    }
}
