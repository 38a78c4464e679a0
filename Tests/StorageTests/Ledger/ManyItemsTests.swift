import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("One decision on many items", .province, .timeLimit(.minutes(30)))
struct ManyItemsTests {
    let province = Province.current
    private let tenant = "dept_snv"

    private func waiting(_ bench: LedgerBench, _ count: Int) async throws -> [WorkItem.ID] {
        var items: [WorkItem.ID] = []
        for _ in 0..<count {
            let item = try await bench.assign(bench.task(to: tenant))
            try await bench.report(
                ReportProgress(item: item, isResult: true, evidenceOn: CivilDate("2023-06-12"), documentNumber: "1/BC", narrative: "Xong"),
                in: tenant)
            items.append(item)
        }
        return items
    }

    private func perform(_ deciding: DecideOnItems) async throws -> [DecideOnItems.Outcome] {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await deciding.perform(in: tx, ids: .system)
        }
    }

    @Test("is previewed item by item and changes nothing; then it is done to all")
    func previewed() async throws {
        let bench = try await LedgerBench(province)
        let items = try await waiting(bench, 3)
        let deciding = DecideOnItems(items: items, decision: .ruling(RuleItem(item: items[0], kind: .accepted)))
        let preview = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await deciding.preview(in: tx, ids: .system)
        }
        #expect(preview.map { $0.before?.standing.state } == [.resultSubmitted, .resultSubmitted, .resultSubmitted])
        #expect(preview.map { $0.after?.standing.state } == [.accepted, .accepted, .accepted])
        for item in items { #expect(try await bench.show(item).entry.standing.state == .resultSubmitted) }
        _ = try await perform(deciding)
        for item in items { #expect(try await bench.show(item).entry.standing.state == .accepted) }
    }

    @Test("is done to all or to none: each refusal is named, whether a program or the database refuses")
    func allOrNone() async throws {
        let bench = try await LedgerBench(province)
        var items = try await waiting(bench, 2)
        items.append(try await bench.assign(bench.task(to: tenant)))
        let own = try await bench.assign(bench.task(to: "dept_vpub"))
        items.append(own)
        let absent: WorkItem.ID = IDSource.system.next()
        items.append(absent)
        let deciding = DecideOnItems(items: items, decision: .ruling(RuleItem(item: items[0], kind: .accepted)))
        let preview = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await deciding.preview(in: tx, ids: .system)
        }
        #expect(preview.map { $0.refusal?.code } == [nil, nil, "no-result", "no-result", "not-found"])
        let refused = await province.refusal { _ = try await perform(deciding) }
        #expect(refused?.code == "some-refused")
        #expect(refused?.fields.map(\.path) == ["$.items[2]", "$.items[3]", "$.items[4]"])
        for item in items.prefix(2) { #expect(try await bench.show(item).entry.standing.state == .resultSubmitted) }
        // What the database refuses undoes that item alone: here its row policy, since a part is its unit's to rule on.
        let whole = try await bench.assign(bench.task(to: "district_101"))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: "district_101")
        let cancelling = DecideOnItems(
            items: [whole, part, items[0], items[2]],
            decision: .ruling(RuleItem(item: whole, kind: .cancelled, documentNumber: "9/QĐ", reason: "Theo chỉ đạo")))
        let mixed = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await cancelling.preview(in: tx, ids: .system)
        }
        #expect(mixed.map { $0.refusal?.code } == [nil, "not-allowed", "result-pending", nil])
    }

    @Test("grants the time that each of many asked for")
    func time() async throws {
        let bench = try await LedgerBench(province)
        var items: [WorkItem.ID] = []
        for wished in ["2023-07-10", "2023-07-20"] {
            let item = try await bench.assign(bench.task(to: tenant))
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                _ = try await AskExtension(item: item, dueOn: LedgerBench.day(wished), reason: "x").perform(in: tx, ids: .system)
            }
            items.append(item)
        }
        let decision = DecideExtension(item: items[0], isGranted: true, documentNumber: "88/UBND-TH")
        let done = try await perform(DecideOnItems(items: items, decision: .time(decision)))
        #expect(done.map { $0.after?.item.terms.dueOn } == [CivilDate("2023-07-10"), CivilDate("2023-07-20")])
    }

    @Test("names items, each once, and not too many")
    func faults() async throws {
        let item: WorkItem.ID = IDSource.system.next()
        for items in [[], [item, item], (0...DecideOnItems.most).map { _ in IDSource.system.next() }] {
            let deciding = DecideOnItems(items: items, decision: .ruling(RuleItem(item: item, kind: .accepted)))
            #expect(await province.refusal { _ = try await perform(deciding) }?.fields.map(\.path) == ["$.items"])
        }
    }
}
