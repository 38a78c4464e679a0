import Domain
public import Logging
import Postgres

/// Brings a database to what the files of the schema say: forward only, one transaction for each step, one migrator at a time.
///
/// Runs as `thidua_migrator`, makes everything as `thidua_owner`. Interrupted at any point it goes on where it stopped.
public struct Migrator: Sendable {
    private let files: SchemaFiles
    private let address: DatabaseAddress
    private let logger: Logger
    /// Of the session's advisory lock: the first eight letters of "thidua migrations". `core.place_prepare` asks for it.
    private static let lock: Int64 = 0x7468_6964_7561_206D

    public init(_ files: SchemaFiles, at address: DatabaseAddress, logger: Logger) {
        self.files = files
        self.address = address
        self.logger = logger
    }

    /// What was done, in the order of doing.
    public enum Step: Sendable, Hashable {
        case migration(String)
        case routines(Int)
        case tenants(Int)
    }

    /// - Parameter report: told of each step when it is committed.
    /// - Throws: a ``Problem``; its detail is for the operator and repeats the server's message with file and line.
    @discardableResult
    public func migrate(report: (Step) -> Void = { _ in }) async throws -> [Step] {
        do {
            let connection = try await Connection.open(
                address.configuration(for: .migrator, statementTimeout: .seconds(3_600)), logger: logger)
            do {
                let steps = try await migrate(on: connection, report)
                // Ends the session, and the advisory lock with it.
                await connection.close()
                return steps
            } catch {
                await connection.close()
                throw error
            }
        } catch let error as PostgresError {
            throw Problem(operatorSees: error)
        }
    }

    private func migrate(on connection: Connection, _ report: (Step) -> Void) async throws -> [Step] {
        try await prepare(connection)
        let state = SchemaState(files, try await AppliedSchema.read(on: connection))
        if let changed = state.changedMigrations.first { throw Problem.migrationChanged(changed) }
        guard state.unknownMigrations.isEmpty else {
            try state.requireCurrent()
            return []
        }
        var steps: [Step] = []
        func done(_ step: Step) {
            steps.append(step)
            report(step)
        }
        for migration in files.migrations where state.pendingMigrations.contains(migration.file) {
            try await apply(migration, on: connection)
            done(.migration(migration.file))
        }
        // A new table may need its tenants' tables, a new column a new routine: after any migration the routines are made anew.
        let isPattern = !steps.isEmpty || files.routines.contains { $0.isTenantPattern && state.changedRoutines.contains($0.name) }
        guard !state.changedRoutines.isEmpty || !steps.isEmpty else { return [] }
        try await applyRoutines(leavingPatternOpen: isPattern, on: connection)
        done(.routines(files.routines.count))
        if isPattern {
            let tenants = try await applyPattern(on: connection)
            done(.tenants(tenants))
        }
        return steps
    }

    /// What row level security, partitions and pipelines are tested with; later majors are taken as well.
    private static let oldestServer = 15

    /// Waits for another migrator to end; then makes the two tables that remember what was applied.
    private func prepare(_ connection: Connection) async throws {
        let version = await connection.serverVersion / 10_000
        guard version >= Self.oldestServer else {
            throw Problem(
                .refused, "postgres-too-old",
                "Cần PostgreSQL \(Self.oldestServer) trở lên; máy chủ này là PostgreSQL \(version). Hãy nâng cấp máy chủ.")
        }
        guard try await connection.query("SELECT to_regnamespace('core') IS NOT NULL").only({ row in try row.next(Bool.self) }) else {
            throw Problem(
                .refused, "bootstrap-missing",
                "Cơ sở dữ liệu chưa được chuẩn bị. Chạy sql/bootstrap.sql một lần bằng tài khoản quản trị (superuser) của PostgreSQL.")
        }
        do {
            _ = try await connection.pipeline([
                "SET lock_timeout = '10min'", "SELECT pg_advisory_lock(\(Self.lock))", "SET ROLE thidua_owner",
            ])
        } catch {
            guard error.sqlState == "55P03" else { throw error }
            throw Problem(.unavailable, "migrating", "Một lần cập nhật cơ sở dữ liệu khác đang chạy. Chờ xong rồi thử lại.")
        }
        _ = try await connection.pipeline(
            [
                """
                CREATE TABLE IF NOT EXISTS core.schema_migration (
                    version    integer PRIMARY KEY,
                    name       text NOT NULL,
                    checksum   text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now()
                )
                """,
                """
                CREATE TABLE IF NOT EXISTS core.routine_file (
                    name       text PRIMARY KEY,
                    checksum   text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now()
                )
                """,
            ], isWrite: true)
    }

    private func apply(_ migration: SchemaFiles.Migration, on connection: Connection) async throws {
        try await connection.patientTransaction(logger: logger) {
            // Policies bind the owner too: an error is better than an UPDATE that silently touches no row (postgres.md 2).
            _ = try await connection.pipeline(["SET LOCAL row_security = off"])
            try await run(migration.text, of: "migrations/" + migration.file, on: connection)
            _ = try await connection.query(
                """
                INSERT INTO core.schema_migration (version, name, checksum)
                VALUES (\(Int32(migration.version)), \(migration.name), \(migration.checksum))
                """)
        }
    }

    /// All of them in one transaction, in the order of their names. A file of the tenants' pattern counts as applied only when every
    /// tenant agrees with it, so that an interrupted migration is taken up again.
    private func applyRoutines(leavingPatternOpen: Bool, on connection: Connection) async throws {
        try await connection.patientTransaction(logger: logger) {
            for routine in files.routines {
                try await run(routine.text, of: "routines/" + routine.name, on: connection)
            }
            let done = files.routines.filter { !(leavingPatternOpen && $0.isTenantPattern) }
            _ = try await connection.pipeline([
                "DELETE FROM core.routine_file",
                """
                INSERT INTO core.routine_file (name, checksum)
                SELECT *
                FROM unnest(\(done.map(\.name)), \(done.map(\.checksum)))
                """,
            ])
        }
    }

    private func applyPattern(on connection: Connection) async throws -> Int {
        let tenants = try await connection.query("SELECT slug FROM core.tenant ORDER BY slug").decode { row in try row.next(String.self) }
        for tenant in tenants {
            try await connection.patientTransaction(logger: logger) {
                _ = try await connection.query("SELECT core.tenant_apply(\(tenant))")
            }
        }
        // What is made anew at each opening, its places do not have yet.
        let places = try await connection.query("SELECT id FROM core.place ORDER BY id").decode { row in try row.next(Tenant.ID.self) }
        for place in places {
            try await connection.patientTransaction(logger: logger) {
                _ = try await connection.query("SELECT core.tenant_tables(core.place_schema(\(place)), \(place))")
            }
        }
        let pattern = files.routines.filter(\.isTenantPattern)
        try await connection.patientTransaction(logger: logger) {
            _ = try await connection.query(
                """
                INSERT INTO core.routine_file (name, checksum)
                SELECT *
                FROM unnest(\(pattern.map(\.name)), \(pattern.map(\.checksum)))
                ON CONFLICT (name) DO UPDATE
                SET checksum = excluded.checksum, applied_at = now()
                """)
        }
        return tenants.count
    }
}

extension Migrator {
    private func run(_ text: String, of file: String, on connection: Connection) async throws {
        do {
            try await connection.script(text)
        } catch {
            guard error.code == .server, !error.lostARace else { throw error }
            let line = text.unicodeScalars.prefix(max((error.position ?? 1) - 1, 0)).count { $0 == "\n" } + 1
            throw Problem(
                .unexpected, "migration-failed",
                "\(file), dòng \(line): \(error.message) (SQLSTATE \(error.sqlState ?? "?")). Chưa có gì của tệp này được ghi.")
        }
    }
}
