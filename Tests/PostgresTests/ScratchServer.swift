import Foundation
import Logging
import Synchronization

@testable import Postgres

/// A PostgreSQL server of the tests' own, in a temporary directory, reachable by unix socket only.
///
/// The server refuses to run as root, so root lends it the account `postgres`.
final class ScratchServer: Sendable {
    let directory: String

    /// The server that suites share which do not stop it; it ends with the process.
    static var shared: ScratchServer {
        get async throws { try await starting.value }
    }

    private static let starting = Task {
        let server = try await ScratchServer()
        sharedDirectory.withLock { $0 = server.directory }
        atexit {
            guard let directory = sharedDirectory.withLock({ $0 }) else { return }
            _ = try? ScratchServer.output(
                ScratchServer.binary("pg_ctl"), ["-D", directory + "/data", "-m", "immediate", "stop"], as: "postgres")
            try? FileManager.default.removeItem(atPath: directory)
        }
        return server
    }

    private static let sharedDirectory = Mutex<String?>(nil)

    init() async throws {
        // A unix socket's path may have 107 bytes, so the directory lies directly under /tmp.
        directory = "/tmp/pgtest-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        if getuid() == 0 { try await Self.run("/bin/chown", ["postgres", directory], as: nil) }
        try await Self.run(
            Self.binary("initdb"), ["-D", directory + "/data", "-A", "trust", "-U", "postgres", "-N", "--no-locale", "-E", "UTF8"])
        try await start()
    }

    func start() async throws {
        let options = "-k \(directory) -h '' -c fsync=off -c max_connections=300"
        try await Self.run(Self.binary("pg_ctl"), ["-D", directory + "/data", "-o", options, "-l", directory + "/log", "-w", "start"])
    }

    /// `immediate` kills without a shutdown, `fast` ends sessions properly.
    func stop(_ mode: String) async throws {
        try await Self.run(Self.binary("pg_ctl"), ["-D", directory + "/data", "-m", mode, "-w", "stop"])
    }

    func remove() async {
        try? await stop("immediate")
        try? FileManager.default.removeItem(atPath: directory)
    }

    var configuration: ConnectionConfiguration {
        var configuration = ConnectionConfiguration(host: directory, database: "postgres", user: "postgres", applicationName: "tests")
        configuration.cancellationGrace = .seconds(3)
        return configuration
    }

    func open() async throws -> Connection {
        try await Connection.open(configuration, logger: .tests)
    }

    /// Lends a connection and closes it.
    func withConnection<R: Sendable>(
        _ change: (inout ConnectionConfiguration) -> Void = { _ in }, _ body: (Connection) async throws -> R
    ) async throws -> R {
        var configuration = configuration
        change(&configuration)
        let connection = try await Connection.open(configuration, logger: .tests)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Waits until the session sleeps or waits for an advisory lock.
    func waitUntilBusy(_ pid: Int32) async throws {
        let isBusy = try await withConnection { other in
            try await eventually {
                let sql: SQL = "SELECT count(*) FROM pg_stat_activity WHERE pid = \(pid) AND wait_event IN ('PgSleep', 'advisory')"
                return try await other.query(sql).only { try $0.next(Int.self) } == 1
            }
        }
        if !isBusy { throw Failure(description: "session \(pid) never became busy") }
    }

    /// Lends a running pool and shuts it down.
    func withPool<R: Sendable>(_ configuration: PoolConfiguration, _ body: @Sendable @escaping (Pool) async throws -> R) async throws -> R {
        var configuration = configuration
        // Where a test is about patience it says how much; elsewhere a loaded machine may take its time to open a session.
        if configuration.leaseTimeout == PoolConfiguration().leaseTimeout { configuration.leaseTimeout = .seconds(60) }
        let pool = Pool(configuration, connection: self.configuration, logger: .tests)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            do {
                let result = try await body(pool)
                group.cancelAll()
                try await group.waitForAll()
                return result
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }

    /// The directory `pg_config` names, otherwise the newest under Debian's usual place.
    private static let binaries: String = {
        let configured = (try? output("/usr/bin/env", ["pg_config", "--bindir"])) ?? ""
        if FileManager.default.isExecutableFile(atPath: configured + "/initdb") { return configured }
        let root = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
        return versions.map { "\(root)/\($0)/bin" }.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") } ?? ""
    }()

    private static func binary(_ name: String) -> String { binaries + "/" + name }

    /// On a thread of its own: starting a server takes a second, and Swift's own threads are as few as the cores.
    private static func run(_ path: String, _ arguments: [String], as account: String? = "postgres") async throws {
        _ = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try output(path, arguments, as: account) }) }
        }
    }

    /// Runs a program and returns what it prints.
    ///
    /// Not Foundation's `Process`: it waits for a socket that the server inherits from `pg_ctl`, and so waits for the server's end.
    private static func output(_ path: String, _ arguments: [String], as account: String? = nil) throws -> String {
        var command = [path] + arguments
        if let account, getuid() == 0 {
            command = ["/usr/bin/setpriv", "--reuid=\(account)", "--regid=\(account)", "--clear-groups"] + command
        }
        let file = "/tmp/pgtest-output-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { try? FileManager.default.removeItem(atPath: file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let strings = command.map { strdup($0) }
        defer { strings.forEach { free($0) } }
        var pid = pid_t()
        let failure = posix_spawn(&pid, command[0], &actions, nil, strings + [nil], environ)
        guard failure == 0 else { throw Failure(description: "\(command[0]): error \(failure)") }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        guard status == 0 else { throw Failure(description: "\(command): \(text)") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

extension Logger {
    static let tests = Logger(label: "tests")
}

/// Runs `body` and returns the ``PostgresError`` it throws; anything else is passed on.
func postgresError(_ body: () async throws -> Void) async throws -> PostgresError {
    do {
        try await body()
    } catch let error as PostgresError {
        return error
    }
    throw ScratchServer.Failure(description: "no error was thrown")
}

/// Waits until the condition holds, for at most twenty seconds: long, because all suites share two cores.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    let limit = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < limit {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
