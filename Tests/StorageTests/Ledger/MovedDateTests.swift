import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The date that the ledger shows is the one that a review holds the item to: rule 1 of the ledger file, walked over what was recorded.
@Suite("Dates that were moved", .province, .serialized, .timeLimit(.minutes(30)))
struct MovedDateTests {
    let province = Province.current

    @Test("are the review's, whatever was asked, granted, refused, signed afterwards or changed, in whatever order", arguments: 0..<6)
    func sameAsJudged(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed + 1))
        var today = LedgerBench.day("2023-05-02")
        func move(to day: CivilDate) async throws { try await province.asSuperuser("SELECT core.move_business_date('\(day)')") }
        try await move(to: today)
        let bench = try await LedgerBench(province)
        var items: [WorkItem.ID] = []
        for offset in 0..<8 {
            items.append(try await bench.assign(bench.task(to: "dept_snv", due: today.adding(days: 5 + 4 * offset).description)))
        }
        for _ in 0..<60 {
            if random.chance(30) {
                today = today.adding(days: Int(random.next() % 3) + 1)
                try await move(to: today)
            }
            // What is out of order is refused: the point is what was let through.
            _ = try? await act(on: random.one(of: items), today: today, &random)
        }
        var moved = 0
        for (item, due, stored) in try await judged(bench, today) {
            #expect(due == stored, "\(item)")
            if due != nil { moved += 1 }
        }
        #expect(moved == items.count)
        // As of a past day, with all that is known by now, lists say what a review of that day finds.
        for days in [2, 6, 12] {
            let day = max(today.adding(days: -days), LedgerBench.day("2023-05-02"))
            for (item, due, stored) in try await judged(bench, day, at: LedgerMoment(asOf: day, knownOn: nil)) {
                #expect(due == stored, "\(item) as of \(day)")
            }
        }
    }

    private func act(on item: WorkItem.ID, today: CivilDate, _ random: inout SeededGenerator) async throws {
        let earlier = today.adding(days: -Int(random.next() % 4))
        let later = today.adding(days: Int(random.next() % 40) - 5)
        let kind = random.next() % 10
        let isGranted = random.chance(70)
        switch kind {
        case 0..<4:
            try await province.write(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                _ = try await AskExtension(item: item, dueOn: later, reason: "x", askedOn: earlier).perform(in: tx, ids: .system)
            }
        case 4..<8:
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await DecideExtension(item: item, isGranted: isGranted, decidedOn: earlier, documentNumber: "1", reason: "x")
                    .perform(in: tx, ids: .system)
            }
        case 8:
            try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await DecideExtension(
                    item: item, isGranted: true, dueOn: later, isPostFacto: true, decidedOn: earlier, documentNumber: "2"
                ).perform(in: tx, ids: .system)
            }
        default:
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                guard let found = try await LedgerEntry.find(item, in: tx)?.item else { return }
                var changes = ChangeItem.Changes()
                changes.dueOn = later
                var change = ChangeItem(id: item, version: found.version, changes: changes, reason: "x")
                change.documentNumber = "3/UBND"
                try await change.perform(in: tx)
            }
        }
    }

    @Test("are as of a past day what the papers of that day made them, in lists and in the motto: what was signed later moves nothing")
    func signedLater() async throws {
        func move(to day: String) async throws { try await province.asSuperuser("SELECT core.move_business_date('\(day)')") }
        try await move(to: "2023-07-20")
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: "dept_snv", due: "2023-06-20"))
        try await bench.complete(item, on: "2023-06-25", in: "dept_snv")
        let code = try await bench.show(item).entry.item.code
        func signed(on day: String, to due: String) async throws {
            let deciding = DecideExtension(
                item: item, isGranted: true, dueOn: LedgerBench.day(due), isPostFacto: true, decidedOn: LedgerBench.day(day),
                documentNumber: "90/UBND-TH")
            _ = try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                try await deciding.perform(in: tx, ids: .system)
            }
        }
        try await signed(on: "2023-07-03", to: "2023-06-28")
        func seen(_ day: String) async throws -> [String?] {
            let moment = LedgerMoment(asOf: LedgerBench.day(day), knownOn: nil)
            let listed = try await bench.list(LedgerFilter(directive: bench.directive), at: moment).first
            let showing = ShowMotto(
                GatherLedger(campaign: bench.campaign, review: .interim, asOf: LedgerBench.day(day), unit: "SNV", isLive: true))
            let late = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await showing.perform(in: tx)
            }.indicators.flatMap(\.figures).first { $0.measure == .late }
            return [
                listed?.item.terms.dueOn?.description, listed?.standing.timeliness.rawValue,
                late.map { "\($0.sources.contains { $0.code == code })" },
            ]
        }
        #expect(try await seen("2023-06-30") == ["2023-06-20", "completedLate", "true"])
        #expect(try await seen("2023-07-03") == ["2023-06-28", "completedOnTime", "false"])
    }

    /// Of each item the date that a review finds, and the one that the ledger shows.
    private func judged(
        _ bench: LedgerBench, _ today: CivilDate, at moment: LedgerMoment = .now
    ) async throws -> [(String, CivilDate?, CivilDate?)] {
        let file = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await GatherLedger(campaign: bench.campaign, review: .interim, asOf: today).perform(in: tx)
        }
        let entries = try await bench.list(LedgerFilter(directive: bench.directive), at: moment, in: "dept_snv")
        let stored = Dictionary(uniqueKeysWithValues: entries.map { ($0.item.code, $0.item.terms.dueOn) })
        return file.units.flatMap(\.items).compactMap { item in
            guard let due = stored[item.code] else { return nil }
            return (item.code, item.dueDate(at: today), due)
        }
    }
}
