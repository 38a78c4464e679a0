import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The doctor finds nothing in an installation as it was made, and each thing that was changed behind its back.
@Suite(.province, .serialized, .timeLimit(.minutes(30)))
struct DoctorTests {
    let province = Province.current

    @Test func `an installation as it was made has no finding`() async throws {
        let found = try await findings()
        #expect(found.isEmpty, "\(found)")
    }

    /// As the parent has it for new rows alone: a tenant that was there has rows from before, one that is opened has none.
    @Test func `whether old rows were looked at is asked only where the whole table was`() async throws {
        let own =
            "WHERE conname IN ('put_by_a_numbered_paper', 'award_unconfirmed_name_gives_reason') AND conrelid::regclass::text LIKE 'district_101.%'"
        try await province.asSuperuser("UPDATE pg_constraint SET convalidated = NOT convalidated \(own)")
        let found = try await findings()
        try await province.asSuperuser("UPDATE pg_constraint SET convalidated = NOT convalidated \(own)")
        #expect(try await province.count("SELECT count(*) FROM pg_constraint WHERE conname = 'put_by_a_numbered_paper'") > 1)
        #expect(found.isEmpty, "\(found)")
    }

    @Test func `looking leaves nothing behind`() async throws {
        _ = try await findings()
        try await province.withConnection(as: "postgres") { connection in
            let left = try await connection.query(
                "SELECT count(*) FROM pg_namespace, pg_roles WHERE nspname LIKE 'dept_sample%' OR rolname LIKE 'dept_sample%'"
            ).only { row in try row.next(Int64.self) }
            #expect(left == 0)
        }
    }

    /// What a careless or hostile superuser does, how it is undone, and where the doctor must point.
    static let damages: [(name: String, harm: String, repair: String, subject: String, detail: String)] = [
        (
            "a dropped policy", "DROP POLICY in_sight ON district_101.work_item", "SELECT core.tenant_apply('district_101')",
            "district_101.work_item", "thiếu chính sách hàng “in_sight”"
        ),
        (
            "a policy that lets all through", "CREATE POLICY open_to_all ON district_101.progress USING (true)",
            "DROP POLICY IF EXISTS open_to_all ON district_101.progress", "district_101.progress", "thừa chính sách hàng “open_to_all”"
        ),
        (
            "a policy with another condition", "ALTER POLICY own_tree ON district_102.sub_unit USING (true)",
            "SELECT core.tenant_apply('district_102')", "district_102.sub_unit", "chính sách hàng “own_tree” khác mẫu"
        ),
        (
            "row security switched off", "ALTER TABLE dept_snv.launch NO FORCE ROW LEVEL SECURITY", "SELECT core.tenant_apply('dept_snv')",
            "dept_snv.launch", "bảng khác mẫu"
        ),
        (
            "a missing grant", "REVOKE INSERT ON district_101.progress FROM district_101", "SELECT core.tenant_apply('district_101')",
            "district_101.progress", "thiếu quyền “INSERT của district_101”"
        ),
        (
            "a grant to another tenant", "GRANT SELECT ON district_101.work_item TO district_102",
            "REVOKE SELECT ON district_101.work_item FROM district_102", "district_101.work_item", "thừa quyền “SELECT của district_102”"
        ),
        (
            "a grant that may be passed on", "GRANT SELECT ON district_101.ruling TO district_101 WITH GRANT OPTION",
            "SELECT core.tenant_apply('district_101')", "district_101.ruling", "quyền “SELECT của district_101” khác mẫu"
        ),
        (
            "a table that is too much", "CREATE TABLE district_102.copy (id int)", "DROP TABLE district_102.copy", "district_102.copy",
            "thừa bảng"
        ),
        (
            "an index of one's own", "CREATE INDEX extra ON district_101.work_item (title)", "DROP INDEX district_101.extra",
            "district_101.work_item", "thừa chỉ mục"
        ),
        (
            "a missing foreign key", "ALTER TABLE district_101.progress DROP CONSTRAINT progress_item",
            "SELECT core.tenant_apply('district_101')", "district_101.progress", "thiếu ràng buộc “progress_item”"
        ),
        (
            "a constraint that old rows may break",
            "UPDATE pg_constraint SET convalidated = false WHERE conname = 'counted_each_once' AND conrelid = 'district_101.vote_count'::regclass",
            "UPDATE pg_constraint SET convalidated = true WHERE conname = 'counted_each_once' AND conrelid = 'district_101.vote_count'::regclass",
            "district_101.vote_count", "ràng buộc “counted_each_once” khác mẫu"
        ),
        (
            "a trigger that sleeps", "ALTER TABLE district_101.work_item DISABLE TRIGGER trace",
            "ALTER TABLE district_101.work_item ENABLE TRIGGER trace", "district_101.work_item", "trigger “trace” khác mẫu"
        ),
        (
            "a default of one's own", "ALTER TABLE district_101.progress ALTER COLUMN narrative SET DEFAULT 'x'",
            "ALTER TABLE district_101.progress ALTER COLUMN narrative SET DEFAULT ''", "district_101.progress", "cột “narrative” khác mẫu"
        ),
        (
            "another function", "CREATE FUNCTION district_101.leak() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "DROP FUNCTION district_101.leak()",
            "district_101", "thừa hàm “leak()”"
        ),
        (
            "a role that became stronger", "ALTER ROLE district_8100 BYPASSRLS", "ALTER ROLE district_8100 NOBYPASSRLS", "district_8100",
            "vai trò “thuộc tính” khác mẫu"
        ),
        (
            "a role lent to a department", "GRANT district_8100 TO dept_bao", "REVOKE district_8100 FROM dept_bao", "district_8100",
            "thừa vai trò “dept_bao là thành viên của district_8100”"
        ),
        (
            "set_config for everybody", "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC",
            "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC", "set_config(text,text,boolean)", "PUBLIC"
        ),
        (
            "XML of any query for a tenant",
            "GRANT EXECUTE ON FUNCTION pg_catalog.query_to_xml(text, boolean, boolean, text) TO district_101",
            "REVOKE EXECUTE ON FUNCTION pg_catalog.query_to_xml(text, boolean, boolean, text) FROM district_101",
            "query_to_xml(text,boolean,boolean,text)", "district_101"
        ),
        (
            "temporary tables for everybody",
            "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$", "clone_", "TEMPORARY"
        ),
        (
            "a login with a role from the start",
            "DO $$ BEGIN EXECUTE format('ALTER ROLE thidua_signin IN DATABASE %I SET role = ''office''', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('ALTER ROLE thidua_signin IN DATABASE %I RESET role', current_database()); END $$", "thidua_signin",
            "role=office"
        ),
        (
            "a catalogue table without row security", "ALTER TABLE core.post NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE core.post FORCE ROW LEVEL SECURITY", "core.post", "row level security"
        ),
        (
            "a definer's routine with the caller's path", "ALTER FUNCTION core.signin_posts(uuid) RESET search_path",
            "ALTER FUNCTION core.signin_posts(uuid) SET search_path = pg_catalog, core, pg_temp", "core.signin_posts(uuid)", "search_path"
        ),
        (
            "a schema that belongs to nobody", "CREATE SCHEMA district_777", "DROP SCHEMA district_777", "district_777",
            "không thuộc đơn vị nào"
        ),
    ]

    /// All at once, because looking at everything takes half a second.
    @Test func `what was changed behind its back is named, each by itself`() async throws {
        try await openTenantOfItsOwn()
        for damage in Self.damages { try await province.asSuperuser(damage.harm) }
        let found = try await findings()
        for damage in Self.damages { try await province.asSuperuser(damage.repair) }
        for damage in Self.damages {
            #expect(
                found.contains { $0.subject.hasPrefix(damage.subject) && $0.detail.contains(damage.detail) }, "\(damage.name): \(found)")
        }
        // Nothing else is blamed. A role that is lent is told of at both its ends, one that became too strong at the logins that have it.
        let harmed = Set(Self.damages.map(\.subject) + ["dept_bao", "thidua_web", "thidua_worker"])
        let others = found.filter { finding in !harmed.contains { finding.subject.hasPrefix($0) } }
        #expect(others.isEmpty, "\(others)")
        let left = try await findings()
        #expect(left.isEmpty, "after the repairs: \(left)")
    }

    /// As it was given before the guard asked for its place, or loaded by the operator.
    @Test func `a post of the whole unit held in a commune is named with its unit and the command that ends it`() async throws {
        let (wide, rightly): (Post.ID, Post.ID) = (IDSource.system.next(), IDSource.system.next())
        let person = province.person(of: .individual, in: "district_102", unit: "10201")
        for (post, unit) in [(wide, "10201"), (rightly, "PNV")] {
            try await province.asSuperuser(
                """
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
                VALUES ('\(post)', '\(person)', '\(province.tenant("district_102"))', '\(province.unit(unit, in: "district_102"))', 'clerk',
                    'Văn thư tạm quyền', 'direct_worker', '2023-06-01')
                """)
        }
        func named() async throws -> [Finding] {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.postFindings() }
        }
        let found = try await named()
        #expect(found.map(\.subject) == ["chức vụ \(wide)"], "\(found)")
        for part in ["Văn thư tạm quyền", "Xã 102 số 1", "district_102", "`thidua post end \(wide)`"] {
            #expect(found.first?.detail.contains(part) == true, "\(part): \(found)")
        }
        try await province.asSuperuser("UPDATE core.post SET valid_to = '2023-06-19' WHERE id IN ('\(wide)', '\(rightly)')")
        #expect(try await named() == [])
    }

    /// Roles belong to the cluster: what happens to this one, no other suite notices.
    private func openTenantOfItsOwn() async throws {
        let opening = Tenant.Opening(
            id: IDSource.system.next(), slug: Tenant.Slug("district_8100")!, kind: .district, scope: .awardSubject,
            parent: province.tenant("province"), position: 810, openedOn: province.businessDate, code: "8100", name: "Tám",
            fullName: "Huyện Tám",
            unitKind: .huyen)
        _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.open(opening) }
    }

    private func findings() async throws -> [Finding] {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.bootstrapFindings() + tx.coreFindings() + tx.tenantFindings()
        }
    }
}
