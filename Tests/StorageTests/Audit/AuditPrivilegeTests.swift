import Domain
import FoundationEssentials
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The audit is only ever added to, and only by its trigger.
@Suite("Who may touch the audit", .province, .serialized, .timeLimit(.minutes(30)))
struct AuditPrivilegeTests {
    let province = Province.current

    static let tampering = [
        "UPDATE core.audit_entry SET reason = 'x'", "DELETE FROM core.audit_entry", "TRUNCATE core.audit_entry",
        """
        INSERT INTO core.audit_entry (epoch, xid, at, action, relation, row_key, subject, subject_id, actor_kind, login)
        VALUES (1, pg_current_xact_id(), now(), 'insert', 'sector', '{}', 'sector', 'x', 'operator', 'x')
        """,
        "UPDATE core.audit_seal SET row_count = 1", "DELETE FROM core.audit_seal", "TRUNCATE core.audit_seal",
        "DELETE FROM core.audit_epoch", "UPDATE core.audit_epoch SET epoch = 2",
    ]

    static let roles = [
        "thidua_web", "thidua_worker", "thidua_signin", "thidua_migrator", "thidua_owner", "thidua_tenant", "district_101", "office",
        "home_affairs",
        "leadership", "council", "media", "auditor",
    ]

    @Test("no role changes, takes away or forges an entry, the owner included", arguments: roles)
    func refused(_ role: String) async throws {
        try await province.withConnection(as: "postgres") { connection in
            for statement in Self.tampering {
                try await connection.script("BEGIN; SET LOCAL ROLE \(role)")
                await #expect(throws: PostgresError.self, "\(role): \(statement)") { try await connection.script(statement) }
                try await connection.script("ROLLBACK")
            }
        }
    }

    @Test("as its control: with the guard gone, the owner can")
    func control() async throws {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.script(
                """
                BEGIN;
                ALTER TABLE core.audit_entry DISABLE TRIGGER stays;
                GRANT DELETE, INSERT ON core.audit_entry TO thidua_owner;
                CREATE POLICY hole ON core.audit_entry TO thidua_owner USING (true) WITH CHECK (true);
                SET LOCAL ROLE thidua_owner
                """)
            try await connection.script(Self.tampering[1])
            try await connection.script(Self.tampering[3])
            try await connection.script("ROLLBACK")
        }
    }

    @Test("the superuser himself is stopped, unless he takes the trigger away")
    func superuser() async throws {
        for statement in Self.tampering[0..<3] {
            await #expect(throws: PostgresError.self) { try await province.asSuperuser(statement) }
        }
    }

    /// How many entries an officer reads; nil where he is refused.
    private func seen(_ role: Role, in tenant: String? = nil, unit: String? = nil, wide: Bool = false, where condition: SQL = "true")
        async throws -> Int64?
    {
        let seat = province.seat(role, in: tenant, unit: unit)
        return try await province.withConnection(as: "thidua_web") { connection -> Int64? in
            let place: String? = wide ? nil : seat.tenant
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SELECT set_config('role', core.enter(\(seat.token.bytes), \(place)), true)")
            return try? await connection.query("SELECT count(*) FROM core.audit_entry WHERE \(fragment: condition)").only { row in
                try row.next(Int64.self)
            }
        }
    }

    @Test("an officer reads what his post may: the whole tenant's head his tenant's, nobody another's, the auditor all")
    func readers() async throws {
        let own: SQL = "tenant_id = \(province.tenant("district_101"))"
        let foreign: SQL = "tenant_id IS DISTINCT FROM \(province.tenant("district_101"))"
        for role in [Role.unitHead, .tenantAdmin, .unitCoordinator] {
            #expect(try await seen(role, in: "district_101", where: own)! > 0, "\(role)")
            #expect(try await seen(role, in: "district_101", where: foreign) == 0, "\(role)")
        }
        for role in [Role.clerk, .councilSecretary] { #expect(try await seen(role, in: "district_101") == 0, "\(role)") }
        for role in [Role.subUnitHead, .individual] { #expect(try await seen(role, in: "district_101", unit: "10101") == 0, "\(role)") }
        for role in [Role.chairman, .officeChief, .homeAffairsOfficer] {
            #expect(try await seen(role, wide: true, where: own)! > 0, "\(role)")
            #expect(try await seen(role, wide: true, where: "relation IN ('credential', 'account', 'actor_key')") == 0, "\(role)")
        }
        #expect(try await seen(.councilMember, wide: true) == nil)
        #expect(try await seen(.mediaEditor, wide: true) == nil)
        #expect(try await seen(.auditor, wide: true, where: "relation = 'credential'")! > 0)
        #expect(try await seen(.auditor, wide: true) == (try await province.asked("SELECT count(*) FROM core.audit_entry")))
    }

    private static let district = "district_101"

    /// An item of the district's and the part of it that went to a commune, each with words in a report, a return, a change, an extension and a
    /// dispute: those of the part stand in its entries as "bên trong", those of the whole as "bên ngoài".
    private func handedOn(_ bench: LedgerBench) async throws -> (whole: WorkItem.ID, part: WorkItem.ID) {
        let whole = try await bench.assign(bench.task(to: Self.district))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101", dueOn: CivilDate("2023-06-25")), in: Self.district)
        try await say("bên trong", of: part, in: "10101", by: .subUnitHead, to: .unitHead, of: Self.district, due: "2023-06-28", bench)
        try await say("bên ngoài", of: whole, in: nil, by: .unitHead, to: .officeMonitor, of: nil, due: "2023-07-15", bench)
        return (whole, part)
    }

    private func say(
        _ words: String, of item: WorkItem.ID, in unit: String?, by doer: Role, to giver: Role, of giving: String?, due: String,
        _ bench: LedgerBench
    ) async throws {
        let lead = unit == nil ? "district_102" : "10102"
        try await province.write(as: doer, in: Self.district, unit: unit) { (tx: borrowing TenantTransaction) in
            _ = try await DisputeItem(item: item, ground: .notItsFunction, proposedLead: lead, reason: words).perform(in: tx, ids: .system)
            _ = try await AskExtension(item: item, dueOn: CivilDate(due)!, reason: words).perform(in: tx, ids: .system)
        }
        var changes = ChangeItem.Changes()
        changes.title = "Tên khác"
        let change = ChangeItem(id: item, version: 1, changes: changes, reason: words)
        try await province.write(as: giver, in: giving, to: giving == nil ? .province : nil) { (tx: borrowing TenantTransaction) in
            try await change.perform(in: tx)
        }
        let report = ReportProgress(
            item: item, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "9/BC", narrative: words)
        try await bench.report(report, as: doer, in: Self.district, unit: unit)
        try await bench.rule(RuleItem(item: item, kind: .returned, fault: .completeness, reason: words), as: giver, in: giving)
    }

    @Test("what a unit handed on inside is told in words to nobody of the province but the auditor (A59)")
    func staysInside() async throws {
        let (whole, part) = try await handedOn(try await LedgerBench(province))
        let relations: SQL = "relation IN ('work_item', 'work_item_change', 'progress', 'ruling', 'extension_step', 'dispute_step')"
        let ofPart: SQL = "subject_id = \(part.description) AND \(fragment: relations)"
        func words(_ text: String) -> SQL { "concat_ws(' ', reason, before, after) LIKE '%' || \(text) || '%'" }
        let all = try await province.asked("SELECT count(DISTINCT relation) FROM core.audit_entry WHERE \(fragment: ofPart)", Int64.self)
        #expect(all == 6, "every kind of words was said")
        let officers = [Role.officeMonitor, .officeChief, .homeAffairsOfficer, .chairman, .viceChairman]
        for role in officers {
            #expect(try await seen(role, wide: true, where: ofPart) == 0, "\(role)")
            #expect(try await seen(role, wide: true, where: words("bên trong")) == 0, "\(role)")
            // The control: what was asked of the unit as a whole is told with its words.
            for relation in ["work_item", "work_item_change", "progress", "ruling", "extension_step", "dispute_step"] {
                let told: SQL = "subject_id = \(whole.description) AND relation = \(relation) AND \(fragment: words("bên ngoài"))"
                #expect(try await seen(role, wide: true, where: told)! > 0, "\(role): \(relation)")
            }
        }
        for (role, tenant) in [(Role.auditor, nil), (.unitHead, Self.district)] as [(Role, String?)] {
            #expect(try await seen(role, in: tenant, wide: tenant == nil, where: ofPart)! > 6, "\(role)")
        }
        // Negative control: by the kinds of entries alone the province reads the words.
        try await withoutTheCondition {
            for role in officers {
                let read = try #require(try await seen(role, wide: true, where: words("bên trong")))
                #expect(read > 5, "\(role)")
            }
        }
        #expect(try await seen(.officeMonitor, wide: true, where: words("bên trong")) == 0)
    }

    @Test("what a unit gives by its own authority stands in the unit's audit alone, what the province gives in everybody's who reads it")
    func ownAwards() async throws {
        let (own, given) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        let (unit, head) = (province.tenant(Self.district), province.tenant("province"))
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.presentation (id, tenant_id, giver_id, name, place, held_on, chair, recorded_by, recorded_on)
            SELECT d.id, d.giver, d.giver, 'x', 'x', '2023-06-20', 'x', '\(province.post(of: .chairman))', '2023-06-20'
            FROM (VALUES ('\(own)'::uuid, '\(unit)'::uuid), ('\(given)', NULL)) AS d (id, giver);
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, achievement, recorded_by,
                recorded_on)
            SELECT '\(unit)', d.id, d.track, core.new_id(), d.giver, d.giver, d.form, 'collective', '\(unit)', 'x', '\(province.post(of: .chairman))', '2023-06-20'
            FROM (VALUES ('\(own)'::uuid, 'ownAdHoc', 'departmentCommendation', '\(unit)'::uuid), ('\(given)', 'provincialAdHoc', 'provincialCertificate', NULL))
                AS d (id, track, form, giver);
            INSERT INTO core.audit_entry (epoch, xid, at, action, relation, row_key, subject, subject_id, tenant_id, actor_kind, login)
            SELECT 1, pg_current_xact_id(), now(), 'insert', r.name, '{}', 'x', d.id, CASE WHEN r.by_tenant AND d.id = '\(given)' THEN '\(head)' ELSE '\(unit)' END::uuid,
                'operator', 'awards'
            FROM (VALUES ('\(own)'), ('\(given)')) AS d (id)
                CROSS JOIN (VALUES ('award', true), ('award_decision', true), ('award_amendment', true), ('register_entry', true), ('certificate_copy', false),
                    ('revocation_proposal', false), ('reward_recovery', false), ('presentation', false), ('presentation_awardee', false)) AS r (name, by_tenant);
            """)
        for role in [Role.officeMonitor, .homeAffairsOfficer, .chairman] {
            #expect(try await seen(role, wide: true, where: "login = 'awards' AND subject_id = \(own)") == 0, "\(role)")
            #expect(try await seen(role, wide: true, where: "login = 'awards' AND subject_id = \(given)") == 9, "\(role)")
        }
        #expect(try await seen(.auditor, wide: true, where: "login = 'awards'") == 18)
        #expect(try await seen(.unitHead, in: Self.district, where: "login = 'awards' AND subject_id = \(own)") == 9)
        try await withoutTheCondition {
            let read = try await seen(.homeAffairsOfficer, wide: true, where: "login = 'awards' AND subject_id = \(own)")
            #expect(read == 9)
        }
    }

    @Test("whatever the province reads narrower in its table than by its kind is named where the audit is read; one that is not is found")
    func narrower() async throws {
        // The rows of these two are read with what they belong to, which the province reads.
        let follow: Set = ["directive_file", "paper_act_file"]
        let (found, control) = try await province.withConnection(as: "postgres") { connection in
            let found = try await connection.query(Self.narrowerKinds).decode { row in try row.next(String.self) }
            try await connection.script(
                "BEGIN; ALTER POLICY province ON core.launch USING (false); REVOKE SELECT ON core.sub_unit FROM office")
            let control = try await connection.query(Self.narrowerKinds).decode { row in try row.next(String.self) }
            try await connection.script("ROLLBACK")
            return (Set(found), Set(control))
        }
        #expect(found == follow)
        #expect(control == follow.union(["launch", "sub_unit"]))
    }

    private static let narrowerKinds: SQL = """
        SELECT DISTINCT r.relation
        FROM core.audit_relation AS r
            CROSS JOIN unnest('{office,home_affairs,leadership}'::name[]) AS o (reader)
        WHERE r.sight = 'province'
          AND pg_get_functiondef('core.audit_leaves_the_unit(text, uuid, text)'::regprocedure) NOT LIKE '%' || quote_literal(r.relation) || '%'
          AND (EXISTS (
                SELECT FROM pg_attribute AS a
                WHERE a.attrelid = ('core.' || r.relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped
                  AND NOT has_column_privilege(o.reader, a.attrelid, a.attnum, 'SELECT'))
            OR NOT EXISTS (
                SELECT FROM pg_policies AS p
                WHERE p.schemaname = 'core' AND p.tablename = r.relation AND p.cmd IN ('SELECT', 'ALL') AND o.reader = ANY (p.roles)
                  AND p.qual IN ('( SELECT core.actor_may(''province.read''::text) AS actor_may)', '( SELECT core.actor_present() AS actor_present)')))
        """

    /// The policy as it would be if the kind of an entry alone decided.
    private func withoutTheCondition(_ body: () async throws -> Void) async throws {
        try await province.asSuperuser(
            """
            CREATE POLICY hole ON core.audit_entry FOR SELECT TO office, home_affairs, leadership
            USING ((SELECT core.actor_may('province.read')) AND relation = ANY ((SELECT core.audit_in_sight('province'))::text[]))
            """)
        do {
            try await body()
        } catch {
            try await province.asSuperuser("DROP POLICY hole ON core.audit_entry")
            throw error
        }
        try await province.asSuperuser("DROP POLICY hole ON core.audit_entry")
    }
}
