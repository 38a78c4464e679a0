import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Work that is cut anew", .province, .timeLimit(.minutes(30)))
struct CorrectionTests {
    private let province = Province.current
    private let tenant = "dept_snv"
    private let record = CorrectionRecord(documentNumber: "12/BB-VP", reason: "Hai việc trong một dòng")

    private func split(_ item: WorkItem.ID, as role: Role = .officeMonitor) async throws -> [WorkItem.ID] {
        let splitting = SplitItem(item: item, parts: [.init(title: "Xây dựng đề án"), .init(title: "Trình phê duyệt")], record: record)
        return try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await splitting.perform(in: tx, ids: .system)
        }
    }

    private func merge(_ items: [WorkItem.ID]) async throws -> WorkItem.ID {
        let merging = MergeItems(items: items, title: "Một việc", record: record)
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await merging.perform(in: tx, ids: .system)
        }
    }

    @Test("into parts that are given and due as the whole was, which its record cancels")
    func parts() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: tenant))
        let parts = try await split(whole)
        let old = try await bench.show(whole)
        #expect(old.entry.standing.state == .cancelled)
        #expect(old.correction?.kind == .split && old.correction?.replaced == [old.entry.item.code])
        for part in parts {
            let made = try await bench.show(part)
            #expect(
                made.entry.item.assignedOn == old.entry.item.assignedOn && made.entry.item.originalDueOn == old.entry.item.originalDueOn)
            #expect(made.entry.names.campaign == old.entry.names.campaign && made.correction == old.correction)
        }
        #expect(old.correction?.made.count == 2)
    }

    @Test("into one that is given on the first of the days and due on the first of the dates")
    func one() async throws {
        let bench = try await LedgerBench(province)
        let early = try await bench.assign(bench.task(to: tenant, due: "2023-06-30"))
        let late = try await bench.assign(bench.task(to: tenant, due: "2023-11-30"))
        let made = try await bench.show(try await merge([late, early]))
        #expect(made.entry.item.originalDueOn == LedgerBench.day("2023-06-30"))
        for item in [early, late] { #expect(try await bench.show(item).entry.standing.state == .cancelled) }
        #expect(made.correction?.kind == .merged && made.correction?.replaced.count == 2)
    }

    @Test("a target is measured when it was before; of several only at the end of the year where all were")
    func yearEnd() async throws {
        let bench = try await LedgerBench(province)
        func target(atYearEnd: Bool) async throws -> WorkItem.ID {
            var target = bench.target(to: tenant, atLeast: "90")
            target.goal?.isMeasuredAtYearEnd = atYearEnd
            return try await bench.assign(target)
        }
        func isAtYearEnd(_ item: WorkItem.ID) async throws -> Bool? {
            try await bench.show(item).entry.item.terms.goal?.isMeasuredAtYearEnd
        }
        let whole = try await target(atYearEnd: true)
        let goal = WorkItem.Goal(direction: .atLeast, target: Quantity("45")!, unit: "%")
        let splitting = SplitItem(item: whole, parts: [.init(title: "Một", goal: goal), .init(title: "Hai")], record: record)
        let parts = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await splitting.perform(in: tx, ids: .system)
        }
        for part in parts { #expect(try await isAtYearEnd(part) == true) }
        #expect(try await isAtYearEnd(try await merge(parts)) == true)
        let mixed = try await merge([try await target(atYearEnd: true), try await target(atYearEnd: false)])
        #expect(try await isAtYearEnd(mixed) == false)
    }

    @Test("never once a result was sent, the date was moved or part of it handed on, nor across units, nor without a record")
    func refusals() async throws {
        let bench = try await LedgerBench(province)
        let sent = try await bench.assign(bench.task(to: tenant))
        try await bench.report(
            ReportProgress(
                item: sent, isResult: true, evidenceOn: LedgerBench.day("2023-06-12"), documentNumber: "1/BC", narrative: "Xong"),
            in: tenant)
        #expect(await province.refusal { _ = try await split(sent) }?.code == "not-cut-anew")
        var monthly = bench.task(to: tenant, due: "2023-12-31")
        monthly.occurrences = [LedgerBench.day("2023-05-25")]
        let periodic = try await bench.assign(monthly)
        #expect(await province.refusal { _ = try await split(periodic) }?.code == "not-cut-anew")
        let here = try await bench.assign(bench.task(to: tenant))
        let there = try await bench.assign(bench.task(to: "dept_ttt"))
        #expect(await province.refusal { _ = try await merge([here, there]) }?.fields.map(\.path) == ["$.items[1]"])
        let own = try await bench.assign(bench.task(to: "dept_vpub"))
        #expect(await province.refusal { _ = try await split(own) }?.code == "own-work")
        let nameless = SplitItem(
            item: here, parts: [.init(title: "Một")], record: CorrectionRecord(documentNumber: " ", reason: ""))
        let refused = await province.refusal {
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await nameless.perform(in: tx, ids: .system)
            }
        }
        #expect(refused.map { Set($0.fields.map(\.path)) } == ["$.documentNumber", "$.reason", "$.parts"])
    }

    @Test("as one whole in the database: a record without its items, or with other dates, is taken back")
    func whole() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: tenant))
        let fields = """
            INSERT INTO core.item_correction (tenant_id, id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by, recorded_on)
            SELECT i.tenant_id, '0197a5d0-0000-7000-8000-00000000c0de', i.unit_id, i.assigner_tenant_id, 'split', '2023-06-20', '1', 'x', i.assigner_post_id,
                '2023-06-20'
            FROM core.work_item AS i WHERE i.id = '\(whole)'
            """
        await #expect(throws: (any Error).self) { try await province.asSuperuser(fields) }
        // The control: without the trigger the same statement stays.
        try await province.asSuperuser("SET session_replication_role = replica; \(fields)")
    }
}
