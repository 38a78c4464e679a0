import Domain
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

    @Test("an officer reads what his post may: the whole tenant's head his tenant's, nobody another's, the auditor all")
    func readers() async throws {
        func seen(_ role: Role, in tenant: String? = nil, unit: String? = nil, wide: Bool = false, where condition: SQL = "true")
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
}
