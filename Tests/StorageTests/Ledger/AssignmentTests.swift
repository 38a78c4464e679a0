import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("An item that the Office assigns", .province, .timeLimit(.minutes(30)))
struct AssignmentTests {
    let province = Province.current

    @Test("stands in the ledger of its lead, with what it names")
    func stands() async throws {
        let bench = try await LedgerBench(province)
        var form = bench.task(to: "dept_snv", title: "Tham mưu ban hành quy chế", due: nil)
        form.dueWords = "trước ngày 30/6/2023"
        form.submitTo = "UBND tỉnh"
        form.completion = nil
        form.product = "Tờ trình"
        form.content = "III.2.1"
        form.provinceLeader = province.post(of: .viceChairman)
        form.unitLeader = province.post(of: .unitHead, in: "dept_snv")
        let id = try await bench.assign(form)
        let detail = try await bench.show(id, in: "dept_snv")
        let item = detail.entry.item
        #expect(item.tenant == province.tenant("dept_snv"))
        #expect(item.unit == province.unit(nil, in: "dept_snv"))
        #expect(item.assigner == province.tenant("dept_vpub"))
        #expect(item.terms.dueWords == "trước ngày 30/6/2023")
        #expect(item.terms.dueOn == CivilDate("2023-06-29"))
        #expect(item.originalDueOn == CivilDate("2023-06-29"))
        #expect(item.terms.completion == .trinh)
        #expect(item.terms.content == "III.2.1")
        #expect(item.assignedOn == CivilDate("2023-03-20"))
        #expect(item.code.hasPrefix("QĐ"))
        #expect(detail.provinceLeaderTitle == "vice_chairman province")
        #expect(detail.unitLeaderTitle == "unit_head dept_snv")
        #expect(detail.entry.standing.state == .assigned)
        #expect(detail.entry.names.tenant.text == "dept_snv")
    }

    @Test("without a date says by which day frozen figures judge it; who co-ordinates is judged by none (A26)")
    func undated() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", due: nil, coordinators: ["district_101"]))
        let detail = try await bench.show(id, in: "dept_snv")
        #expect(detail.judgedDueOn == CivilDate("2023-12-31") && detail.fixDateBy != nil)
        #expect(detail.dueWords == "chưa có thời hạn; nếu không ấn định, khi chốt số liệu xét theo thời hạn 31/12/2023")
        #expect(try await bench.show(id).judgedDueOn == CivilDate("2023-12-31"), "the Office is told too")
        let helping = try #require(try await bench.list(LedgerFilter(directive: bench.directive), in: "district_101").first).item.id
        #expect(try await bench.show(helping, in: "district_101").dueWords == "chưa có thời hạn")
        let dated = try await bench.show(try await bench.assign(bench.task(to: "dept_snv")), in: "dept_snv")
        #expect(dated.judgedDueOn == nil && dated.dueWords == "30/06/2023")
    }

    @Test("keeps a due date on a Sunday where it is")
    func sunday() async throws {
        let bench = try await LedgerBench(province)
        var form = bench.task(to: "SNV", due: nil)
        form.dueWords = "trong năm 2023"
        let item = try await bench.show(try await bench.assign(form), in: "dept_snv").entry.item
        #expect(item.terms.dueOn == CivilDate("2023-12-31"))
        #expect(item.terms.dueOn?.weekday == .sunday)
    }

    @Test("moves the end of so many days off a Sunday where the plan rolls over, and no day that is named (A23)")
    func days() async throws {
        let bench = try await LedgerBench(province)
        func due(_ words: String) async throws -> String? {
            var form = bench.task(to: "SNV", due: nil)
            form.dueWords = words
            let terms = try await bench.show(try await bench.assign(form), in: "dept_snv").entry.item.terms
            #expect(terms.dueWords == words)
            return terms.dueOn?.description
        }
        // Given on 20/3.
        #expect(try await due("trong 90 ngày") == "2023-06-18", "the control: the plan leaves it")
        try await bench.set(.rollover, to: "true")
        #expect(try await due("trong 90 ngày") == "2023-06-19")
        #expect(try await due("ngày 18/6/2023") == "2023-06-18")
    }

    @Test("brings its co-ordinating units an item of their own, in their own ledgers")
    func coordinators() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv", coordinators: ["district_101", "Thanh tra tỉnh"]))
        let lead = try await bench.show(id, in: "dept_snv").entry.item
        #expect(lead.terms.coordinators == ["Huyện Một", "Thanh tra tỉnh"])
        for tenant in ["district_101", "dept_ttt"] {
            let found = try await bench.list(LedgerFilter(directive: bench.directive), in: tenant)
            #expect(found.map(\.item.role) == [.coordinate])
            #expect(found.first?.item.lead == WorkItem.Lead(tenant: province.tenant("dept_snv"), item: id))
            #expect(found.first?.item.tenant == province.tenant(tenant))
        }
        #expect(try await bench.list(LedgerFilter(directive: bench.directive), in: "district_102").isEmpty)
    }

    @Test("is given to all of its units or to none")
    func allOrNone() async throws {
        let bench = try await LedgerBench(province)
        var form = bench.task(to: "dept_snv", coordinators: ["district_102"])
        form.code = "TRUNG-1"
        try await bench.assign(form)
        // The code is free at the lead and taken at who co-ordinates: nothing may be left behind.
        form.lead = "dept_ttt"
        #expect(await province.refusal { try await bench.assign(form) }?.code == "code-taken")
        #expect(try await bench.list(LedgerFilter(directive: bench.directive), in: "dept_ttt").isEmpty)
    }

    @Test("is refused with every fault at once, each by its field")
    func faults() async throws {
        let bench = try await LedgerBench(province)
        let form = AssignItem(
            lead: "Sở Không Có", kind: .target, title: " ", campaign: bench.campaign, content: "IX", directive: bench.directive,
            sector: "ZZ", dueWords: "khi nào xong thì thôi", assignedOn: CivilDate("2023-06-21"))
        let refused = await province.refusal { try await bench.assign(form) }
        #expect(
            Set(refused?.fields.map(\.path) ?? []) == [
                "$.lead", "$.title", "$.goal", "$.content", "$.sector", "$.dueWords", "$.sourceClause", "$.assignedOn",
            ])
        #expect(refused?.kind == .invalid)
    }

    @Test("is refused where words and day of its deadline differ, before its paper, and outside of any reason")
    func dates() async throws {
        let bench = try await LedgerBench(province)
        func paths(_ edit: (inout AssignItem) -> Void) async -> [String]? {
            var form = bench.task(to: "dept_snv")
            edit(&form)
            let given = form
            return await province.refusal { try await bench.assign(given) }?.fields.map(\.path)
        }
        let words = "trước ngày 30/6/2023"
        #expect(await paths { ($0.dueWords, $0.dueOn) = (words, CivilDate("2023-06-30")) } == ["$.dueOn"])
        #expect(await paths { ($0.dueWords, $0.dueOn) = ("thường xuyên", CivilDate("2023-06-30")) } == ["$.dueOn"])
        #expect(await paths { ($0.dueWords, $0.dueOn) = ("khi nào xong thì thôi", nil) } == ["$.dueWords"])
        #expect(await paths { $0.dueOn = CivilDate("2074-01-01") } == ["$.dueOn"])
        #expect(await paths { $0.assignedOn = CivilDate("2023-03-19") } == ["$.assignedOn"])
        #expect(await paths { ($0.dueWords, $0.dueOn, $0.assignedOn) = (words, CivilDate("2023-06-29"), CivilDate("2023-03-20")) } == nil)
    }

    @Test("needs a baseline where less is better, a paper where a campaign counts it, and people who are there")
    func rules() async throws {
        let bench = try await LedgerBench(province)
        var falling = bench.target(to: "dept_snv", atLeast: "1")
        falling.goal?.direction = .atMost
        #expect(await province.refusal { try await bench.assign(falling) }?.fields.map(\.path) == ["$.goal.baseline"])
        var loose = bench.task(to: "dept_snv")
        loose.directive = nil
        #expect(await province.refusal { try await bench.assign(loose) }?.fields.map(\.path) == ["$.directive"])
        var strangers = bench.task(to: "dept_snv")
        strangers.unitLeader = province.post(of: .unitHead, in: "district_101")
        strangers.provinceLeader = province.post(of: .officeChief)
        strangers.assignee = province.person(of: .unitHead, in: "district_101")
        #expect(
            Set(await province.refusal { try await bench.assign(strangers) }?.fields.map(\.path) ?? []) == [
                "$.unitLeader", "$.provinceLeader", "$.assignee",
            ])
        var early = bench.task(to: "dept_snv", due: "2023-03-19")
        early.assignedOn = CivilDate("2023-03-20")
        #expect(await province.refusal { try await bench.assign(early) }?.fields.map(\.path) == ["$.dueOn"])
    }

    @Test("gets the next number of its directive, also when two are given at once")
    func numbers() async throws {
        let bench = try await LedgerBench(province)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for tenant in ["dept_snv", "dept_ttt", "district_101", "district_102"] {
                group.addTask { try await bench.assign(bench.task(to: tenant)) }
            }
            try await group.waitForAll()
        }
        let codes = try await bench.list(LedgerFilter(directive: bench.directive)).map { $0.item.code.suffix(4) }
        #expect(Set(codes) == ["-001", "-002", "-003", "-004"])
    }

    @Test(
        "is not given by who may not: a unit to the province, a reader to anybody",
        arguments: [Role.unitHead, .homeAffairsOfficer, .auditor])
    func byWhom(role: Role) async throws {
        let bench = try await LedgerBench(province)
        let tenant = role == .unitHead ? "dept_snv" : nil
        let refused = await province.refusal {
            try await province.write(as: role, in: tenant, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await bench.task(to: "district_101").perform(in: tx, ids: .system)
            }
        }
        #expect(refused == (role == .unitHead ? .provinceNotAllowed : .notAllowed))
    }

    @Test("cannot be changed, ruled on or handed to itself by the unit that must do it")
    func doerDoesNotChange() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_snv"))
        var changes = ChangeItem.Changes()
        changes.dueOn = CivilDate("2023-12-31")
        var change = ChangeItem(id: id, version: 1, changes: changes, reason: "xin lùi")
        change.documentNumber = "15/UBND-TH"
        #expect(
            await province.refusal {
                try await province.write(as: .unitHead, in: "dept_snv") { [change] (tx: borrowing TenantTransaction) in
                    try await change.perform(in: tx)
                }
            } == .notAllowed)
        #expect(
            await province.refusal {
                try await bench.rule(
                    RuleItem(item: id, kind: .exempted, documentNumber: "1/QĐ", reason: "Theo chỉ đạo"), as: .unitHead, in: "dept_snv")
            }?.code == "own-work")
        #expect(try await bench.show(id).entry.item.terms.dueOn == CivilDate("2023-06-30"))
        // Root items of a unit are the province's alone to give.
        let own = await province.refusal { try await bench.assign(bench.task(to: "SNV"), as: .unitHead, in: "dept_snv") }
        #expect(own?.fields.map(\.path) == ["$.lead"])
    }

    @Test("is not changed by its own unit even where that unit is the Office")
    func officeAsDoer() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "dept_vpub"))
        let change = ChangeItem(id: id, version: 1, changes: ChangeItem.Changes(), reason: "x")
        for role in [Role.unitHead, .officeMonitor] {
            #expect(
                await province.refusal {
                    try await province.write(as: role, in: "dept_vpub") { (tx: borrowing TenantTransaction) in
                        try await change.perform(in: tx)
                    }
                } == .notAllowed)
        }
    }

    @Test(
        "of another unit is answered like one that is not there", arguments: ["show", "acknowledge", "report", "rule", "change", "handOn"])
    func foreign(verb: String) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: "district_101"))
        func act(on id: WorkItem.ID) async -> Problem? {
            await province.refusal {
                try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                    switch verb {
                    case "show": _ = try await ShowItem(id: id).perform(in: tx)
                    case "acknowledge": _ = try await AcknowledgeItem(item: id).perform(in: tx, ids: .system)
                    case "report": _ = try await ReportProgress(item: id, milestonePercent: 0).perform(in: tx, ids: .system)
                    case "rule": _ = try await RuleItem(item: id, kind: .accepted).perform(in: tx, ids: .system)
                    case "change": try await ChangeItem(id: id, version: 1, changes: .init(), reason: "x").perform(in: tx)
                    default: _ = try await HandOnItem(parent: id, unit: "10201").perform(in: tx, ids: .system)
                    }
                }
            }
        }
        let absent: WorkItem.ID = IDSource.system.next()
        #expect(await act(on: id) == .notFound)
        #expect(await act(on: absent) == .notFound)
    }

    @Test("is written only in its assigner's name, as a whole and on the business date, whatever a program says")
    func rawWrites() async throws {
        _ = try await LedgerBench(province)
        func insert(_ changes: [String: String] = [:]) async throws -> String? {
            try await province.raw(
                .officeMonitor, provinceWide: true, province.rawItem(into: "core.work_item", of: "dept_snv", replacing: changes))?.sqlState
        }
        #expect(try await insert() == nil)
        #expect(try await insert(["assigner_tenant_id": "'\(province.tenant("dept_snv"))'"]) == "42501")
        #expect(try await insert(["assigner_post_id": "'\(province.post(of: .officeChief))'"]) == "42501")
        #expect(try await insert(["recorded_on": "'2023-06-19'", "assigned_on": "'2023-03-20'"]) == "42501")
        #expect(try await insert(["unit_id": "'\(province.unit("CCVTLT", in: "dept_snv"))'"]) == "42501")
        // A unit's own role has no way to the parents, and none to another unit's schema.
        #expect(
            try await province.raw(.unitHead, in: "dept_snv", province.rawItem(into: "core.work_item", of: "dept_snv"))?.sqlState == "42501"
        )
        #expect(
            try await province.raw(.unitHead, in: "dept_snv", province.rawItem(into: "district_101.work_item", of: "district_101"))?
                .sqlState
                == "42501")
    }
}
