import Foundation
import Testing

@testable import Postgres

@Suite("Cancelling, deadlines and lost connections", .timeLimit(.minutes(2)))
struct InterruptionTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    @Test("a cancelled task ends its statement at the server, and the connection goes on")
    func cancelledQuery() async throws {
        try await server.withConnection { connection in
            let pid = await connection.backendPID
            // Longer than the suite may take: only the cancellation ends it.
            let task = Task { try await connection.query("SELECT pg_sleep(600)") }
            try await server.waitUntilBusy(pid)
            task.cancel()
            let error = try await postgresError { _ = try await task.value }
            #expect(error.code == .cancelled)
            #expect((error.underlying as? PostgresError)?.sqlState == "57014")
            #expect(connection.transactionStatus == .idle)
            let next = try await connection.query("SELECT 1::int8")
            #expect(try next.only { try $0.next(Int.self) } == 1)
        }
    }

    @Test("a cancel request that the server forgets between two commands of a pipeline is sent again until it is heard")
    func cancelledBetweenCommands() async throws {
        try await server.withConnection({ $0.cancellationGrace = .seconds(100) }) { connection in
            // A backend that reads its next command drops the request; among commands as short as these it mostly does.
            let short = [SQL](repeating: "SELECT 1", count: 20_000)
            for _ in 0..<5 {
                let pid = await connection.backendPID
                let task = Task { try await connection.pipeline(["BEGIN"] + short + ["SELECT pg_sleep(600)"]) }
                try await server.waitUntilBusy(pid)
                task.cancel()
                #expect(try await postgresError { _ = try await task.value }.code == .cancelled)
                #expect(connection.transactionStatus == .inError)
                #expect(try await postgresError { _ = try await connection.query("SELECT 1") }.sqlState == "25P02")
                _ = try await connection.query("ROLLBACK")
            }
        }
    }

    @Test("a task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        try await server.withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE c (id int8)")
            let task = Task {
                try? await Task.sleep(for: .seconds(30))
                _ = try await connection.query("INSERT INTO c VALUES (1)")
            }
            task.cancel()
            #expect(try await postgresError { try await task.value }.code == .cancelled)
            let count = try await connection.query("SELECT count(*) FROM c")
            #expect(try count.only { try $0.next(Int.self) } == 0)
        }
    }

    @Test("a deadline ends the statement, in a transaction too")
    func deadline() async throws {
        try await server.withConnection { connection in
            let error = try await postgresError {
                _ = try await connection.query("SELECT pg_sleep(600)", deadline: .after(.milliseconds(100)))
            }
            #expect(error.code == .deadlineExceeded)
            _ = try await connection.query("BEGIN")
            // Time enough for the first to be answered, also on a busy machine.
            let second = try await postgresError {
                _ = try await connection.pipeline(["SELECT 1", "SELECT pg_sleep(600)"], deadline: .after(.seconds(3)))
            }
            #expect(second.code == .deadlineExceeded)
            #expect(second.statementIndex == 1)
            #expect(connection.transactionStatus == .inError)
        }
    }

    @Test("the server's own timeout is the server's error")
    func statementTimeout() async throws {
        try await server.withConnection({ $0.sessionSettings["statement_timeout"] = "50ms" }) { connection in
            let error = try await postgresError { _ = try await connection.query("SELECT pg_sleep(30)") }
            #expect(error.code == .server)
            #expect(error.sqlState == "57014")
        }
    }

    @Test("a write is not cancelled once it is sent: its verdict is waited for")
    func cancelledWrite() async throws {
        try await server.withConnection({ $0.cancellationGrace = .seconds(60) }) { connection in
            _ = try await connection.query("CREATE TEMP TABLE w (id int8)")
            let pid = await connection.backendPID
            let holder = try await server.open()
            _ = try await holder.query("SELECT pg_advisory_lock(77)")
            let task = Task {
                try await connection.pipeline(["INSERT INTO w VALUES (1)", "SELECT pg_advisory_xact_lock(77)"], isWrite: true)
            }
            try await server.waitUntilBusy(pid)
            task.cancel()
            // Long enough for a cancel request to arrive, if one were sent.
            try await Task.sleep(for: .milliseconds(200))
            await holder.close()
            #expect(try await task.value.count == 2)
            // Sent before the deadline, also on a busy machine, and done after it.
            let late = try await connection.pipeline(
                ["INSERT INTO w VALUES (2)", "SELECT pg_sleep(4)"], deadline: .after(.seconds(3)), isWrite: true)
            #expect(late.count == 2, "the verdict came within the grace")
            let count = try await connection.query("SELECT count(*) FROM w")
            #expect(try count.only { try $0.next(Int.self) } == 2)
        }
    }

    @Test("a write whose verdict does not come in time is reported as unknown, and the connection is given up")
    func unknownCommit() async throws {
        try await server.withConnection({ $0.cancellationGrace = .milliseconds(200) }) { connection in
            let error = try await postgresError {
                _ = try await connection.query("SELECT pg_sleep(60)", deadline: .after(.seconds(3)), isWrite: true)
            }
            #expect(error.code == .commitUnknown)
            #expect(connection.isClosed)
        }
    }

    @Test("a session that an administrator ends is reported as lost, with what the server said", arguments: [false, true])
    func terminated(isWrite: Bool) async throws {
        try await server.withConnection { victim in
            let pid = await victim.backendPID
            let task = Task { try await victim.query("SELECT pg_sleep(30)", isWrite: isWrite) }
            try await server.waitUntilBusy(pid)
            try await server.withConnection { _ = try await $0.query("SELECT pg_terminate_backend(\(pid))") }
            let error = try await postgresError { _ = try await task.value }
            // The server said so before the commit: nothing is unknown.
            #expect(error.code == .connectionLost)
            #expect((error.underlying as? PostgresError)?.sqlState == "57P01")
            #expect(victim.isClosed)
            #expect(try await postgresError { _ = try await victim.query("SELECT 1") }.code == .connectionLost)
        }
    }

    @Test("an idle connection whose session ends is noticed without a query")
    func terminatedWhileIdle() async throws {
        try await server.withConnection { victim in
            let pid = await victim.backendPID
            try await server.withConnection { _ = try await $0.query("SELECT pg_terminate_backend(\(pid))") }
            #expect(try await eventually { victim.isClosed })
        }
    }

    @Test("a second operation during a stream is refused")
    func busy() async throws {
        try await server.withConnection { connection in
            var codes: [PostgresError.Code] = []
            try await connection.copyOut("COPY (SELECT generate_series(1, 1000000)) TO STDOUT") { _ in
                if codes.isEmpty { codes.append(try await postgresError { _ = try await connection.query("SELECT 1") }.code) }
            }
            #expect(codes.first == .connectionBusy)
            let after = try await connection.query("SELECT 1::int8")
            #expect(after.count == 1)
        }
    }
}

@Suite("A server that dies and comes back", .timeLimit(.minutes(2)))
struct ServerCrashTests {
    @Test("killed mid-query: reads are lost, writes unknown; the pool finds the server again and gives up nothing else")
    func killed() async throws {
        let server = try await ScratchServer()
        var settings = PoolConfiguration(minimumConnections: 2, maximumConnections: 4)
        settings.leaseTimeout = .seconds(60)
        try await server.withPool(settings) { pool in
            let read = Task { try await pool.withConnection { try await $0.query("SELECT pg_sleep(30)").count } }
            let write = Task { try await pool.withConnection { try await $0.query("SELECT pg_sleep(30)", isWrite: true).count } }
            #expect(try await eventually { pool.statistics.leased == 2 })
            try await Task.sleep(for: .milliseconds(300))
            try await server.stop("immediate")
            let lost = try await postgresError { _ = try await read.value }
            #expect(lost.code == .connectionLost)
            let unknown = try await postgresError { _ = try await write.value }
            // An immediate shutdown may still say 57P02, which is a verdict.
            #expect([.commitUnknown, .connectionLost].contains(unknown.code))

            // Long enough for one attempt to be refused, also on a busy machine.
            let refused = try await postgresError {
                try await pool.withConnection(deadline: .after(.seconds(8))) { _ = try await $0.query("SELECT 1") }
            }
            #expect(refused.code == .poolExhausted)
            #expect((refused.underlying as? PostgresError)?.code == .connectionFailed)

            try await server.start()
            let value = try await pool.withConnection { try await $0.query("SELECT 7::int8").only { try $0.next(Int.self) } }
            #expect(value == 7)
        }
        await server.remove()
    }

    @Test("a fast restart while all connections are idle costs no caller an error")
    func restartWhileIdle() async throws {
        let server = try await ScratchServer()
        try await server.withPool(PoolConfiguration(minimumConnections: 3, maximumConnections: 3)) { pool in
            #expect(try await eventually { pool.statistics.idle == 3 })
            try await server.stop("fast")
            try await server.start()
            for _ in 0..<6 {
                let one = try await pool.withConnection { try await $0.query("SELECT 1::int8").only { try $0.next(Int.self) } }
                #expect(one == 1)
            }
        }
        await server.remove()
    }
}
