public import Domain
import FoundationEssentials
public import Logging
import Postgres

/// How a database stands to the files of the schema.
public struct SchemaState: Sendable, Hashable {
    /// Not applied yet, as the files are called.
    public var pendingMigrations: [String] = []
    /// Applied in another text than the file's: the file was changed afterwards.
    public var changedMigrations: [String] = []
    /// Applied here but not among the files: the database is ahead.
    public var unknownMigrations: [Int] = []
    /// Changed, new or removed since they were applied.
    public var changedRoutines: [String] = []

    public var isCurrent: Bool { self == SchemaState() }

    /// Compares what was applied with the files.
    init(_ files: SchemaFiles, _ applied: AppliedSchema) {
        for migration in files.migrations {
            switch applied.migrations[migration.version] {
            case nil: pendingMigrations.append(migration.file)
            case migration.checksum: continue
            default: changedMigrations.append(migration.file)
            }
        }
        unknownMigrations = applied.migrations.keys.filter { $0 > files.migrations.count }.sorted()
        let known = Set(files.routines.map(\.name))
        changedRoutines = files.routines.filter { applied.routines[$0.name] != $0.checksum }.map(\.name)
        changedRoutines += applied.routines.keys.filter { !known.contains($0) }.sorted()
    }

    private init() {}
}

extension SchemaState {
    /// Asks the database as the service does, which may read what was applied and change nothing.
    public static func read(_ files: SchemaFiles, at address: DatabaseAddress, logger: Logger) async throws -> SchemaState {
        do {
            let connection = try await Connection.open(address.configuration(for: .web, statementTimeout: .seconds(10)), logger: logger)
            do {
                let state = SchemaState(files, try await AppliedSchema.read(on: connection))
                await connection.close()
                return state
            } catch {
                await connection.close()
                throw error
            }
        } catch let error as PostgresError {
            throw Problem(operatorSees: error)
        }
    }

    /// The service's check before it serves: it never migrates by itself.
    ///
    /// - Throws: a ``Problem`` of code `schema-behind`, `schema-ahead` or `migration-changed` that names what differs.
    public func requireCurrent() throws(Problem) {
        if let changed = changedMigrations.first { throw .migrationChanged(changed) }
        if let version = unknownMigrations.last {
            throw Problem(
                .refused, "schema-ahead",
                "Cơ sở dữ liệu đã ở phiên bản \(version), mới hơn chương trình này. Hãy chạy phiên bản chương trình tương ứng.")
        }
        guard !isCurrent else { return }
        let behind = (pendingMigrations + changedRoutines).joined(separator: ", ")
        throw Problem(
            .refused, "schema-behind", "Cơ sở dữ liệu chưa theo kịp chương trình (\(behind)). Chạy `thidua migrate` rồi khởi động lại.")
    }
}

/// What the tables `core.schema_migration` and `core.routine_file` say.
struct AppliedSchema: Sendable {
    var migrations: [Int: String] = [:]
    var routines: [String: String] = [:]

    /// Empty where nothing was ever applied.
    static func read(on connection: Connection) async throws -> AppliedSchema {
        let exists = try await connection.query(
            """
            SELECT EXISTS (
                SELECT
                FROM pg_catalog.pg_class AS c
                    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = 'core'
                  AND c.relname = 'schema_migration')
            """
        ).only { row in try row.next(Bool.self) }
        guard exists else { return AppliedSchema() }
        let results = try await connection.pipeline([
            "SELECT version, checksum FROM core.schema_migration", "SELECT name, checksum FROM core.routine_file",
        ])
        var applied = AppliedSchema()
        for (version, checksum) in try results[0].decode({ row in (try row.next(Int32.self), try row.next(String.self)) }) {
            applied.migrations[Int(version)] = checksum
        }
        for (name, checksum) in try results[1].decode({ row in (try row.next(String.self), try row.next(String.self)) }) {
            applied.routines[name] = checksum
        }
        return applied
    }
}

extension Problem {
    static func migrationChanged(_ file: String) -> Problem {
        Problem(
            .conflict, "migration-changed",
            "Tệp \(file) đã được áp dụng với nội dung khác. Khôi phục tệp như cũ và viết thay đổi vào một tệp migration mới.")
    }
}
