import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("The cascade of a launch", .province(opening: 5), .serialized, .timeLimit(.minutes(30)))
struct CascadeTests {
    let province = Province.current

    private func reached(_ code: String, in tenant: String) async throws -> [String] {
        try await province.monitor(code).tenants.first { $0.slug.text == tenant }?.units.filter { $0.record != nil }.map(\.code) ?? []
    }

    @Test("goes to all sub-units of the tenant at once, whatever their depth, and to nobody else's")
    func allSubUnits() async throws {
        try await province.launched(try Plans.shipped("ALL"))
        #expect(try await reached("ALL", in: "district_101") == ["101"])
        #expect(try await province.cascade("ALL", in: "district_101"))
        try await province.work()
        #expect(try await reached("ALL", in: "district_101") == ["101", "10101", "10102", "10103", "10104", "PNV", "TT01"])
        #expect(try await reached("ALL", in: "district_102") == ["102"])
        #expect(try await province.cascade("ALL", in: "dept_snv", as: .unitCoordinator))
        try await province.work()
        #expect(try await reached("ALL", in: "dept_snv") == ["SNV", "CCVTLT", "CCVTLT-P1"])
    }

    @Test("changes nothing when it is asked for again")
    func again() async throws {
        try await province.launched(try Plans.shipped("AGAIN"))
        #expect(try await province.cascade("AGAIN", in: "district_102"))
        try await province.work()
        let before = try await reached("AGAIN", in: "district_102")
        #expect(try await province.cascade("AGAIN", in: "district_102") == false)
        #expect(try await province.work() == Worker.Tally())
        #expect(try await reached("AGAIN", in: "district_102") == before)
    }

    @Test("waits until the province's launch has reached the tenant")
    func notYet() async throws {
        try await province.bring(try Plans.shipped("NOT-YET"))
        #expect(await province.refusal { try await province.cascade("NOT-YET", in: "district_101") }?.code == "not-launched-yet")
        try await province.launch("NOT-YET")
        #expect(await province.refusal { try await province.cascade("NOT-YET", in: "district_101") }?.code == "not-launched-yet")
        try await province.work()
        // A unit that the plan does not launch to has nothing to pass on.
        #expect(await province.refusal { try await province.cascade("NOT-YET", in: "dept_bao") }?.code == "not-launched-yet")
        #expect(try await province.cascade("NOT-YET", in: "district_101"))
        #expect(await province.refusal { try await province.cascade("NOWHERE", in: "district_101") } == .notFound)
    }

    @Test("is asked for by the tenant's head or coordinator alone", arguments: [Role.tenantAdmin, .councilSecretary, .clerk])
    func byWhom(role: Role) async throws {
        let code = "BY-\(role.rawValue)"
        try await province.launched(try Plans.shipped(code))
        #expect(await province.refusal { try await province.cascade(code, in: "district_101", as: role) } == .notFound)
        let foreign = await province.refusal {
            try await province.write(as: .unitHead, in: "district_102", to: .tenant(Tenant.Slug("district_101")!)) {
                (tx: borrowing TenantTransaction) in
                _ = try await CascadeLaunch(campaign: code).perform(in: tx)
            }
        }
        #expect(foreign == .notFound)
    }

    @Test("comes to a sub-unit that is added later, by one job for all that one transaction adds")
    func addedLater() async throws {
        let district = try await province.freshDistrict()
        try await province.launched(try Plans.shipped("LATER"))
        try await province.cascade("LATER", in: district)
        try await province.work()
        #expect(try await reached("LATER", in: district).count == 7)
        let jobs = try await province.count("SELECT count(*) FROM core.job")

        try await addUnits(["N1", "N2", "N3"], to: district, openedOn: "2023-06-01")
        #expect(try await province.count("SELECT count(*) FROM core.job") == jobs + 1)
        let missing = try await province.monitor("LATER").tenants.first { $0.slug.text == district }?.units.filter { $0.record == nil }
        #expect(missing?.map(\.code) == ["N1", "N2", "N3"])
        try await province.work()
        #expect(try await reached("LATER", in: district).count == 10)
    }

    @Test("reaches too what is added while it is asked for, on either side of the commit")
    func addedMeanwhile() async throws {
        let district = try await province.freshDistrict()
        try await province.launched(try Plans.shipped("MEANWHILE"))
        let adder = try await province.connection(as: "postgres")
        _ = try await adder.query("BEGIN")
        try await adder.script(Self.adding(["M1"], to: province.tenant(district), openedOn: "2023-06-01"))
        // The cascade waits for whoever is adding units: it cannot miss what it cannot see yet.
        async let asked = province.cascade("MEANWHILE", in: district)
        try await Task.sleep(for: .milliseconds(300))
        #expect(try await province.count("SELECT count(*) FROM core.job WHERE kind = 'launch.cascade' AND state <> 'done'") == 0)
        _ = try await adder.query("COMMIT")
        await adder.close()
        #expect(try await asked)
        try await province.work()
        #expect(try await reached("MEANWHILE", in: district).contains("M1"))
    }

    @Test("comes to a sub-unit that opens on a day to come, and shows it from that day on")
    func opensTomorrow() async throws {
        let district = try await province.freshDistrict()
        try await province.launched(try Plans.shipped("TOMORROW"))
        try await province.cascade("TOMORROW", in: district)
        try await province.work()
        try await addUnits(["F1"], to: district, openedOn: "2023-07-01")
        try await province.work()
        #expect(try await reached("TOMORROW", in: district).contains("F1") == false)
        // It receives it when it is there, and not before; the others on the day itself.
        for (day, units) in [("2023-07-01", 1), ("2023-06-20", 7)] {
            let received = try await province.count(
                """
                SELECT count(*)
                FROM core.launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id
                WHERE c.code = 'TOMORROW' AND l.tenant_id = \(province.tenant(district)) AND l.received_on = \(Plans.day(day))
                """)
            #expect(received == units, "\(day)")
        }
        let monitor = try await province.monitor("TOMORROW", asOf: "2023-07-01")
        #expect(monitor.tenants.first { $0.slug.text == district }?.units.first { $0.code == "F1" }?.state == .received)
    }

    @Test("comes to a tenant that is opened later, if the plan launches to its kind")
    func tenantOpenedLater() async throws {
        try await province.launched(try Plans.shipped("NEW-TENANT"))
        let district = try await province.freshDistrict()
        #expect(try await province.monitor("NEW-TENANT").tenants.first { $0.slug.text == district }?.root?.state == nil)
        try await province.work()
        #expect(try await reached("NEW-TENANT", in: district).count == 1)
    }

    @Test("comes to a tenant that was entered before the launch and opens on a day to come, and not to one that opens after the campaign")
    func tenantOpensTomorrow() async throws {
        let units = [("7001", "2023-07-01"), ("7002", "2024-01-01")].map { code, day in
            Tenant.Opening(
                id: IDSource.system.next(), slug: Tenant.Slug("district_" + code)!, kind: .district, scope: .awardSubject,
                parent: province.tenant("province"), position: 900, openedOn: Plans.day(day), code: code, name: code,
                fullName: "Huyện \(code)",
                unitKind: .huyen)
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            for unit in units { _ = try await tx.open(unit) }
        }
        try await province.launched(try Plans.shipped("ENTERED"))
        for (unit, received) in zip(units, [1, 0]) {
            let found = try await province.count(
                """
                SELECT count(*)
                FROM core.launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id
                WHERE c.code = 'ENTERED' AND l.tenant_id = \(unit.id) AND l.received_on = \(unit.openedOn)
                """)
            #expect(found == received, "\(unit.code)")
        }
        let monitor = try await province.monitor("ENTERED", asOf: "2023-07-01")
        #expect(monitor.tenants.first { $0.slug.text == "district_7001" }?.root?.state == .received)
    }

    @Test("does not come to what is opened after the campaign")
    func afterTheCampaign() async throws {
        var plan = try Plans.shipped("OVER")
        plan.span.to = Plans.day("2023-06-19")
        try await province.launched(plan)
        let district = try await province.freshDistrict()
        try await province.work()
        #expect(try await reached("OVER", in: district).isEmpty)
    }

    private func addUnits(_ codes: [String], to tenant: String, openedOn day: String) async throws {
        try await province.asSuperuser("BEGIN; \(Self.adding(codes, to: province.tenant(tenant), openedOn: day)); COMMIT")
    }

    private static func adding(_ codes: [String], to tenant: Tenant.ID, openedOn day: String) -> String {
        codes.map { code in
            """
            WITH u AS (
                INSERT INTO core.sub_unit (tenant_id, id, opened_on, recorded_on) VALUES ('\(tenant)', core.new_id(), '\(day)', '2023-06-20') RETURNING id
            )
            INSERT INTO core.sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, position, recorded_on)
            SELECT '\(tenant)', u.id, '\(day)', '\(tenant)', '\(code)', '\(code)', '\(code)', 'phong', false, 99, '2023-06-20' FROM u
            """
        }.joined(separator: ";\n")
    }
}
