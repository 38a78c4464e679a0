import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Places for tenants to be: made beforehand, taken once each, and closed to everybody until a tenant is opened in them.
@Suite("Places made beforehand", .province, .serialized, .timeLimit(.minutes(30)))
struct PlaceTests {
    private let province = Province.current

    @Test("are taken one each by who opens at once; what is opened in one is what is opened without, and none is left half taken")
    func taken() async throws {
        try await desk().preparePlaces(2) { _, _ in }
        let places = try await ready()
        #expect(places.count == 2)
        // Whoever has looked at one keeps it until he is done.
        let (mine, theirs) = try await province.operator.transaction { [keeper = province.operator] (tx: borrowing OperatorTransaction) in
            let mine = try await tx.freePlaces(1)
            return (mine, try await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.freePlaces(9) })
        }
        #expect(mine.count == 1 && theirs.count == 1 && Set(mine + theirs) == Set(places))
        #expect(try await ready().count == 2, "looking takes nothing")

        let desk = try desk()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for slug in ["district_8011", "district_8012"] {
                let opening = opening(slug)
                group.addTask { try await desk.open(opening) }
            }
            for try await opened in group { #expect(opened) }
        }
        let tenants = try await desk.tenants(on: nil)
        #expect(Set(tenants.filter { ["district_8011", "district_8012"].contains($0.slug.text) }.map(\.id)) == Set(places))
        #expect(try await ready().isEmpty)
        #expect(try await schemas() == 0)

        // Without one it is made in the same transaction; the doctor holds all of them against one that is made so.
        let direct = opening("district_8013")
        #expect(try await desk.open(direct))
        #expect(try await desk.tenants(on: nil).first { $0.slug == direct.slug }?.id == direct.id)
        #expect(try await findings() == [])
    }

    @Test("serve the import of the directory, and an opening that fails or is but a trial gives its place back")
    func given() async throws {
        let desk = try desk()
        await #expect(throws: Problem.self) { try await desk.preparePlaces(201) { _, _ in } }
        try await desk.preparePlaces(1) { _, _ in }
        let place = try await ready()
        var wrong = opening("district_8014")
        wrong.parent = IDSource.system.next()
        await #expect(throws: Problem.self) { try await desk.open(wrong) }
        // One that stands already takes none.
        #expect(try await desk.open(try await standing()) == false)
        let file = DirectoryFile(
            name: "units.csv",
            content: Array(
                """
                code,name,full_name,level,parent_code
                8015,Mười lăm,Huyện Mười lăm,district,01
                8016,Mười sáu,Huyện Mười sáu,district,01
                801501,Một,Xã Một,commune,8015
                """.utf8))
        _ = try await desk.importDirectory([file], from: nil, trial: true)
        #expect(try await ready() == place)
        _ = try await desk.importDirectory([file], from: nil, trial: false)
        #expect(try await ready().isEmpty)
        let opened = try await desk.tenants(on: nil).filter { ["district_8015", "district_8016"].contains($0.slug.text) }
        #expect(opened.count == 2 && opened.map(\.id).contains(place[0]))
        #expect(try await findings() == [])
    }

    @Test("are whole or not there: one whose maker was killed leaves nothing, and two are never made at once")
    func killed() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.keepPlaces(1) }
        let before = try await province.count("SELECT count(*) FROM pg_class")
        try await province.withConnection(as: "thidua_worker") { maker in
            _ = try await maker.query("BEGIN")
            #expect(try await maker.query("SELECT core.place_prepare()").only { row in try row.next(Bool?.self) } == true)
            let other = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.preparePlace() }
            #expect(other == nil)
            try await province.asSuperuser(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'thidua_worker' AND state = 'idle in transaction' AND datname = current_database()"
            )
        }
        while try await province.count("SELECT count(*) FROM pg_class") != before { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await ready().isEmpty)
        #expect(try await schemas() == 0)

        // The worker makes what is missing, and no more.
        let worker = Worker(province.worker, logger: Logger(label: "tests"))
        let run = Task { await worker.run() }
        while try await ready().isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        worker.stop()
        await run.value
        #expect(try await province.worker.preparePlace() == false)
        #expect(try await ready().count == 1)
        #expect(try await schemas() == 1)
        try await openInAll()
    }

    /// Who opens holds the catalogue and wants the parents; who prepares holds the parents and wants the catalogue.
    @Test("are given up by who makes one, where who opens tenants waits for him")
    func givenWay() async throws {
        try await desk().preparePlaces(1) { _, _ in }
        var inPlace = opening("district_8017")
        inPlace.id = try #require(try await ready().first)
        let (first, second) = (inPlace, opening("district_8018"))
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.keepPlaces(2) }
        try await province.operator.transaction { [worker = province.worker] (tx: borrowing OperatorTransaction) in
            let opensInPlace = try await tx.open(first)
            let making = Task { try await worker.preparePlace() }
            // It has its tables by then, and tries to lock what they point to.
            while try await province.count(
                """
                SELECT count(*) FROM pg_locks
                WHERE NOT granted AND mode = 'ShareRowExclusiveLock' AND relation = 'core.tenant'::regclass
                    AND database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
                """) == 0
            { try await Task.sleep(for: .milliseconds(10)) }
            let opensWithout = try await tx.open(second)
            #expect(opensInPlace && opensWithout)
            await #expect(throws: Problem.self) { try await making.value }
        }
        #expect(try await schemas() == 0)
        #expect(try await findings() == [])
        try await openInAll()
    }

    /// Who reads the whole province takes the tables of places too, one after the other; so would who opens a tenant there.
    @Test("are taken whole or given back: who opens in one does not hold what a reader of the province wants while he waits for him")
    func besideReaders() async throws {
        try await desk().preparePlaces(1) { _, _ in }
        let place = try #require(try await ready().first)
        let schema = try await province.asked("SELECT core.place_schema(\(place))", String.self)
        let (desk, district) = (try desk(), opening("district_8019"))
        let opening = try await province.withConnection(as: "postgres") { reader in
            _ = try await reader.query("BEGIN")
            try await reader.script("LOCK TABLE \(schema).progress IN ACCESS SHARE MODE")
            let opening = Task { try await desk.open(district) }
            // Long enough to take what can be had, and shorter than PostgreSQL waits before it looks for a deadlock.
            try await Task.sleep(for: .milliseconds(600))
            try await reader.script("SET LOCAL lock_timeout = '5s'")
            for table in ["sub_unit", "work_item", "ruling"] {
                try await reader.script("LOCK TABLE \(schema).\(table) IN ACCESS SHARE MODE")
            }
            #expect(try await ready().count == 1, "the control: it is not opened while it is read")
            _ = try await reader.query("COMMIT")
            return opening
        }
        #expect(try await opening.value)
        #expect(try await ready().isEmpty)
        #expect(try await findings() == [])
    }

    @Test("are nobody's to enter, to take as a role or to read and write, and a privilege there is found")
    func closed() async throws {
        try await desk().preparePlaces(1) { _, _ in }
        let place = try #require(try await ready().first)
        let schema = try await province.asked("SELECT core.place_schema(\(place))", String.self)
        #expect(try await reaching(schema).isEmpty)
        let attacks: [(name: String, attempt: @Sendable (Attacker) async throws -> Bool)] = [
            ("read", { try await $0.number(SQL(stringLiteral: "SELECT count(*) FROM \(schema).work_item")) == 0 }),
            ("write", { try await $0.managed("DELETE FROM \(schema).work_item") }),
            ("take its role", { try await $0.managed("SET ROLE \(schema)") }),
            ("enter it", { try await $0.entered(schema) }),
            ("make one", { try await $0.managed("SELECT core.place_prepare()") }),
            ("make one as the service", { try await $0.managed("RESET ROLE", "SELECT core.place_prepare()") }),
            ("see which there are", { try await $0.managed("SELECT FROM core.place") }),
        ]
        for attack in attacks { #expect(try await Attacker.attempt(in: province, attack.attempt) == false, "\(attack.name)") }
        #expect(try await findings() == [])

        try await province.asSuperuser(
            "GRANT USAGE ON SCHEMA \(schema) TO district_101; GRANT SELECT ON \(schema).work_item TO district_101")
        #expect(try await Attacker.attempt(in: province, attacks[0].attempt), "the control was refused too")
        #expect(try await reaching(schema) == ["district_101"])
        let found = try await findings()
        #expect(found.contains(Finding("\(schema).work_item", "thừa quyền “SELECT của district_101”")), "\(found)")
        try await province.asSuperuser(
            "REVOKE ALL ON SCHEMA \(schema) FROM district_101; REVOKE ALL ON \(schema).work_item FROM district_101")
        #expect(try await findings() == [])
        try await openInAll()
    }

    @Test("that are not as the pattern are found, and what they lack they have when a tenant is opened in them")
    func damaged() async throws {
        try await desk().preparePlaces(1) { _, _ in }
        let place = try #require(try await ready().first)
        let schema = try await province.asked("SELECT core.place_schema(\(place))", String.self)
        try await province.asSuperuser(
            """
            ALTER TABLE \(schema).progress DROP CONSTRAINT progress_item;
            ALTER TABLE \(schema).launch NO FORCE ROW LEVEL SECURITY;
            CREATE SCHEMA place_of_nobody;
            """)
        let found = try await findings()
        try await province.asSuperuser("DROP SCHEMA place_of_nobody")
        #expect(Set(found.map(\.subject)) == ["\(schema).progress", "\(schema).launch", "place_of_nobody"], "\(found)")
        try await openInAll()
        #expect(try await findings() == [])
    }

    // MARK: - What is asked again and again

    private func desk() throws -> OperatorDesk {
        try OperatorDesk(database: province.url, home: RepositoryPaths.root, logger: Logger(label: "tests"))
    }

    private func opening(_ slug: String) -> Tenant.Opening {
        Tenant.Opening(
            id: IDSource.system.next(), slug: Tenant.Slug(slug)!, kind: .district, scope: .awardSubject,
            parent: province.tenant("province"),
            position: 900, openedOn: province.businessDate, code: String(slug.dropFirst(9)), name: slug, fullName: "Huyện \(slug)",
            unitKind: .huyen)
    }

    /// As the template has it.
    private func standing() async throws -> Tenant.Opening {
        let tenant = try #require(try await desk().tenants(on: nil).first { $0.slug.text == "district_101" })
        return Tenant.Opening(
            id: IDSource.system.next(), slug: tenant.slug, kind: tenant.kind, scope: tenant.scope, parent: tenant.parent,
            position: tenant.position, openedOn: tenant.openedOn, code: tenant.code, name: tenant.name, fullName: tenant.fullName,
            unitKind: .huyen)
    }

    /// Leaves none for the next test.
    private func openInAll() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.keepPlaces(0) }
        for place in try await ready() {
            var opening = opening("district_\(8020 + (try await province.count("SELECT count(*) FROM core.tenant")))")
            opening.id = place
            let asked = opening
            #expect(try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(asked) })
        }
    }

    private func ready() async throws -> [Tenant.ID] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.place ORDER BY prepared_at").decode { row in try row.next() }
        }
    }

    private func schemas() async throws -> Int {
        try await province.count("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'place\\_%'")
    }

    /// Who has any right in a schema but the owner, the operator who may act as it, and superusers.
    private func reaching(_ schema: String) async throws -> [String] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT r.rolname::text
                FROM pg_roles AS r
                    JOIN pg_namespace AS n ON n.nspname = \(schema)
                WHERE NOT r.rolsuper AND r.rolname NOT IN ('thidua_owner', 'thidua_migrator') AND r.rolname !~ '^pg_'
                  AND (has_schema_privilege(r.oid, n.oid, 'USAGE, CREATE')
                    OR EXISTS (
                        SELECT FROM pg_class AS c
                        WHERE c.relnamespace = n.oid AND c.relkind = 'r'
                          AND has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')))
                ORDER BY 1
                """
            ).decode { row in try row.next() }
        }
    }

    /// Of the logins and of a department's role nothing: they belong to the cluster, and `DoctorTests` harms them for a moment beside.
    private func findings() async throws -> [Finding] {
        let found = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.coreFindings() + tx.tenantFindings()
        }
        return found.filter { !["thidua_web", "thidua_worker", "dept_bao"].contains($0.subject) }
    }
}

extension Attacker {
    fileprivate func entered(_ slug: String) async throws -> Bool {
        try await enter(slug, with: token)
        return true
    }

    /// True when PostgreSQL let all of it be done; throws when it refuses.
    fileprivate func managed(_ statements: String...) async throws -> Bool {
        for statement in statements { try await connection.script(statement) }
        return true
    }
}
