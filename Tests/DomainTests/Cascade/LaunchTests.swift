import Domain
import Foundation
import Testing

@Suite("A unit's launch")
struct LaunchTests {
    static let province = day("2023-03-31")
    static let deadline = day("2023-04-09")
    static let today = day("2023-06-20")

    static func day(_ text: String) -> CivilDate { CivilDate(text)! }

    static func launch(_ steps: [LaunchStep] = []) -> Launch {
        Launch(
            id: Launch.ID(UUID()), campaign: Campaign.ID(UUID()), unit: SubUnit.ID(UUID()), unitCode: "X", unitName: "X",
            notBefore: province,
            deadline: deadline, receivedOn: province, recordedOn: province, steps: steps)
    }

    static func step(_ position: Int, _ act: LaunchAct, _ happenedOn: String, recorded: String = "2023-06-20") -> LaunchStep {
        LaunchStep(
            id: LaunchStep.ID(UUID()), position: position, act: act, happenedOn: day(happenedOn), note: "", recordedBy: Post.ID(UUID()),
            recordedOn: day(recorded))
    }

    static let held = LaunchAct.launched(.ownConference, attendance: 40)
    static let plan = LaunchAct.planned(documentNumber: "12/KH-UBND", text: "Kế hoạch")

    @Test(
        "is in the furthest state that its steps reached, in whatever order they were reported",
        arguments: [
            ([], .received), ([.acknowledged], .acknowledged), ([plan], .planned), ([held], .launched),
            ([.acknowledged, plan, held], .launched),
            ([held, plan], .launched), ([held, .acknowledged, plan], .launched), ([plan, .acknowledged], .planned),
        ] as [([LaunchAct], LaunchState)])
    func state(acts: [LaunchAct], expected: LaunchState) {
        let steps = acts.enumerated().map { Self.step($0 + 1, $1, "2023-04-05") }
        #expect(Self.launch(steps).standing.state == expected)
    }

    @Test("is late from the day after the deadline on", arguments: [("2023-04-08", false), ("2023-04-09", false), ("2023-04-10", true)])
    func late(happenedOn: String, expected: Bool) {
        #expect(Self.launch([Self.step(1, Self.held, happenedOn)]).standing.isLate == expected)
    }

    @Test("takes a step at the next place, and none that says the same again")
    func next() throws {
        let launch = Self.launch([Self.step(1, .acknowledged, "2023-04-03")])
        let day = Self.day("2023-04-03")
        #expect(try launch.position(of: .acknowledged, on: day, note: "", today: Self.today) == nil)
        #expect(try launch.position(of: .acknowledged, on: Self.day("2023-04-04"), note: "", today: Self.today) == 2)
        #expect(try launch.position(of: .acknowledged, on: day, note: "đính chính", today: Self.today) == 2)
        #expect(try launch.position(of: Self.held, on: day, note: "", today: Self.today) == 2)
        #expect(try Self.launch().position(of: Self.plan, on: Self.province, note: "", today: Self.today) == 1)
    }

    @Test(
        "refuses a day before the province's launch and a day to come",
        arguments: [
            ("2023-03-30", "launch-before-province"), ("2023-06-21", "date-in-future"),
        ])
    func refused(happenedOn: String, code: String) {
        let refusal = #expect(throws: Problem.self) {
            try Self.launch().position(of: Self.held, on: Self.day(happenedOn), note: "", today: Self.today)
        }
        #expect(refusal?.code == code)
        #expect(refusal?.kind == .refused)
        #expect(refusal?.fields.map(\.path) == ["$.happenedOn"])
    }

    @Test("is seen on a past day as it was known by then, without what was corrected later")
    func past() {
        let launch = Self.launch([
            Self.step(1, .acknowledged, "2023-04-02", recorded: "2023-04-02"),
            Self.step(2, Self.held, "2023-04-05", recorded: "2023-04-06"),
            Self.step(3, Self.held, "2023-04-12", recorded: "2023-04-20"),
        ])
        func seen(_ asOf: String, _ knownOn: String) -> LaunchStanding { launch.standing(asOf: Self.day(asOf), knownOn: Self.day(knownOn)) }
        #expect(seen("2023-04-01", "2023-06-20").state == .received)
        #expect(seen("2023-04-05", "2023-04-05").state == .acknowledged)
        #expect(seen("2023-04-05", "2023-04-06").state == .launched)
        #expect(!seen("2023-04-10", "2023-04-10").isLate)
        // The corrected date does not count beside the date that corrected it.
        #expect(seen("2023-04-10", "2023-04-20").state == .acknowledged)
        #expect(seen("2023-04-12", "2023-04-20").isLate)
    }
}

@Suite("The monitor of a launch")
struct LaunchMonitorTests {
    static func unit(_ tenant: String, _ code: String?, launched: String? = nil, record: Bool = true, opened: String = "2020-01-01")
        -> UnitLaunch
    {
        let root = SubUnit.ID(UUID())
        return UnitLaunch(
            tenant: Tenant.Slug(tenant)!, tenantName: tenant, unit: root, parent: code == nil ? nil : SubUnit.ID(UUID()), code: code ?? "0",
            name: code ?? tenant, fullName: code ?? tenant, kind: .xa, position: 0, openedOn: LaunchTests.day(opened),
            record: record
                ? .init(
                    launch: Launch.ID(UUID()), deadline: LaunchTests.deadline, receivedOn: LaunchTests.province, acknowledgedOn: nil,
                    plannedOn: nil, launchedOn: launched.map(LaunchTests.day), form: launched == nil ? nil : .other, attendance: nil) : nil)
    }

    static func monitor(_ units: [UnitLaunch], asOf: String = "2023-06-20") -> LaunchMonitor {
        let campaign = CampaignSummary(
            id: Campaign.ID(UUID()), code: "K", name: "K", firstDay: LaunchTests.province, lastDay: LaunchTests.day("2023-12-31"),
            launchDeadline: LaunchTests.deadline, version: 1, launch: nil)
        return LaunchMonitor(campaign: campaign, asOf: LaunchTests.day(asOf), knownOn: LaunchTests.today, units: units)
    }

    @Test("counts the first tier, what is below it, and both together")
    func counts() {
        let monitor = Self.monitor([
            Self.unit("district_1", nil, launched: "2023-04-05"), Self.unit("district_1", "a", launched: "2023-04-10"),
            Self.unit("district_1", "b"), Self.unit("district_2", nil, record: false), Self.unit("district_2", "c", record: false),
        ])
        #expect(monitor.tenants.map(\.slug.text) == ["district_1", "district_2"])
        #expect(monitor.firstTier.vietnamese == "1/2 (50,0%)")
        #expect(monitor.subUnits.vietnamese == "1/3 (33,3%)")
        #expect(monitor.total.vietnamese == "2/5 (40,0%)")
        #expect(monitor.total.late == 1)
        #expect(monitor.total.withoutRecord == 2)
        #expect(monitor.late.map(\.name) == ["a"])
        #expect(monitor.missing.map(\.name) == ["b", "district_2", "c"])
        #expect(monitor.tenants[0].subUnits.missing == 1)
    }

    @Test("never shows 100 % while a unit is missing, and no rate where there are no units")
    func rounding() {
        let many = (0..<2_000).map { Self.unit("district_1", "u\($0)", launched: $0 == 0 ? nil : "2023-04-05") }
        #expect(Self.monitor(many).total.vietnamese == "1999/2000 (99,9%)")
        #expect(Self.monitor([]).total.rateInTenths == nil)
        #expect(Self.monitor([]).total.vietnamese == "0/0")
    }

    @Test("calls the missing overdue from the day after the deadline on, and marks who opened after it")
    func deadline() {
        #expect(!Self.monitor([], asOf: "2023-04-09").isPastDeadline)
        #expect(Self.monitor([], asOf: "2023-04-10").isPastDeadline)
        let monitor = Self.monitor([Self.unit("district_1", "new", launched: "2023-06-01", opened: "2023-05-15")])
        #expect(monitor.units.map { monitor.openedAfterDeadline($0) } == [true])
        #expect(monitor.late.isEmpty && monitor.total.late == 0, "what nobody could keep nobody is late with")
        #expect(monitor.units.map(\.stateInVietnamese) == ["Đã phát động (thành lập sau thời hạn)"])
        // The control: on its last day it could have.
        let older = Self.monitor([Self.unit("district_1", "old", launched: "2023-06-01", opened: "2023-04-09")])
        #expect(older.late.map(\.stateInVietnamese) == ["Đã phát động (chậm)"])
        for (opened, words) in [("2023-04-09", "Đã phát động (chậm)"), ("2023-05-15", "Đã phát động (thành lập sau thời hạn)")] {
            let launch = Launch(
                id: Launch.ID(UUID()), campaign: Campaign.ID(UUID()), unit: SubUnit.ID(UUID()), unitCode: "X", unitName: "X",
                notBefore: LaunchTests.province, deadline: LaunchTests.deadline, receivedOn: LaunchTests.province,
                recordedOn: LaunchTests.province,
                openedOn: LaunchTests.day(opened), steps: [LaunchTests.step(1, LaunchTests.held, "2023-06-01")])
            #expect(launch.standing.vietnamese == words)
        }
    }
}
