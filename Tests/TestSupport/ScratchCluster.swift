import Foundation
import Glibc
import Logging
import Postgres

/// A PostgreSQL server for this run of the tests alone: a temporary directory, a unix socket, nothing kept.
///
/// It is started at the first need and lives in a shell that waits for the end of its standard input. That end comes when the test
/// process ends, however it ends; then the shell stops the server and removes the directory.
actor ScratchCluster {
    static let shared = ScratchCluster()
    /// For suites that change roles and logins: those belong to the cluster, and would change under every other suite.
    static let apart = ScratchCluster()

    /// Where the server listens, and how it is spoken to.
    struct Server: Sendable {
        let directory: String
        let binaries: String

        func configuration(database: String, user: String) -> ConnectionConfiguration {
            var configuration = ConnectionConfiguration(host: directory, database: database, user: user, applicationName: "tests")
            configuration.cancellationGrace = .seconds(60)
            return configuration
        }

        /// For the doors, each of which takes its own login.
        func url(database: String) -> String { "host=\(directory) dbname=\(database)" }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private var starting: Task<Server, any Error>?
    /// Held open as long as this process lives.
    private var lifeline: Pipe?

    func server() async throws -> Server {
        if let starting { return try await starting.value }
        let lifeline = Pipe()
        self.lifeline = lifeline
        let starting = Task { try await Self.start(lifeline) }
        self.starting = starting
        return try await starting.value
    }

    private static func start(_ lifeline: Pipe) async throws -> Server {
        let binaries = try binaryDirectory()
        // Not TMPDIR: the path of a unix socket may have 107 bytes.
        let directory = "\(root())/thidua-tests-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let server = Server(directory: directory, binaries: binaries)

        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", script, "scratch-cluster", directory, binaries] + (try prefix(owning: directory))
        shell.standardInput = lifeline
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        // Neither the shell's children nor ours may hold the lifeline open after us.
        _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try await waitUntilReady(server, shell)
        return server
    }

    /// In memory where there is plenty of it: each suite's clone is some three thousand files, and a disk that must write them down lets every
    /// suite wait.
    private static func root() -> String {
        var space = statvfs()
        guard statvfs("/dev/shm", &space) == 0, UInt64(space.f_bavail) * UInt64(space.f_frsize) >= 8 << 30 else { return "/tmp" }
        return "/dev/shm"
    }

    /// fsync off: what a power cut loses here nobody misses. The lock table must hold many tenants in one transaction. Nothing is compiled, as on
    /// the service's own connections: on the bare ones of the attacks it took a fifth of the whole run.
    private static let script = """
        dir=$1; bin=$2; shift 2
        "$@" "$bin/initdb" -D "$dir/data" -A trust -U postgres --locale=C.UTF-8 --encoding=UTF8 --no-sync >"$dir/initdb.log" 2>&1 || exit 1
        "$@" "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=400 -c max_locks_per_transaction=256 -c autovacuum=off -c jit=off -c log_min_messages=fatal \
            >"$dir/server.log" 2>&1 </dev/null &
        server=$!
        while read -r _; do :; done
        kill -INT "$server" 2>/dev/null
        wait "$server"
        rm -rf "$dir"
        """

    /// PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is none.
    private static func prefix(owning directory: String) throws -> [String] {
        guard getuid() == 0 else { return [] }
        let entry = ["postgres", "nobody"].lazy.compactMap { (name: String) in getpwnam(name)?.pointee }.first
        guard let entry, chown(directory, entry.pw_uid, entry.pw_gid) == 0 else {
            throw Failure(description: "no user to run PostgreSQL as")
        }
        return ["setpriv", "--reuid=\(entry.pw_uid)", "--regid=\(entry.pw_gid)", "--clear-groups"]
    }

    /// The newest that Debian has, else what pg_config says.
    private static func binaryDirectory() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).compactMap(Int.init).sorted()
        let found = versions.reversed().map { "\(root)/\($0)/bin" } + ["/usr/local/pgsql/bin", "/usr/bin"]
        guard let binaries = found.first(where: { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }) else {
            throw Failure(description: "PostgreSQL's initdb was not found: install the package postgresql")
        }
        return binaries
    }

    private static func waitUntilReady(_ server: Server, _ shell: Process) async throws {
        let logger = Logger(label: "tests")
        let configuration = server.configuration(database: "postgres", user: "postgres")
        let limit = ContinuousClock.now + .seconds(60)
        while true {
            do {
                try await Connection.open(configuration, logger: logger).close()
                return
            } catch {
                guard shell.isRunning, ContinuousClock.now < limit else {
                    let log = ["initdb.log", "server.log"].compactMap {
                        try? String(contentsOfFile: "\(server.directory)/\($0)", encoding: .utf8)
                    }
                    throw Failure(description: "the scratch PostgreSQL did not start: \(log.joined(separator: "\n"))")
                }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
