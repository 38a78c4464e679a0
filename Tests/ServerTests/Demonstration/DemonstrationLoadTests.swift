import Domain
import Foundation
import Logging
import Operations
import Postgres
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("The demonstration in a database", .emptyProvinceFirst, .timeLimit(.minutes(30))) struct DemonstrationLoadTests {
    private let province = Province.current
    private let plan: DemonstrationPlan
    private let campaign: Campaign

    init() throws {
        plan = try DemonstrationPlan(folder: URL(filePath: RepositoryPaths.deploy + "/camau-2023"))
        campaign = try CampaignFile.read(
            try String(contentsOf: URL(filePath: RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml"), encoding: .utf8))
    }

    /// One test, for loading it takes the longest: what is loaded, that it is judged as expected, and that loading again changes nothing.
    @Test func `is loaded through the door and judged as its plan says`() async throws {
        let steps = Steps()
        #expect(try await load(steps) == .loaded)
        #expect(steps.count > 5)
        let office = try await entry(plan.enteredBy, .province)

        try await checkDirectory()
        try await checkLedger(office)
        try await checkLaunches(office)
        for (isFrozen, day, expected) in [
            (false, plan.businessDate, ExpectedVerdicts.preview), (true, CivilDate("2023-06-30")!, ExpectedVerdicts.frozen),
        ] {
            let ledger = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
                try await GatherLedger(campaign: campaign.code, review: .interim, isFrozen: isFrozen, asOf: day).perform(in: tx)
            }
            let verdicts = Judgement.judge(ledger).units
            #expect(verdicts.map(\.code) == expected.map(\.unit))
            for (row, verdict) in zip(expected, verdicts) { try row.check(verdict) }
        }
        try await checkPeople()
        try await checkOwnAwards()
        try await checkOversight(office)
        try await checkGoodModels()
        try await checkCoverage()
        try await checkPeriods(office)
        try await checkJudgement(province, office: office)

        #expect(try await load(Steps()) == .alreadyLoaded)
        try await checkLedger(office)
        // Last, for they move the day.
        try await checkFreeze(province, by: plan.enteredBy) { try await entry($0, .province) }
        try await DemonstrationAwards(province: province, plan: plan) { try await entry($0, .home).token }.run()
    }

    /// The whole province came in one go, and imported a second time its lists change nothing.
    private func checkDirectory() async throws {
        let files = try ["units.csv", "departments.csv", "department-units.csv"].map { name in
            DirectoryFile(name: name, content: Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy + "/camau-2023/" + name))))
        }
        let (importing, day) = (ImportDirectory(files, from: plan.openedOn), plan.openedOn)
        let tenants = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.tenants(on: day) }
        // The province, 19 departments, 3 of the press and 9 districts; 101 communes among the sub-units.
        #expect(tenants.count == 32)
        #expect(tenants.count { $0.scope == .awardSubject } == 28)
        #expect(tenants.count { $0.scope == .media } == 3)
        #expect(tenants.first?.kind == .province)
        let (communes, units) = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            var (ofDistricts, all) = (0, 0)
            for tenant in tenants {
                let here = try await tx.subUnits(of: tenant.id, on: day)
                all += here.count
                if tenant.kind == .district { ofDistricts += here.count { [.xa, .phuong, .thiTran].contains($0.kind) } }
            }
            return (ofDistricts, all)
        }
        #expect(communes == 101)

        let again = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await importing.perform(in: tx, ids: .system)
        }
        #expect(again.isEmpty)
        // Each unit of the first tier stands for itself among its sub-units.
        #expect(again.unchanged == units)
    }

    private func load(_ steps: Steps) async throws -> DemonstrationLoader.Outcome {
        try await DemonstrationLoader(
            plan: plan, campaign: campaign, database: province.url, home: RepositoryPaths.root, hasher: PasswordHasher(.least),
            logger: Logger(label: "tests")
        ) { steps.add($0) }.load()
    }

    private func entry(_ username: String, _ place: Entry.Place) async throws -> Entry {
        let session = try await SignIn(username: username, password: plan.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system)
        return Entry(token: session.token, place: place)
    }

    /// Everything that was planned is there, on the business date of the plan, and about an eighth of what was due or done is late.
    private func checkLedger(_ office: Entry) async throws {
        let (everything, judged, today) = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
            let everything = try await CountItems(by: .role, filter: LedgerFilter(role: .lead, origin: .province)).perform(in: tx)
            let judged = try await CountItems(
                by: .role, filter: LedgerFilter(campaign: campaign.code, role: .lead, origin: .province)
            ).perform(in: tx)
            return (everything, judged, try await tx.officer().today)
        }
        #expect(today == plan.businessDate)
        #expect(everything.first?.counts.everything == plan.items.count { $0.parent == nil })
        let counts = try #require(judged.first).counts
        let late = counts.completedLate + counts.overdue
        let due = counts.completedEarly + counts.completedOnTime + late
        #expect((110...130).contains(1_000 * late / due))
    }

    private func checkLaunches(_ office: Entry) async throws {
        let monitor = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
            try await MonitorLaunch(campaign: campaign.code).perform(in: tx)
        }
        #expect(monitor.firstTier.units == 28)
        #expect(monitor.firstTier.launched == 27)
        #expect(monitor.firstTier.late == 2)
        #expect(monitor.total.units == plan.launches.count)
        #expect(monitor.total.withoutRecord == 0)
        #expect(monitor.total.launched == 351)
        #expect(monitor.total.late == 60)
    }

    /// What a district gave by its own authority stands in its own book, and in no other.
    private func checkOwnAwards() async throws {
        #expect(!plan.ownAwards.isEmpty)
        for unit in Set(plan.ownAwards.map(\.unit)) {
            let login = try #require(plan.units.first { $0.code == unit }).login
            let book = try await province.entrance.read(try await entry("\(login).thuky", .home)) { (tx: borrowing TenantTransaction) in
                try await ListAwards().all(in: tx)
            }
            #expect(book.count == plan.ownAwards.count { $0.unit == unit } && book.allSatisfy { $0.form == .districtCommendation })
        }
        let other = try await province.entrance.read(try await entry("h972.thuky", .home)) { (tx: borrowing TenantTransaction) in
            try await ListAwards().all(in: tx)
        }
        #expect(other.isEmpty)
    }

    /// What was inspected, followed and ordered is there for the Office; a unit reads its own alone.
    private func checkOversight(_ office: Entry) async throws {
        let (visits, followings, notes, remedies) = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
            (
                try await ListVisits().allRows(in: tx), try await ListFollowings().allRows(in: tx),
                try await ListFollowNotes().allRows(in: tx), try await ListRemedies().allRows(in: tx)
            )
        }
        #expect(visits.count == plan.visits.count && followings.count == plan.followings.count)
        #expect(notes.count == plan.followings.count { $0.note != nil })
        let planned = plan.visits.compactMap(\.remedy) + plan.followings.compactMap { $0.note?.remedy }
        #expect(remedies.map(\.remedy.state.rawValue).sorted() == planned.map(\.state.rawValue).sorted())
        let visited = try #require(plan.visits.first { $0.remedy != nil })
        let login = try #require(plan.units.first { $0.code == visited.unit }).login
        let own = try await province.entrance.read(try await entry("\(login).thutruong", .home)) { (tx: borrowing TenantTransaction) in
            (try await ListVisits().allRows(in: tx), try await ListRemedies().allRows(in: tx))
        }
        #expect(own.0.count == 1 && own.1.count == 1)
    }

    /// What was spread every unit reads; what was only registered stays where it is.
    private func checkGoodModels() async throws {
        let planned = plan.goodModels
        #expect(Set(planned.map(\.reaches)) == [.registered, .confirmed, .spread])
        let elsewhere = try await province.entrance.read(try await entry("h966.thuky", .home)) { (tx: borrowing TenantTransaction) in
            try await ListGoodModels(limit: 200).perform(in: tx).models
        }
        #expect(Set(elsewhere.map(\.statement.title)) == Set(planned.filter { $0.reaches == .spread }.map(\.statement.title)))
        #expect(elsewhere.reduce(0) { $0 + $1.adopters } == 2, "how many adopted them is told to everyone, who they are to some")
        let wide = try await province.entrance.read(try await entry("snv.thidua", .province)) { (tx: borrowing TenantTransaction) in
            try await ListGoodModels(limit: 200).perform(in: tx).models
        }
        #expect(wide.count == planned.count { $0.reaches != .registered } && wide.reduce(0) { $0 + $1.adopters } == 2)
    }

    /// What was planned with the media stands beside what they published: one line was late, one is missing, one is not due.
    private func checkCoverage() async throws {
        let editor = try await entry("ptth.bientap", .home)
        let answer = try await province.entrance.read(editor) { (tx: borrowing TenantTransaction) in
            try await ListCoverageLines(limit: 200).perform(in: tx)
        }
        #expect(answer.lines.map { $0.state(on: answer.today) } == [.late, .missing])
        let office = try await entry("vpub.giamsat", .province)
        let counts = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
            try await CountCoverage(campaign: "KH-77-2023").perform(in: tx)
        }
        #expect(counts.reduce(0) { $0 + $1.total } == plan.coverage.count { $0.report != nil })
    }

    /// Two months are closed, with the unit that sent no return; one difficulty was answered, one is new; the review has its day.
    private func checkPeriods(_ office: Entry) async throws {
        let months = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
            try await ListMonths(campaign: "KH-77-2023").perform(in: tx)
        }
        #expect(months.map(\.month.description) == ["2023-05", "2023-04"])
        for planned in plan.months {
            let shown = try await province.entrance.read(office) { (tx: borrowing TenantTransaction) in
                try await ShowMonth(campaign: "KH-77-2023", month: planned.month).perform(in: tx)
            }
            #expect(shown.close?.closedOn == planned.closedOn && shown.rows.count == plan.units.count, "\(planned.month)")
            let missing = shown.rows.filter { $0.answer.state == .missing }.map(\.code)
            #expect(Set(missing) == planned.silent.intersection(plan.units.map(\.code)), "\(planned.month)")
        }
        // Communes report first, nearly all of them in time.
        let communes = Set(plan.units.flatMap(\.subUnits).filter(\.isCommune).map(\.code))
        let sent = plan.months.reduce(0) { $0 + communes.subtracting($1.silent).count }
        let late = plan.months.reduce(0) { $0 + $1.late.count }
        #expect(
            try await province.count("SELECT count(*) FROM core.unit_return WHERE unit_id <> tenant_id AND approved_on IS NOT NULL")
                == sent)
        #expect(
            try await province.count("SELECT count(*) FROM core.unit_return WHERE unit_id <> tenant_id AND approved_on > due_on") == late)
        #expect(late > 0 && sent < communes.count * plan.months.count)
        let (difficulties, events) = try await province.entrance.read(office) {
            (tx: borrowing TenantTransaction) -> ([Difficulty], [ReviewEvent]) in
            let difficulties = try await ListDifficulties(limit: 200).perform(in: tx).difficulties
            return (difficulties, try await ListReviewEvents(limit: 200).perform(in: tx).events)
        }
        let expected = plan.difficulties.map { difficulty -> Difficulty.State in
            guard let routing = difficulty.routing else { return .raised }
            return routing.answer == nil ? .routed : .answered
        }
        #expect(difficulties.map(\.state).sorted { $0.rawValue < $1.rawValue } == expected.sorted { $0.rawValue < $1.rawValue })
        #expect(events.map(\.kind) == plan.reviewEvents.map(\.review))
    }

    /// Each role can sign in with the password that is printed, and a commune's officer sees its own items only.
    private func checkPeople() async throws {
        for line in SignInGuide(plan).lines { _ = try await entry(line.username, .home) }
        let communes = Set(plan.units.flatMap(\.subUnits).filter(\.isCommune).map(\.code))
        let commune = try #require(plan.items.compactMap(\.subUnit).first(where: communes.contains))
        let mine = try await province.entrance.read(try await entry("x\(commune).vanphong", .home)) { (tx: borrowing TenantTransaction) in
            try await CountItems(by: .unit).perform(in: tx)
        }
        #expect(mine.count == 1)
        #expect(mine.first?.counts.everything == plan.items.count { $0.subUnit == commune })
    }
}

@Suite("A demonstration beside other data", .province, .timeLimit(.minutes(30))) struct DemonstrationRefusalTests {
    @Test func `is refused where a load was broken off, and nothing is written`() async throws {
        let province = Province.current
        let before = try await tenants(province)
        let loader = try DemonstrationLoader(
            plan: DemonstrationPlan(folder: URL(filePath: RepositoryPaths.deploy + "/camau-2023")),
            campaign: CampaignFile.read(
                String(contentsOf: URL(filePath: RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml"), encoding: .utf8)),
            database: province.url, home: RepositoryPaths.root, hasher: PasswordHasher(.least), logger: Logger(label: "tests")
        ) { _ in }
        let problem = await #expect(throws: Problem.self) { try await loader.load() }
        #expect(problem?.code == "demonstration-incomplete")
        #expect(try await tenants(province) == before)
    }

    private func tenants(_ province: Province) async throws -> [Tenant] {
        try await OperatorDesk(database: province.url, home: RepositoryPaths.root, logger: Logger(label: "tests")).tenants(on: nil)
    }
}

/// What the loader said.
private final class Steps: Sendable {
    private let lines = Mutex<[String]>([])

    var count: Int { lines.withLock { $0.count } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

extension LedgerCounts {
    fileprivate var everything: Int { items + exempted + cancelled }
}
