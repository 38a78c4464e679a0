import Foundation
import Logging
import Testing

@testable import Postgres

@Suite("Connecting", .timeLimit(.minutes(2)))
struct ConnectingTests {
    let server: ScratchServer

    init() async throws {
        server = try await ScratchServer.shared
    }

    @Test("values with quotes, spaces and backslashes arrive as they are")
    func quoting() async throws {
        let odd = #"it's a "name" \ with = spaces"#
        try await server.withConnection({
            $0.applicationName = odd
            $0.sessionSettings = ["thidua.note": odd, "role": "none", "statement_timeout": "7s"]
        }) { connection in
            let sql: SQL =
                "SELECT current_setting('application_name'), current_setting('thidua.note'), current_setting('statement_timeout')"
            try await connection.query(sql).only { (row) throws in
                #expect(try row.next(String.self) == odd)
                #expect(try row.next(String.self) == odd)
                #expect(try row.next(String.self) == "7s")
            }
            #expect(await connection.parameter("client_encoding") == "UTF8")
            #expect(await connection.serverVersion >= 150_000)
        }
    }

    @Test("a refused connection says why, and leaves neither thread nor descriptor")
    func failedConnects() async throws {
        var wrong = server.configuration
        wrong.database = "no such database"
        let first = try await postgresError { _ = try await Connection.open(wrong, logger: .tests) }
        #expect(first.code == .connectionFailed)
        #expect(first.message.contains("no such database"))
        let before = try Self.descriptors()
        for _ in 0..<30 { _ = try await postgresError { _ = try await Connection.open(wrong, logger: .tests) } }
        wrong.hosts = ["/nowhere"]
        for _ in 0..<30 { _ = try await postgresError { _ = try await Connection.open(wrong, logger: .tests) } }
        // Other suites open connections meanwhile; sixty leaks would show all the same.
        #expect(try await eventually { try Self.descriptors() < before + 40 })
    }

    private static func descriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }

    @Test("threads end with their connections, closed or dropped")
    func noThreadLeak() async throws {
        func threads() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 0 }
        let before = threads()
        for _ in 0..<5 {
            var connections: [Connection] = []
            for _ in 0..<8 { connections.append(try await server.open()) }
            for connection in connections.prefix(4) { await connection.close() }
        }
        #expect(try await eventually { threads() < before + 20 })
    }

    @Test("closing twice, and using what is closed, is harmless")
    func closed() async throws {
        let connection = try await server.open()
        await connection.close()
        await connection.close()
        let error = try await postgresError { _ = try await connection.query("SELECT 1") }
        #expect(error.code == .connectionLost)
    }

    @Test("a connection that its own code closes does not hang the task that runs on its thread")
    func closedFromInside() async throws {
        try await server.withPool(PoolConfiguration(maximumConnections: 2)) { pool in
            let closed = try await pool.withConnection { connection in
                await connection.close()
                return connection.isClosed
            }
            #expect(closed)
            let one = try await pool.withConnection { try await $0.query("SELECT 1").count }
            #expect(one == 1)
        }
    }

    @Test("no password in what a configuration prints")
    func passwordIsNotPrinted() throws {
        let secret = "s3cret' x"
        var configuration = ConnectionConfiguration(host: "db", database: "d", user: "u", password: secret)
        configuration.parameters["sslpassword"] = secret
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped, "\([configuration])"] {
            #expect(!text.contains("s3cret"))
        }
        #expect(configuration.description == "u@db:5432/d")
        let bad = #expect(throws: PostgresError.self) { _ = try ConnectionConfiguration(url: "postgresql://u:s3cret@[db") }
        #expect(bad.map { String(reflecting: $0).contains("s3cret") } == false)
    }

    @Test("URLs are read as libpq reads them")
    func urls() throws {
        let configuration = try ConnectionConfiguration(
            url:
                "postgresql://th%40i:p%20w@a:1,b:2/tỉnh?sslmode=verify-full&target_session_attrs=read-write&keepalives_idle=30&connect_timeout=3"
        )
        #expect(configuration.user == "th@i")
        #expect(configuration.password == "p w")
        #expect(configuration.hosts == ["a", "b"])
        #expect(configuration.ports == [1, 2])
        #expect(configuration.database == "tỉnh")
        #expect(configuration.sslMode == "verify-full")
        #expect(configuration.targetSessionAttributes == "read-write")
        #expect(configuration.connectTimeout == .seconds(3))
        #expect(configuration.parameters == ["keepalives_idle": "30"])
        #expect(try ConnectionConfiguration(url: "postgresql:///d?host=/run/x").hosts == ["/run/x"])
    }

    @Test("the next host is tried when the first does not answer")
    func severalHosts() async throws {
        var configuration = server.configuration
        configuration.hosts = ["/nowhere", server.directory]
        configuration.targetSessionAttributes = "read-write"
        let connection = try await Connection.open(configuration, logger: .tests)
        let result = try await connection.query("SELECT 1")
        #expect(result.count == 1)
        await connection.close()
    }

    @Test("a host that swallows packets costs no more than the time allowed, or the cancellation")
    func blackHole() async throws {
        // 192.0.2.0/24 is reserved for documentation: nothing answers there, or the network says so at once.
        var configuration = ConnectionConfiguration(host: "192.0.2.1", database: "d", user: "u")
        configuration.connectTimeout = .milliseconds(300)
        let started = ContinuousClock.now
        let error = try await postgresError { _ = try await Connection.open(configuration, logger: .tests) }
        #expect(error.code == .connectionFailed)
        #expect(ContinuousClock.now - started < .seconds(60))
        configuration.connectTimeout = .seconds(600)
        let task = Task { [configuration] in try await Connection.open(configuration, logger: .tests) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        let cancelled = try await postgresError { _ = try await task.value }
        #expect([.cancelled, .connectionFailed].contains(cancelled.code))
    }

    @Test("environment variables of libpq do not count")
    func environment() async throws {
        // They are removed before the first connection; set here afterwards they would count, so the removal itself is looked at.
        _ = try await server.withConnection { try await $0.query("SELECT 1").count }
        for name in ["PGOPTIONS", "PGPASSFILE", "PGSERVICE", "PGSERVICEFILE", "PGHOST", "PGSSLMODE"] {
            #expect(ProcessInfo.processInfo.environment[name] == nil)
        }
    }

    @Test("notices go to the log and nowhere else")
    func notices() async throws {
        try await server.withConnection { connection in
            let result = try await connection.query("DO $$ BEGIN RAISE WARNING 'xin chào'; END $$")
            #expect(result.command == "DO")
        }
    }
}
