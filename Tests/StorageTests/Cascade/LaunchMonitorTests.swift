import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("The launch monitor", .province(opening: 2), .serialized, .timeLimit(.minutes(30)))
struct LaunchMonitorTests {
    let province = Province.current

    private func report(_ code: String, _ unit: String?, _ day: String, in tenant: String, attendance: Int = 10) async throws {
        try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            var act = RecordLaunch(
                .unit(campaign: code, code: unit), version: nil, happenedOn: Plans.day(day), form: .other, attendance: attendance,
                note: "theo biên bản")
            act.correctionDocument = "1/BB"
            _ = try await act.perform(in: tx, ids: .system)
        }
    }

    private func today(_ day: String) async throws {
        try await province.asSuperuser("UPDATE core.installation SET business_date = '\(day)'")
    }

    private func page(_ list: ListLaunches, as role: Role = .unitHead, in tenant: String, unit: String? = nil) async throws
        -> ListLaunches.Page
    {
        try await province.read(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in try await list.perform(in: tx) }
    }

    @Test("shows rates per tenant and in total, the late and the missing by name down to the commune")
    func province() async throws {
        try await province.launched(try Plans.shipped("MONITOR"))
        try await province.cascade("MONITOR", in: "district_101")
        try await province.work()
        try await report("MONITOR", nil, "2023-04-05", in: "district_101")
        try await report("MONITOR", "10101", "2023-04-10", in: "district_101", attendance: 55)
        try await report("MONITOR", "10102", "2023-04-09", in: "district_101")
        let monitor = try await province.monitor("MONITOR")
        #expect(monitor.tenants.map(\.slug.text) == ["dept_vpub", "dept_snv", "dept_ttt", "district_101", "district_102"])
        #expect(monitor.firstTier.vietnamese == "1/5 (20,0%)")
        let district = try #require(monitor.tenants.first { $0.slug.text == "district_101" })
        #expect(district.root?.state == .launched)
        #expect(district.subUnits.vietnamese == "2/6 (33,3%)")
        #expect(monitor.late.map(\.fullName) == ["Xã 101 số 1, Huyện Một"])
        #expect(monitor.late.map(\.record?.attendance) == [55])
        #expect(monitor.missing.filter { $0.tenant.text == "district_101" }.map(\.code) == ["10103", "10104", "PNV", "TT01"])
        // What has not cascaded is missing too, and said to have no record.
        #expect(monitor.tenants.first { $0.slug.text == "district_102" }?.subUnits.withoutRecord == 6)
        #expect(monitor.isPastDeadline)
    }

    @Test("of one tenant is the same, for its own officers and for the Office")
    func tenant() async throws {
        try await province.launched(try Plans.shipped("ONE-TENANT"))
        try await province.cascade("ONE-TENANT", in: "district_101")
        try await province.work()
        try await report("ONE-TENANT", "10103", "2023-04-20", in: "district_101")
        let monitor = MonitorLaunch(campaign: "ONE-TENANT")
        let own = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await monitor.perform(in: tx)
        }
        let office = try await province.read(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) {
            (tx: borrowing TenantTransaction) in
            try await monitor.perform(in: tx)
        }
        #expect(own == office)
        #expect(own.total.vietnamese == "1/7 (14,2%)")
        #expect(own.late.map(\.code) == ["10103"])
    }

    @Test("shows a commune's officer his own subtree, and does not call its neighbours missing")
    func subtree() async throws {
        try await province.launched(try Plans.shipped("SUBTREE"))
        try await province.cascade("SUBTREE", in: "district_101")
        try await province.work()
        let monitor = try await province.read(as: .subUnitOfficer, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
            try await MonitorLaunch(campaign: "SUBTREE").perform(in: tx)
        }
        #expect(monitor.units.map(\.code) == ["10101", "TT01"])
        #expect(monitor.tenants.first?.root == nil)
        let list = try await page(ListLaunches(campaign: "SUBTREE"), as: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(list.units.map(\.code) == ["10101", "TT01"])
    }

    @Test("of the province is closed to those without a province-wide post")
    func closed() async throws {
        try await province.bring(try Plans.shipped("CLOSED"))
        for role in [Role.unitHead, .tenantAdmin] {
            let refusal = await province.refusal {
                try await province.read(as: role, in: "district_101", to: .province) { (tx: borrowing TenantTransaction) in
                    _ = try await MonitorLaunch(campaign: "CLOSED").perform(in: tx)
                }
            }
            #expect(refusal == .provinceNotAllowed)
        }
    }

    @Test("of a past day stays what it was, whatever is recorded, corrected or added afterwards")
    func reproducible() async throws {
        // Its units are known from the day on which they are recorded.
        try await today("2023-04-03")
        let district = try await province.freshDistrict()
        let number = district.dropFirst("district_".count)
        do {
            try await province.launched(try Plans.shipped("PAST"))
            // Each view is taken at the end of its day, which is the next day's beginning.
            var shown: [(day: String, monitor: LaunchMonitor)] = []
            func endOfDay(_ day: String, next: String) async throws {
                shown.append((day, try await province.monitor("PAST")))
                #expect(shown.last?.monitor.tenants.first { $0.slug.text == district }?.units.count == 7)
                try await today(next)
            }
            try await report("PAST", nil, "2023-04-02", in: district)
            try await endOfDay("2023-04-03", next: "2023-04-06")
            try await province.cascade("PAST", in: district)
            try await province.work()
            try await report("PAST", "\(number)01", "2023-04-03", in: district)
            try await report("PAST", "\(number)02", "2023-04-06", in: district)
            try await endOfDay("2023-04-06", next: "2023-04-12")
            // The date of 2 April was wrong; and a launch of 5 April comes to be known late.
            try await report("PAST", nil, "2023-04-11", in: district)
            try await report("PAST", "\(number)03", "2023-04-05", in: district)
            try await endOfDay("2023-04-12", next: "2023-06-20")
            for (day, monitor) in shown {
                #expect(try await province.monitor("PAST", asOf: day) == monitor, "as shown on \(day)")
            }
            // With what is known now, 6 April looks otherwise.
            let units =
                try await province.monitor("PAST", asOf: "2023-04-06", knownOn: "2023-06-20").tenants.first { $0.slug.text == district }?
                .units ?? []
            #expect(units.filter(\.isLaunched).map(\.code).sorted() == ["\(number)01", "\(number)02", "\(number)03"])
            #expect(try await province.monitor("PAST").late.map(\.tenant.text) == [district])
        }
        try await today("2023-06-20")
    }

    @Test("agrees with the single launches on every pair of days")
    func agrees() async throws {
        let days = ["2023-04-03", "2023-04-05", "2023-04-08", "2023-04-12", "2023-04-20"]
        try await today(days[0])
        let district = try await province.freshDistrict()
        try await province.launched(try Plans.shipped("AGREES"))
        try await province.cascade("AGREES", in: district)
        try await province.work()
        let number = district.dropFirst("district_".count)
        for (index, day) in days.enumerated() {
            try await today(day)
            for unit in 1...3 {
                let happened = days[(index * unit) % (index + 1)]
                try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                    let reference = LaunchReference.unit(campaign: "AGREES", code: "\(number)0\(unit)")
                    switch (index + unit) % 3 {
                    case 0:
                        _ = try await AcknowledgeLaunch(reference, version: nil, happenedOn: Plans.day(happened), note: day).perform(
                            in: tx, ids: .system)
                    case 1:
                        _ = try await RecordLaunchPlan(
                            reference, version: nil, happenedOn: Plans.day(happened), documentNumber: day, text: day
                        ).perform(in: tx, ids: .system)
                    default:
                        var act = RecordLaunch(
                            reference, version: nil, happenedOn: Plans.day(happened), form: .combined, combinedWith: day, attendance: index,
                            note: day)
                        act.correctionDocument = "1/BB"
                        _ = try await act.perform(in: tx, ids: .system)
                    }
                }
            }
        }
        for asOf in days {
            for knownOn in days {
                let (units, launches) = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                    let units = try await MonitorLaunch(campaign: "AGREES", asOf: Plans.day(asOf), knownOn: Plans.day(knownOn)).perform(
                        in: tx
                    ).units
                    var launches: [Launch] = []
                    for unit in units { launches.append(try await ShowLaunch(.unit(campaign: "AGREES", code: unit.code)).perform(in: tx)) }
                    return (units, launches)
                }
                #expect(units.count == 7)
                for (unit, launch) in zip(units, launches) {
                    let standing = launch.standing(asOf: Plans.day(asOf), knownOn: Plans.day(knownOn))
                    #expect(unit.state == standing.state, "\(unit.code) as of \(asOf), known on \(knownOn)")
                    #expect(unit.record?.acknowledgedOn == standing.acknowledged?.happenedOn)
                    #expect(unit.record?.plannedOn == standing.planned?.happenedOn)
                    #expect(unit.record?.launchedOn == standing.launched?.happenedOn)
                    #expect(unit.isLate == standing.isLate)
                    #expect((unit.record?.isCorrected ?? false) == standing.isCorrected)
                }
            }
        }
        try await today("2023-06-20")
    }

    @Test("lists by pages in customary order, filtered by state, lateness and kind")
    func list() async throws {
        try await province.launched(try Plans.shipped("LIST"))
        try await province.cascade("LIST", in: "district_102")
        try await province.work()
        try await report("LIST", "10201", "2023-04-05", in: "district_102")
        try await report("LIST", "10202", "2023-04-15", in: "district_102")
        var codes: [String] = []
        var after: ListLaunches.Place?
        repeat {
            let page = try await page(ListLaunches(campaign: "LIST", after: after, limit: 3), in: "district_102")
            #expect(page.units.count <= 3)
            codes += page.units.map(\.code)
            after = page.next
        } while after != nil
        #expect(codes == ["102", "10201", "10202", "10203", "10204", "PNV", "TT01"])
        func filtered(_ change: (inout ListLaunches.Filter) -> Void) async throws -> [String] {
            var filter = ListLaunches.Filter()
            change(&filter)
            return try await page(ListLaunches(campaign: "LIST", filter: filter), in: "district_102").units.map(\.code)
        }
        #expect(try await filtered { $0.state = .launched } == ["10201", "10202"])
        #expect(try await filtered { $0.lateOnly = true } == ["10202"])
        #expect(try await filtered { $0.kind = .phuong } == ["10203"])
        #expect(try await filtered { $0.state = .received } == ["102", "10203", "10204", "PNV", "TT01"])
        // What the launch has not reached is listed as the page has it, and in no state.
        let other = try await page(ListLaunches(campaign: "LIST"), in: "district_101").units
        #expect(other.map(\.code) == ["101", "10101", "10102", "10103", "10104", "PNV", "TT01"])
        #expect(other.map { $0.record == nil } == [false, true, true, true, true, true, true])
        #expect(other.last?.stateInVietnamese == "Chưa chuyển đến")
        var received = ListLaunches.Filter()
        received.state = .received
        #expect(try await page(ListLaunches(campaign: "LIST", filter: received), in: "district_101").units.map(\.code) == ["101"])
        let unknown = await province.refusal { _ = try await page(ListLaunches(campaign: "NOWHERE"), in: "district_102") }
        #expect(unknown?.fields.map(\.path) == ["?campaign"])
    }
}
