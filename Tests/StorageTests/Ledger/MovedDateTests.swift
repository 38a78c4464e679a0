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

    /// Of each item the date that a review finds, and the one that the ledger shows.
    private func judged(_ bench: LedgerBench, _ today: CivilDate) async throws -> [(String, CivilDate?, CivilDate?)] {
        let file = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await GatherLedger(campaign: bench.campaign, review: .interim, asOf: today).perform(in: tx)
        }
        let entries = try await bench.list(LedgerFilter(directive: bench.directive), in: "dept_snv")
        let stored = Dictionary(uniqueKeysWithValues: entries.map { ($0.item.code, $0.item.terms.dueOn) })
        return file.units.flatMap(\.items).compactMap { item in
            guard let due = stored[item.code] else { return nil }
            return (item.code, item.dueDate(at: today), due)
        }
    }
}
