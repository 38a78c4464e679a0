import Domain
import Logging
import Postgres
import Storage
import TestSupport
import Testing

/// Forward, once, whole, and one at a time. Each test has a database of its own.
@Suite(.ownPlace, .serialized, .timeLimit(.minutes(30)))
struct MigratorTests {
    let province = Province.current

    @Test(.province) func `a database that is up to date has nothing to do and may be served`() async throws {
        let steps = try await migrate(RepositoryPaths.sql)
        #expect(steps.isEmpty)
        try await state(RepositoryPaths.sql).requireCurrent()
    }

    @Test(.province) func `a new column and a new table reach every tenant, and every place that was made beforehand`() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepPlaces(1)
            #expect(try await tx.preparePlace() == true)
        }
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        let number = try folder.addMigration(
            """
            ALTER TABLE core.progress ADD COLUMN weather text;
            CREATE TABLE core.stamp (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id)) PARTITION BY LIST (tenant_id);
            """)
        try folder.append(
            "\nINSERT INTO core.tenant_relation (name, position, grants) VALUES ('stamp', 900, 'SELECT');\n",
            to: "routines/50_tenant_pattern.sql")
        await #expect(throws: Problem.self) { try await state(folder.path).requireCurrent() }
        let steps = try await migrate(folder.path)
        #expect(steps.count == 3)
        #expect(steps.first == .migration(number))
        try await province.withConnection(as: "postgres") { connection in
            let reached = try await connection.query(
                """
                SELECT count(*) FILTER (WHERE has_column_privilege(t.slug, t.slug || '.progress', 'weather', 'SELECT')),
                    count(*) FILTER (WHERE has_table_privilege(t.slug, t.slug || '.stamp', 'SELECT')), count(*)
                FROM core.tenant AS t
                """
            ).only { row in [try row.next(Int64.self), try row.next(Int64.self), try row.next(Int64.self)] }
            #expect(reached[0] == reached[2] && reached[1] == reached[2] && reached[2] > 5)
        }
        #expect(
            try await province.count(
                """
                SELECT count(*)
                FROM core.place AS p
                    JOIN pg_attribute AS a ON a.attrelid = to_regclass(core.place_schema(p.id) || '.progress') AND a.attname = 'weather'
                    JOIN pg_class AS c ON c.oid = to_regclass(core.place_schema(p.id) || '.stamp') AND c.relforcerowsecurity
                """) == 1)
        // Held against a tenant that is opened now.
        let findings = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.tenantFindings() }
        #expect(findings.isEmpty, "\(findings)")
        #expect(try await migrate(folder.path).isEmpty)
        try await state(folder.path).requireCurrent()
    }

    @Test(.province) func `a migration that fails halfway leaves nothing, names file and line, and is taken up again`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        let file = try folder.addMigration("CREATE TABLE core.half (id int);\n\nSELECT nonsense;\n")
        let problem = await #expect(throws: Problem.self) { try await migrate(folder.path) }
        #expect(problem?.code == "migration-failed")
        #expect(problem?.detail.contains("migrations/\(file), dòng 3") == true, "\(problem?.detail ?? "")")
        #expect(try await exists("core.half") == false)
        try folder.write("CREATE TABLE core.half (id int);\n", to: "migrations/" + file)
        #expect(try await migrate(folder.path).first == .migration(file))
        #expect(try await exists("core.half"))
    }

    @Test(.province) func `a migration that was changed after it was applied is an error, and nothing else is done`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        let applied = try folder.addMigration("SELECT 1;")
        try await migrate(folder.path)
        try folder.write("SELECT 2;", to: "migrations/" + applied)
        _ = try folder.addMigration("CREATE TABLE core.after_a_change (id int);")
        let problem = await #expect(throws: Problem.self) { try await migrate(folder.path) }
        #expect(problem?.code == "migration-changed")
        #expect(problem?.detail.contains(applied) == true)
        #expect(try await exists("core.after_a_change") == false)
        let behind = try await state(folder.path)
        #expect(throws: Problem.self) { try behind.requireCurrent() }
    }

    @Test(.province) func `a database that is ahead is not served and not touched`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        _ = try folder.addMigration("SELECT 1;")
        try await migrate(folder.path)
        let problem = await #expect(throws: Problem.self) { try await migrate(RepositoryPaths.sql) }
        #expect(problem?.code == "schema-ahead")
    }

    @Test(.province) func `a changed routine is applied again, and no tenant is touched for it`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        try folder.append(
            """

            CREATE OR REPLACE FUNCTION core.greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'xin chào' $$;
            """, to: "routines/10_time.sql")
        let behind = try await state(folder.path)
        #expect(behind.changedRoutines.contains("10_time.sql"))
        let steps = try await migrate(folder.path)
        #expect(steps.count == 1)
        #expect(try await migrate(folder.path).isEmpty)
    }

    @Test(.province) func `tenants that were not reached are reached by the next run`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        try folder.append("\n-- changed\n", to: "routines/60_tenant.sql")
        // The routine stops in the midst of the tenants, as a killed process would.
        try await province.asSuperuser(
            """
            CREATE FUNCTION core.stops() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() AS c WHERE c.object_identity LIKE '%district_102.%') THEN RAISE EXCEPTION 'stopped'; END IF;
            END $$;
            CREATE EVENT TRIGGER stops ON ddl_command_end WHEN TAG IN ('CREATE POLICY') EXECUTE FUNCTION core.stops();
            """)
        await #expect(throws: Problem.self) { try await migrate(folder.path) }
        let between = try await state(folder.path)
        try await province.asSuperuser("DROP EVENT TRIGGER stops; DROP FUNCTION core.stops()")
        #expect(between.changedRoutines.contains("60_tenant.sql"))
        let steps = try await migrate(folder.path)
        #expect(steps.contains { if case .tenants = $0 { true } else { false } })
        try await state(folder.path).requireCurrent()
    }

    @Test(.province) func `a writer who holds a table is waited for`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        let file = try folder.addMigration("ALTER TABLE core.sector ADD COLUMN remark text;")
        let steps = try await province.withConnection(as: "postgres") { writer in
            _ = try await writer.pipeline(["BEGIN", "LOCK TABLE core.sector IN ROW EXCLUSIVE MODE"])
            async let steps = migrate(folder.path)
            try await Task.sleep(for: .seconds(3))
            _ = try await writer.query("COMMIT")
            return try await steps
        }
        #expect(steps.first == .migration(file))
    }

    @Test(.province) func `of two migrators at once one does the work`() async throws {
        let folder = try ScratchFolder(copyOf: RepositoryPaths.sql)
        let file = try folder.addMigration("LOCK TABLE core.sector; CREATE TABLE core.once (id int);")
        let done = try await province.withConnection(as: "postgres") { writer in
            _ = try await writer.pipeline(["BEGIN", "LOCK TABLE core.sector IN ROW EXCLUSIVE MODE"])
            async let one = migrate(folder.path)
            async let other = migrate(folder.path)
            // Both have come by then, and neither could go on.
            try await Task.sleep(for: .seconds(1))
            _ = try await writer.query("COMMIT")
            return try await [one, other].flatMap { $0 }
        }
        #expect(done.count { $0 == .migration(file) } == 1)
    }

    @discardableResult
    private func migrate(_ directory: String) async throws -> [Migrator.Step] {
        try await Migrator(SchemaFiles(directory: directory), at: DatabaseAddress(province.url), logger: Logger(label: "tests")).migrate()
    }

    private func state(_ directory: String) async throws -> SchemaState {
        try await SchemaState.read(SchemaFiles(directory: directory), at: DatabaseAddress(province.url), logger: Logger(label: "tests"))
    }

    private func exists(_ table: String) async throws -> Bool {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT to_regclass(\(table)) IS NOT NULL").only { row in try row.next() }
        }
    }
}
