import Domain
import Foundation
import Operations
import TestSupport
import Testing

@Suite("The plan of the demonstration that is delivered") struct DemonstrationPlanTests {
    private let plan: DemonstrationPlan
    private var own: [PlannedItem] { plan.items.filter { $0.parent == nil } }
    private var parts: [PlannedItem] { plan.items.filter { $0.parent != nil } }

    init() throws {
        plan = try Self.shared.get()
    }

    private static let shared = Result { try make() }

    private static func make() throws -> DemonstrationPlan {
        try DemonstrationPlan(folder: URL(filePath: RepositoryPaths.deploy + "/camau-2023"))
    }

    @Test func `the numbers are those of the scenarios`() {
        #expect(plan.units.count == 28)
        #expect(plan.units.count(where: \.isDistrict) == 9)
        #expect(plan.units.flatMap(\.subUnits).count(where: \.isCommune) == 101)
        #expect(own.count == 836)
        #expect(parts.count == 473)
        #expect(own.reduce(0) { $0 + $1.coordinators.count } == 59)
        #expect(own.count { $0.measure != nil } == 103)
        #expect(plan.accounts.count == 470)
        #expect(plan.launches.count == 28 + plan.units.flatMap(\.subUnits).count)
        #expect(plan.mottos.count == 27)
    }

    @Test func `the same folder gives the same plan`() throws {
        let again = try Self.make()
        #expect(again.items == plan.items)
        #expect(again.accounts == plan.accounts)
        #expect(again.launches == plan.launches)
        #expect(again.mottos == plan.mottos)
    }

    @Test func `codes, usernames and persons are each given once`() {
        #expect(Set(plan.items.map(\.code)).count == plan.items.count)
        #expect(Set(plan.accounts.map(\.username)).count == plan.accounts.count)
        #expect(Set(plan.accounts.map(\.personName)).count == plan.accounts.count)
    }

    @Test func `a district has no item of the decision that is for departments alone`() {
        let districts = Set(plan.units.filter(\.isDistrict).map(\.code))
        let sources = Dictionary(grouping: own.filter { districts.contains($0.unit) }, by: \.directive)
        #expect(sources["QD503"] == nil)
        #expect(Set(sources.keys) == ["CTR01", "CT04", "KH77"])
    }

    @Test func `nothing happens before its item was assigned or after the business date, and facts are in order`() {
        for item in plan.items {
            #expect(item.assignedOn <= plan.businessDate, "\(item.code)")
            for fact in item.facts { #expect(item.assignedOn < fact.on && fact.on <= plan.businessDate, "\(item.code) \(fact)") }
            #expect(item.facts.map(\.on) == item.facts.map(\.on).sorted(), "\(item.code)")
        }
    }

    @Test func `a part is due no later than the whole`() throws {
        let whole = Dictionary(uniqueKeysWithValues: own.map { ($0.code, $0) })
        for part in parts {
            let parent = try #require(part.parent.flatMap { whole[$0] })
            #expect(try #require(part.dueOn) <= #require(parent.dueOn))
            #expect(part.subUnit != nil)
        }
    }

    @Test func `the words of each deadline mean its day`() throws {
        for item in plan.items {
            guard let due = item.dueOn else { continue }
            #expect(try DueWords(item.dueWords, year: due.year).dueOn == due, "\(item.code): \(item.dueWords)")
        }
    }

    @Test func `about an eighth of what was due or done is late, most of it in four units`() throws {
        var due = 0
        var late: [String: Int] = [:]
        for planned in own where planned.isInCampaign {
            let item = try LedgerItem(planned)
            let held = item.dueDate(at: plan.businessDate) ?? .latest
            guard item.status == .active, item.completedOn != nil || held <= plan.businessDate else { continue }
            due += 1
            if (item.completedOn ?? plan.businessDate) > held { late[planned.unit, default: 0] += 1 }
        }
        let total = late.values.reduce(0, +)
        #expect((110...130).contains(1_000 * total / due))
        #expect(late.values.sorted().suffix(4).reduce(0, +) * 2 > total)
    }

    @Test func `the calendar closes offices on the holidays of the year`() {
        let calendar = WorkingCalendar(plan.calendar)
        #expect(!calendar.isWorkingDay(CivilDate("2023-01-20")!))
        #expect(!calendar.isWorkingDay(CivilDate("2023-05-03")!))
        #expect(calendar.isWorkingDay(CivilDate("2023-05-04")!))
    }

    @Test(arguments: ExpectedVerdicts.preview) func `the interim review of a unit, seen on the business date`(
        expected: ExpectedVerdicts.Row
    ) throws {
        try check(expected, asOf: plan.businessDate, frozen: false)
    }

    @Test(arguments: ExpectedVerdicts.frozen) func `the interim review of a unit, frozen`(expected: ExpectedVerdicts.Row) throws {
        try check(expected, asOf: CivilDate("2023-06-30")!, frozen: true)
    }

    private func check(_ expected: ExpectedVerdicts.Row, asOf day: CivilDate, frozen: Bool) throws {
        let items = try own.compactMap { item -> LedgerItem? in
            if item.unit == expected.unit { return try LedgerItem(item) }
            return item.coordinators.contains(expected.unit) ? try LedgerItem(item, role: .coordinate) : nil
        }
        let unit = LedgerFile.Unit(
            code: expected.unit, name: expected.unit, isMottoAccepted: plan.mottos.first { $0.unit == expected.unit }?.isAccepted,
            items: items)
        let ledger = LedgerFile(
            campaign: "demonstration", review: .interim, isFrozen: frozen, asOf: day, calendar: WorkingCalendar(plan.calendar),
            parameters: JudgementParameters(interimEnd: CivilDate("2023-06-30")!, finalEnd: CivilDate("2023-12-31")!), units: [unit])
        try expected.check(Judgement.judge(ledger).units[0])
    }
}

extension ExpectedVerdicts.Row {
    func check(_ verdict: UnitVerdict) throws {
        #expect(verdict.verdict == self.verdict, "\(unit)")
        #expect(verdict.letter == letter, "\(unit)")
        #expect(verdict.counted == counted, "\(unit)")
        #expect(verdict.aheadOrAbove == aheadOrAbove, "\(unit)")
        #expect(Dictionary(grouping: verdict.failures, by: \.rule).mapValues(\.count) == failures, "\(unit)")
    }
}
