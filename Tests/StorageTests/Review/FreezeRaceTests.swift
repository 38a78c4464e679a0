import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Who extends an item and who freezes the review at the same moment: one is first, and both know which.
@Suite("An extension and the freeze at once", .province, .serialized, .timeLimit(.minutes(30)))
struct FreezeRaceTests {
    private let province = Province.current

    private func ready(_ campaign: String) async throws -> ReviewBench {
        let bench = try await ReviewBench(province, campaign: campaign)
        try await bench.open()
        // All agree, so that it is frozen within the settle days: what is recorded after them is not in it, whoever was first.
        for unit in try await bench.show().units { try await bench.confirm(in: unit.slug.text) }
        return bench
    }

    private func extend(_ item: WorkItem.ID, in tx: borrowing TenantTransaction) async throws {
        _ = try await DecideExtension(
            item: item, isGranted: true, dueOn: Plans.day("2023-06-12"), isPostFacto: true, decidedOn: Plans.day("2023-06-15"),
            documentNumber: "90/UBND-TH"
        ).perform(in: tx, ids: .system)
    }

    /// A wait for a lock that took too long on a busy machine is no answer: asked again.
    private func patiently<R: Sendable>(_ act: () async throws -> R) async throws -> R {
        while true {
            do {
                return try await act()
            } catch let problem as Problem where problem.code == "unavailable" {
                await Task.yield()
            }
        }
    }

    /// How many hold the turn of this province, or wait for it.
    private func turns(_ mode: String, granted: Bool) async throws -> Int {
        try await province.count(
            """
            SELECT count(*)
            FROM pg_locks AS l
                JOIN pg_database AS d ON d.oid = l.database
            WHERE d.datname = current_database()
              AND l.locktype = 'advisory'
              AND (l.classid::bigint << 32) + l.objid::bigint = core.ledger_turn()
              AND l.mode = \(mode)
              AND l.granted = \(granted)
            """)
    }

    /// Keeps a transaction open, and never idle, until something is so.
    private func hold(_ tx: borrowing TenantTransaction, until isSo: () async throws -> Bool) async throws {
        while try await !isSo() { _ = try await ListCampaigns().perform(in: tx) }
    }

    private func wait(until isSo: () async throws -> Bool) async throws {
        while try await !isSo() { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// One of the two legal states: in the snapshot and recorded before it, or not in it and recorded after it.
    private func isLegal(_ bench: ReviewBench) async throws -> (isIn: Bool, isBefore: Bool) {
        let showing = ShowSnapshot(campaign: bench.campaign, review: .interim)
        let ledger = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await showing.ledger(in: tx)
        }
        let items = ledger.units.first { $0.code == "101" }?.items ?? []
        let before = try await province.count(
            """
            SELECT count(*)
            FROM core.extension_step AS x
                JOIN core.review_snapshot AS s ON x.recorded_at < s.frozen_at
                JOIN core.review AS r ON r.id = s.review_id
                JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE x.item_id = \(bench.late) AND c.code = \(bench.campaign)
            """)
        #expect(try await province.count("SELECT count(*) FROM core.extension_step WHERE item_id = \(bench.late)") == 1)
        #expect(try await bench.verify().faults.isEmpty)
        // The file shows what the unit was given beside this campaign too.
        return (items.contains { $0.isInCampaign && !$0.extensions.isEmpty }, before == 1)
    }

    @Test("the extension first: the freeze waits for it and has it")
    func extensionFirst() async throws {
        let bench = try await ready("DUA-1")
        async let extended: Void = province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await extend(bench.late, in: tx)
            try await hold(tx) { try await turns("ExclusiveLock", granted: false) > 0 }
        }
        // Whoever comes before the extension has the turn would be first himself.
        try await wait { try await turns("ShareLock", granted: true) > 0 }
        let frozen = try await patiently { try await bench.freeze() }
        try await extended
        #expect(frozen.snapshot.version == 1)
        let state = try await isLegal(bench)
        #expect(state.isIn && state.isBefore)
        #expect(try await bench.judge().short.contains("101 pending"), "the item was in time by its new date")
    }

    @Test("the freeze first: the extension waits for it, is recorded after it, and is not in it")
    func freezeFirst() async throws {
        let bench = try await ready("DUA-2")
        let freezing = FreezeReview(campaign: "DUA-2", review: .interim)
        async let frozen: Void = province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await freezing.perform(in: tx)
            try await hold(tx) { try await turns("ShareLock", granted: false) > 0 }
        }
        try await wait { try await turns("ExclusiveLock", granted: true) > 0 }
        try await patiently {
            try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                try await extend(bench.late, in: tx)
            }
        }
        try await frozen
        let state = try await isLegal(bench)
        #expect(!state.isIn && !state.isBefore)
        #expect(try await bench.judge().short.contains("101 fail"))
    }

    @Test("at once, ten times: always one of the two")
    func race() async throws {
        for number in 1...10 {
            let bench = try await ready("DUA-3-\(number)")
            async let extended: Void = patiently {
                try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                    try await extend(bench.late, in: tx)
                }
            }
            async let frozen: FreezeReview.Answer = patiently { try await bench.freeze() }
            _ = try await (extended, frozen)
            let state = try await isLegal(bench)
            #expect(state.isIn == state.isBefore, "\(state)")
        }
    }

    @Test("the control: without the turn an extension is recorded before the freeze and yet not in it")
    func control() async throws {
        let bench = try await ready("DUA-4")
        try await province.asSuperuser(
            "DROP TRIGGER waits_for_the_freeze ON core.extension_step; DROP TRIGGER waits_for_the_freeze ON core.work_item")
        let (written, frozen) = (Flag(), Flag())
        async let extended: Void = province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await extend(bench.late, in: tx)
            await written.raise()
            try await hold(tx) { await frozen.isUp }
        }
        try await wait { await written.isUp }
        try await bench.freeze()
        await frozen.raise()
        try await extended
        let state = try await isLegal(bench)
        #expect(!state.isIn && state.isBefore)
    }
}

/// Tells one side that the other has come so far.
private actor Flag {
    private(set) var isUp = false

    func raise() { isUp = true }
}
