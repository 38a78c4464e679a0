import Domain
import Postgres
import Storage
import TestSupport
import Testing

/// The fixture itself: what every other suite stands on.
@Suite(.province(opening: 1), .timeLimit(.minutes(30)))
struct ProvinceFixtureTests {
    let province = Province.current

    @Test func `every officer of the model enters his own tenant by his token`() async throws {
        for (role, tenant, unit) in [
            (Role.chairman, "province", nil as String?), (.officeMonitor, "dept_vpub", nil), (.homeAffairsOfficer, "dept_snv", nil),
            (.auditor, "dept_ttt", nil), (.mediaEditor, "dept_bao", nil), (.unitHead, "district_101", nil),
            (.subUnitOfficer, "district_102", "10201"), (.individual, "district_101", "TT01"),
        ] {
            let officer = try await province.read(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
                try await tx.officer()
            }
            #expect(officer.role == role)
            #expect(officer.home == province.tenant(tenant))
            #expect(officer.unit == province.unit(unit, in: tenant))
            #expect(officer.today == province.businessDate)
        }
    }

    @Test func `a fresh district has officers and units of its own, in the place that was ready for it`() async throws {
        #expect(try await province.count("SELECT count(*) FROM core.place") == 1)
        #expect(try await province.count("SELECT core.places_kept()::bigint") == 0, "the worker makes none besides")
        let slug = try await province.freshDistrict()
        #expect(try await province.count("SELECT count(*) FROM core.place") == 0)
        let code = String(slug.dropFirst("district_".count)) + "01"
        let officer = try await province.read(as: .subUnitHead, in: slug, unit: code) { (tx: borrowing TenantTransaction) in
            try await tx.officer()
        }
        #expect(officer.home == province.tenant(slug))
        #expect(officer.home != province.tenant("district_101"))
    }

    @Test func `a clone keeps the refusals of the database itself`() async throws {
        try await province.withConnection(as: "thidua_web") { connection in
            let refused = try await connection.query(
                "SELECT has_database_privilege('public', current_database(), 'CONNECT') OR has_database_privilege('public', current_database(), 'TEMPORARY')"
            ).only { row in try row.next(Bool.self) }
            #expect(!refused)
        }
    }

    @Test func `a defence can be taken away in this clone`() async throws {
        try await province.asSuperuser("CREATE TABLE public.gone (); DROP TABLE public.gone")
    }
}
