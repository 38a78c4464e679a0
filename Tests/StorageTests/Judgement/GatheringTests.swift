import Domain
import Foundation
import Operations
import Postgres
import Storage
import Synchronization
import TestSupport
import Testing

/// What the database says of a ledger is what happened in it, for thousands of ledgers that nobody would think of.
@Suite("A ledger gathered from the database", .province(opening: 4), .timeLimit(.minutes(30)))
struct GatheringTests {
    private let province = Province.current
    private static let moments: [(Campaign.Review, CivilDate, Bool)] = [
        (.interim, Plans.day("2023-06-20"), false), (.interim, Plans.day("2023-06-30"), true), (.final, Plans.day("2023-12-31"), true),
    ]

    @Test("is the ledger that happened, and the file written from it is judged alike: 3,000 random ledgers at three moments")
    func property() async throws {
        let (rows, campaign) = try await plant(3_000, seed: 20_230_630)
        var verdicts: Set<UnitVerdict.Verdict> = []
        for (review, day, isFrozen) in Self.moments {
            let gathering = GatherLedger(campaign: campaign, review: review, isFrozen: isFrozen, asOf: day, tier: .subUnits)
            let (ledger, judged) = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
                (try await gathering.perform(in: tx), try await JudgeCampaign(gathering).perform(in: tx))
            }
            let gathered = Dictionary(uniqueKeysWithValues: ledger.units.map { ($0.code, $0) })
            for row in rows.ledgers {
                let expected = row.stories.compactMap { $0.item(at: day, interimEnd: ledger.parameters.interimEnd) }
                let items = gathered["101/\(row.code)"]?.items
                #expect(items.map { Set($0) } == Set(expected), "\(row.code) at \(day)")
                // All codes are ASCII: their order is that of their bytes.
                #expect(items == items?.sorted { ($0.assignedOn, $0.code) < ($1.assignedOn, $1.code) })
            }
            #expect(ledger.units.allSatisfy { !$0.isFirstTier && $0.isMottoAccepted == nil })
            let file = try LedgerFile(reading: ledger.json.bytes(.indented))
            #expect(file == ledger)
            let answer = Judgement.judge(file)
            #expect(answer.json.bytes() == judged.json.bytes())
            verdicts.formUnion(answer.units.map(\.verdict))
        }
        #expect(verdicts == [.fail, .pending, .insufficientBasis], "the control: the ledgers differ")
    }

    @Test("is judged while it comes as it is judged when it is whole, with what the council should look at and under other parameters")
    func running() async throws {
        let (_, campaign) = try await plant(600, seed: 17, in: try await province.freshDistrict(), prefix: "R")
        let gathering = GatherLedger(campaign: campaign, review: .final, isFrozen: true, asOf: Plans.day("2023-12-31"), tier: .subUnits)
        let changes = try ["minimumEarlyWorkingDays=30", "maximumQualityReturns=9"].map { try #require(JudgementParameters.Change($0)) }
        let (whole, checked, judged, explained, compared) = try await province.read(as: .officeMonitor, to: .province) {
            (tx: borrowing TenantTransaction) in
            (
                try await gathering.perform(in: tx), try await JudgeCampaign(gathering).checked(in: tx) { $0 },
                try await JudgeCampaign(gathering).perform(in: tx),
                try await ExplainVerdicts(gathering).perform(in: tx),
                try await CompareParameters(gathering, changes: changes).perform(in: tx)
            )
        }
        #expect(checked.rows == explained.explanations.map { CheckedVerdict($0.verdict, checks: $0.checks) })
        #expect(checked.head.of(checked.rows.map(\.verdict)) == judged)
        let points = checked.rows.flatMap(\.checks)
        #expect(points.contains { $0.items.count > 1 }, "the control: an order of items shows")
        #expect(compared == ParameterComparison(whole, changed: try CompareParameters.changed(whole.parameters, by: changes)))
        #expect(compared.rows.contains { $0.before != $0.after }, "the control: before and after differ")
    }

    @Test("the control: one row taken away is seen")
    func control() async throws {
        let (rows, campaign) = try await plant(40, seed: 7, in: "district_102", prefix: "K")
        let day = Plans.day("2023-12-31")
        let gathering = GatherLedger(campaign: campaign, review: .final, isFrozen: true, asOf: day, tier: .subUnits)
        func gather() async throws -> LedgerFile {
            try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                try await gathering.perform(in: tx)
            }
        }
        let before = try await gather()
        let accepted = try #require(
            rows.ledgers.flatMap(\.stories).first { story in story.acts.contains { $0.kind == "accepted" } && story.isLead })
        try await province.asSuperuser("DELETE FROM district_102.ruling WHERE item_id = '\(accepted.id)' AND kind = 'accepted'")
        #expect(try await gather() != before)
    }

    @Test("the control: an act that decides whether a figure, a step or a deadline counts is seen when it is taken away")
    func confirmations() async throws {
        let (rows, campaign) = try await plant(60, seed: 11, in: "dept_snv", prefix: "C")
        let gathering = GatherLedger(
            campaign: campaign, review: .interim, isFrozen: true, asOf: Plans.day("2023-12-31"), tier: .subUnits)
        func gather() async throws -> [LedgerItem] {
            try await province.read(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                try await gathering.perform(in: tx)
            }.units.flatMap(\.items)
        }
        func facts(_ items: [LedgerItem]) -> (figures: Int, steps: Int, deliveries: Int) {
            (
                items.count { $0.measure?.actual != nil && !$0.isAccepted },
                items.count { if case .task(let percent) = $0.work { percent >= 50 && percent < 100 } else { false } },
                items.reduce(0) { $0 + $1.occurrences.count { $0.completedOn != nil } }
            )
        }
        let before = facts(try await gather())
        #expect(before.figures > 0 && before.steps > 0 && before.deliveries > 0)
        #expect(rows.ledgers.flatMap(\.stories).contains { !$0.deadlines.isEmpty })
        try await province.asSuperuser("DELETE FROM dept_snv.ruling WHERE kind = 'confirmed'")
        let after = facts(try await gather())
        #expect(after.figures == 0 && after.deliveries == 0)
        // What is due by the interim end needs no confirmation of the half.
        #expect(after.steps < before.steps)
    }

    @Test("comes district by district, each unit once and whole; one without any item comes too, and nothing can be said of it")
    func streamed() async throws {
        let day = Plans.day("2023-12-31")
        let (first, second) = (try await province.freshDistrict(), try await province.freshDistrict())
        let (rows, campaign) = try await plant(30, seed: 5, in: first, prefix: "S")
        _ = try await plant(30, seed: 6, in: second, prefix: "S")
        let tenants = [province.tenant(first), province.tenant(second)]
        let (file, units, seen) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
            let file = LedgerFile(
                campaign: campaign, review: .final, isFrozen: true, asOf: day, parameters: JudgementParameters(record.plan), units: [])
            // The sub-units first: in what order they are asked for does not matter.
            var units: [JudgedUnit] = []
            for tier in [JudgedTier.subUnits, .firstTier] {
                units += try await JudgedUnit.list(tier, of: record.id, review: .final, on: day, in: tx)
                    .filter { tenants.contains($0.tenant) }
            }
            let seen = Mutex<[(unit: JudgedUnit, ledger: LedgerFile.Unit)]>([])
            _ = try await LedgerFile.Unit.gather(
                units, of: record.id, at: LedgerMoment(asOf: day, knownOn: nil), interimEnd: file.parameters.interimEnd, in: tx
            ) { unit in
                WholeLedger(unit, unit.ledger([])) { unit, ledger in seen.withLock { $0.append((unit: unit, ledger: ledger)) } }
            }
            return (file, units, seen.withLock { $0 })
        }
        #expect(seen.count == units.count && Set(seen.map(\.unit)) == Set(units))
        let turns = seen.map(\.unit.tenant).reduce(into: [Tenant.ID]()) { turns, tenant in
            if turns.last != tenant { turns.append(tenant) }
        }
        #expect(turns.count == 2, "the units of one district come together")
        let number = first.dropFirst("district_".count)
        for row in rows.ledgers {
            let expected = row.stories.compactMap { $0.item(at: day, interimEnd: file.parameters.interimEnd) }
            let ledger = seen.first { $0.unit.code == "\(number)/\(row.code)" }?.ledger
            #expect(ledger.map { Set($0.items) } == Set(expected), "\(row.code)")
            #expect(ledger?.items == ledger?.items.sorted { ($0.assignedOn, $0.code) < ($1.assignedOn, $1.code) })
        }
        let empty = seen.filter(\.ledger.items.isEmpty)
        #expect(empty.contains(where: \.unit.isFirstTier) && empty.contains { !$0.unit.isFirstTier } && empty.count < seen.count)
        for (unit, ledger) in empty {
            let verdict = Judgement.judge(ledger, in: file)
            #expect(verdict.verdict == .insufficientBasis && verdict.code == unit.code && verdict.failures.isEmpty)
        }
        let gathering = GatherLedger(campaign: campaign, review: .final, isFrozen: true, asOf: day, unit: String(number))
        let judged = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await JudgeCampaign(gathering).perform(in: tx)
        }
        #expect(judged.units.map(\.verdict) == [.insufficientBasis])
    }

    @Test("is the same where most is done, and what is open is looked up instead of joined")
    func settled() async throws {
        let slug = try await province.freshDistrict()
        let (rows, campaign) = try await plant(2_000, seed: 13, in: slug, prefix: "D", isSettled: true)
        let (number, tenant) = (slug.dropFirst("district_".count), province.tenant(slug))
        for (review, day, _) in Self.moments {
            let (ledgers, interimEnd) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
                let interimEnd = JudgementParameters(record.plan).interimEnd
                let units = try await JudgedUnit.list(.subUnits, of: record.id, review: review, on: day, in: tx)
                    .filter { $0.tenant == tenant }
                let kept = try await LedgerFile.Unit.gather(
                    units, of: record.id, at: LedgerMoment(asOf: day, knownOn: nil), interimEnd: interimEnd, in: tx
                ) { unit in
                    WholeLedger(unit, unit.ledger([])) { unit, ledger in (code: unit.code, items: ledger.items) }
                }
                return (Dictionary(uniqueKeysWithValues: kept.values.map { ($0.code, $0.items) }), interimEnd)
            }
            for row in rows.ledgers {
                let expected = row.stories.compactMap { $0.item(at: day, interimEnd: interimEnd) }
                #expect(ledgers["\(number)/\(row.code)"].map { Set($0) } == Set(expected), "\(row.code) at \(day)")
            }
            let all = ledgers.values.joined()
            let open = all.count { !$0.isAccepted || $0.measure != nil }
            #expect(open > 0 && (day != Self.moments[2].1 || 4 * open < all.count), "the control: at the end little is open")
        }
    }

    // MARK: - Planting

    /// - Parameter isSettled: most tasks are done, and little else is there.
    private func plant(
        _ count: Int, seed: UInt64, in tenant: String = "district_101", prefix: String = "N", isSettled: Bool = false
    ) async throws -> (StoryRows, campaign: String) {
        let bench = try await LedgerBench(province)
        var random = SeededGenerator(seed: seed)
        var number = 0
        let ledgers = (0..<count).map { index in
            let stories = (0..<Int(random.next() % 7)).compactMap { _ -> RandomStory? in
                number += 1
                let story = RandomStory(number, using: &random)
                let isDone = story.measure == nil && story.acts.contains { $0.kind == "accepted" }
                return !isSettled || isDone || random.chance(5) ? story : nil
            }
            return (unit: RandomStory.uuid(&random), code: "\(prefix)\(index)", stories: stories)
        }
        let rows = StoryRows(
            tenant: province.tenant(tenant), schema: tenant, campaign: bench.campaign, directive: bench.directive.uuid,
            post: province.post(of: .unitHead, in: tenant).uuid, ledgers: ledgers)
        try await rows.insert(in: province)
        return (rows, bench.campaign)
    }
}
