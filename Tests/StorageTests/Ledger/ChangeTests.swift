import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A change by the assigner", .province, .timeLimit(.minutes(30)))
struct ChangeTests {
    let province = Province.current

    private func change(
        _ id: WorkItem.ID, version: Int, as role: Role = .officeMonitor, by document: String = "15/UBND-TH",
        _ edit: (inout ChangeItem.Changes) -> Void
    ) async -> Problem? {
        var changes = ChangeItem.Changes()
        edit(&changes)
        var change = ChangeItem(id: id, version: version, changes: changes, reason: "Công văn 15/UBND-TH")
        change.documentNumber = document
        return await province.refusal {
            try await province.write(as: role, to: .province) { [change] (tx: borrowing TenantTransaction) in
                try await change.perform(in: tx)
            }
        }
    }

    @Test("keeps what stood before, the first due date for ever, and reaches who co-ordinates")
    func trace() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", due: "2023-06-22", coordinators: ["district_101"]))
        #expect(
            await change(id, version: 1) {
                $0.dueWords = "đến ngày 25/6/2023"
                $0.title = "Việc đã sửa"
            } == nil)
        #expect(await change(id, version: 2) { $0.provinceLeader = .some(province.post(of: .chairman)) } == nil)
        let detail = try await bench.show(id, in: "dept_snv")
        #expect(detail.entry.item.version == 3)
        #expect(detail.entry.item.terms.dueOn == CivilDate("2023-06-25"))
        #expect(detail.entry.item.originalDueOn == CivilDate("2023-06-22"))
        #expect(detail.changes.map(\.dueOn) == [CivilDate("2023-06-22"), CivilDate("2023-06-25")])
        #expect(detail.changes.first?.title == "Báo cáo kết quả")
        #expect(detail.changes.first?.reason == "Công văn 15/UBND-TH")
        #expect(detail.changes.first?.changedBy == province.post(of: .officeMonitor))
        let helper = try await bench.list(LedgerFilter(directive: bench.directive), in: "district_101").first?.item
        #expect(helper?.terms.title == "Việc đã sửa")
        #expect(helper?.terms.dueOn == CivilDate("2023-06-25"))
    }

    @Test("moves the due date to a later day by a paper alone, past the program as well, and that is counted apart from what was extended")
    func laterByAPaper() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", due: "2023-06-25", coordinators: ["district_101"]))
        let nameless = await change(id, version: 1, by: "") { $0.dueOn = CivilDate("2023-06-28") }
        #expect(nameless?.fields.map(\.path) == ["$.documentNumber"])
        // Nobody gains by an earlier day, nor by other words.
        #expect(await change(id, version: 1, by: "") { $0.dueOn = CivilDate("2023-06-22") } == nil)
        #expect(await change(id, version: 2, by: "") { $0.title = "Việc đã sửa" } == nil)
        #expect(try await bench.show(id).laterByTheAssigner.isEmpty)
        #expect(await change(id, version: 3) { $0.dueOn = CivilDate("2023-06-28") } == nil)
        try await province.write(as: .unitHead, in: "dept_snv") { (tx: borrowing TenantTransaction) in
            _ = try await AskExtension(item: id, dueOn: LedgerBench.day("2023-07-05"), reason: "x").perform(in: tx, ids: .system)
        }
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await DecideExtension(item: id, isGranted: true, documentNumber: "88/UBND-TH").perform(in: tx, ids: .system)
        }
        let detail = try await bench.show(id)
        #expect(detail.laterByTheAssigner.map(\.dueOn) == [CivilDate("2023-06-22")])
        #expect(detail.laterByTheAssigner.map(\.documentNumber) == ["15/UBND-TH"] && detail.extensions.granted == 1)

        let attack =
            "UPDATE core.work_item SET due_on = '2023-08-01', change_document_number = '', change_document_issuer = '', change_document_on = NULL WHERE id = '\(id)'"
        #expect(try await province.raw(.officeMonitor, provinceWide: true, attack)?.constraint == "later_date_by_a_paper")
        // Negative control: without the constraint the same passes.
        try await province.asSuperuser("ALTER TABLE core.work_item_change DROP CONSTRAINT later_date_by_a_paper")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, attack) == nil)
        try await province.asSuperuser(
            "ALTER TABLE core.work_item_change ADD CONSTRAINT later_date_by_a_paper CHECK (NOT moves_later OR document_number <> '')")
    }

    @Test("of a target keeps what is not named: its baseline, who confirms it, and when it is measured")
    func goalKept() async throws {
        let bench = try await LedgerBench(province)
        var target = bench.target(to: "dept_snv", atLeast: "7")
        target.goal = WorkItem.Goal(
            direction: .atMost, target: Quantity("7")!, unit: "%", baseline: Quantity("9"), isMeasuredAtYearEnd: true,
            confirmer: WorkItem.Confirmer(name: "Cục Thống kê tỉnh"))
        let id = try await bench.assign(target)
        func change(version: Int, _ edit: (inout ChangeItem.Goal) -> Void) async -> Problem? {
            var goal = ChangeItem.Goal()
            edit(&goal)
            return await self.change(id, version: version, by: "") { $0.goal = goal }
        }
        #expect(await change(version: 1) { $0.target = Quantity("6.5") } == nil)
        let kept = try await bench.show(id).entry.item.terms.goal
        #expect(kept?.target == Quantity("6.5") && kept?.baseline == Quantity("9") && kept?.unit == "%" && kept?.direction == .atMost)
        #expect(kept?.isMeasuredAtYearEnd == true && kept?.confirmer?.name == "Cục Thống kê tỉnh")
        // Before the day of the review the mark needs no paper; what is taken off goes by its name.
        #expect(await change(version: 2) { $0.isMeasuredAtYearEnd = false } == nil)
        #expect(await change(version: 3) { $0.baseline = .some(nil) }?.fields.map(\.path) == ["$.goal.baseline"])
        #expect(try await bench.show(id).entry.item.terms.goal?.isMeasuredAtYearEnd == false)
        #expect(await change(version: 3) { $0.confirmer = .some(nil) } == nil)
        #expect(try await bench.show(id).entry.item.terms.goal?.confirmer == nil)
        let task = try await bench.assign(bench.task(to: "dept_snv"))
        var goal = ChangeItem.Goal()
        goal.isMeasuredAtYearEnd = true
        let marked = goal
        #expect(await self.change(task, version: 1) { $0.goal = marked }?.fields.map(\.path) == ["$.goal"])
    }

    @Test("of two at once is one; the other is told that it read an old version", arguments: 0..<5)
    func twoAtOnce(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv"))
        let answers = await withTaskGroup(of: Problem?.self) { group in
            for (role, title) in [(Role.officeMonitor, "Một"), (.officeChief, "Hai")] {
                group.addTask { await change(id, version: 1, as: role) { $0.title = title } }
            }
            return await group.reduce(into: [Problem?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
        #expect(answers.compactMap(\.?.kind) == [.stale])
        #expect(try await bench.show(id).entry.item.version == 2)
    }

    @Test("is refused without reason, without a date where there was one, and with faults of its own")
    func faults() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv"))
        #expect(await change(id, version: 1) { $0.dueWords = "thường xuyên" }?.fields.map(\.path) == ["$.dueOn"])
        #expect(await change(id, version: 1) { $0.dueOn = CivilDate("2023-01-01") }?.fields.map(\.path) == ["$.dueOn"])
        #expect(await change(id, version: 1) { $0.sector = "ZZ" }?.fields.map(\.path) == ["$.sector"])
        #expect(await change(id, version: 9) { $0.title = "x" }?.kind == .stale)
        let unexplained = await province.refusal {
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ChangeItem(id: id, version: 1, changes: .init(), reason: " ").perform(in: tx)
            }
        }
        #expect(unexplained?.fields.map(\.path) == ["$.reason"])
        // Nothing changed is said, and leaves the version as it was.
        #expect(await change(id, version: 1) { _ in }?.fields.map(\.path) == ["$"])
        #expect(try await bench.show(id).entry.item.version == 1)
    }

    @Test("gives an item without a date its first one, which then stays")
    func firstDate() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", due: nil))
        #expect(try await bench.show(id).entry.standing.timeliness == .noDueDate)
        #expect(await change(id, version: 1) { $0.dueOn = CivilDate("2023-07-31") } == nil)
        #expect(await change(id, version: 2) { $0.dueOn = CivilDate("2023-08-31") } == nil)
        #expect(try await bench.show(id).entry.item.originalDueOn == CivilDate("2023-07-31"))
    }

    @Test(
        "cannot touch what an item was given as, not even by SQL",
        arguments: [
            "original_due_on = '2023-12-31'", "assigned_on = '2023-01-01'", "kind = 'target'", "code = 'X'", "recorded_on = '2023-06-01'",
            "assigner_post_id = core.new_id()", "tenant_id = core.new_id()",
        ])
    func givenAs(assignment: String) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv"))
        let refused = try await province.raw(
            .officeMonitor, provinceWide: true, "UPDATE core.work_item SET \(assignment) WHERE id = '\(id)'")
        #expect(["TD422", "42501", "23514"].contains(refused?.sqlState))
    }

    @Test("of what a district gave is the district's, and of a commune's head what he gave himself")
    func inside() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await bench.assign(bench.task(to: "district_101"))
        let first = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        let second = try await bench.handOn(HandOnItem(parent: first, unit: "TT01"), as: .subUnitHead, in: "district_101", unit: "10101")
        func rename(_ id: WorkItem.ID, as role: Role, unit: String?) async -> Problem? {
            var changes = ChangeItem.Changes()
            changes.title = "Sửa"
            let change = ChangeItem(id: id, version: 1, changes: changes, reason: "x")
            return await province.refusal {
                try await province.write(as: role, in: "district_101", unit: unit) { (tx: borrowing TenantTransaction) in
                    try await change.perform(in: tx)
                }
            }
        }
        #expect(await rename(first, as: .subUnitHead, unit: "10101") == .notAllowed)
        #expect(await rename(second, as: .subUnitHead, unit: "TT01") == .notAllowed)
        #expect(await rename(second, as: .subUnitHead, unit: "10101") == nil)
        #expect(await rename(first, as: .unitCoordinator, unit: nil) == nil)
        // The Office reads it and assigned none of it.
        let office = await province.refusal {
            try await province.write(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) { (tx: borrowing TenantTransaction) in
                try await ChangeItem(id: first, version: 2, changes: .init(), reason: "x").perform(in: tx)
            }
        }
        #expect(office == .notAllowed)
    }
}
