import Documents
import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("An item passed on by its assigner", .province(opening: 2), .timeLimit(.minutes(30)))
struct PassingOnTests {
    private let province = Province.current
    private let tenant = "district_101"

    private func paper(_ number: String = "91/UBND-TH", on day: String? = nil, reason: String = "Đúng chức năng") -> PassingPaper {
        PassingPaper(decidedOn: day.flatMap { CivilDate($0) }, documentNumber: number, reason: reason)
    }

    @discardableResult
    private func transfer(
        _ item: WorkItem.ID, to lead: String = "district_102", due: String? = nil, by paper: PassingPaper? = nil,
        as role: Role = .officeMonitor,
        in tenant: String? = nil
    ) async throws -> WorkItem.ID {
        let place: Entry.Place = tenant == nil ? .province : .home
        return try await province.write(as: role, in: tenant, to: place) { (tx: borrowing TenantTransaction) in
            try await TransferItem(item: item, lead: lead, dueOn: due.flatMap { CivilDate($0) }, paper: paper ?? self.paper())
                .perform(in: tx, ids: .system).item
        }
    }

    private func replace(_ item: WorkItem.ID, by other: WorkItem.ID, _ paper: PassingPaper? = nil) async throws {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await ReplaceItem(item: item, by: other.description, paper: paper ?? self.paper()).perform(in: tx, ids: .system)
        }
    }

    @Test("to a successor what was late keeps its days where the campaign has it so, and needs a new date everywhere else (A73)")
    func inherited() async throws {
        let (successor, other) = ("district_102", "dept_snv")
        try await province.asSuperuser(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(province.tenant(tenant))', '\(province.tenant(successor))', '2023-06-20', 'x')
            """)
        let bench = try await LedgerBench(province)
        let past = try await bench.assign(bench.task(to: tenant, due: "2023-05-31"))
        func paths(_ lead: String) async -> [String]? {
            await province.refusal { _ = try await transfer(past, to: lead) }?.fields.map(\.path)
        }
        #expect(await paths(successor) == ["$.dueOn"], "the control: the plan does not have it so")
        try await bench.set(.inheritLate, to: "true")
        #expect(await paths(other) == ["$.dueOn"], "another unit is no successor")
        let entry = try await bench.show(try await transfer(past, to: successor)).entry
        #expect(entry.item.terms.dueOn == CivilDate("2023-05-31") && entry.standing.timeliness == .overdue)
    }

    @Test("of a unit that has ended is judged, exempted and passed on as before, and holds nobody up whom it helped; its terms stay (A73)")
    func ofAnEndedUnit() async throws {
        let bench = try await LedgerBench(province)
        let district = try await province.freshDistrict()
        func given() async throws -> WorkItem.ID { try await bench.assign(bench.task(to: district)) }
        let (done, left, exempted) = (try await given(), try await given(), try await given())
        let helped = try await bench.assign(bench.task(to: "dept_snv", coordinators: [district]))
        let result = ReportProgress(
            item: done, isResult: true, evidenceOn: CivilDate("2023-06-18"), documentNumber: "10/BC", narrative: "Đã xong")
        try await bench.report(result, in: district)
        let open = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.close(Tenant.Slug(district)!, lastDay: CivilDate("2023-06-19")!)
            return try await tx.openItems(of: Tenant.Slug(district)!)
        }
        #expect(open == 3, "what the operator is told")

        let late = await province.refusal {
            try await bench.report(ReportProgress(item: left, milestonePercent: 30, narrative: "Đang làm"), in: district)
        }
        #expect(late?.kind == .notAllowed, "its own officers write no more")
        var changes = ChangeItem.Changes()
        changes.title = "Tên khác"
        let changing = ChangeItem(id: left, version: 1, changes: changes, reason: "Theo văn bản mới")
        let changed = await province.refusal {
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await changing.perform(in: tx)
            }
        }
        #expect(changed?.code == "unit-ended")
        let another = await province.refusal { try await bench.rule(RuleItem(item: done, kind: .accepted), as: .chairman) }
        #expect(another?.kind == .notAllowed, "nobody but who gave it")

        try await bench.rule(RuleItem(item: done, kind: .accepted))
        try await bench.rule(RuleItem(item: exempted, kind: .exempted, documentNumber: "9/CV", reason: "Theo chỉ đạo"))
        let moved = try await transfer(left, due: "2023-07-31")
        #expect(try await bench.show(moved, in: "district_102").entry.standing.state == .assigned)
        #expect(try await bench.show(left).entry.standing.state == .transferred)
        #expect(try await bench.show(done).entry.standing.state == .accepted)
        try await bench.complete(helped, on: "2023-06-19", in: "dept_snv")
        #expect(try await bench.show(helped).entry.standing.state == .accepted)
        let rest = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.openItems(of: Tenant.Slug(district)!)
        }
        #expect(rest == 0)
    }

    @Test("of a co-ordinator that has ended goes to its one heir alone, whom the lead names then; nobody else's part is passed on (A73)")
    func helpOfAnEndedUnit() async throws {
        let bench = try await LedgerBench(province)
        let district = try await province.freshDistrict()
        let (heir, lead) = ("district_102", "dept_snv")
        let led = try await bench.assign(bench.task(to: lead, coordinators: [district, "dept_ttt"]))
        func part(of unit: String) async throws -> WorkItem {
            try #require(try await bench.list(LedgerFilter(directive: bench.directive)).first { $0.names.tenant.text == unit }).item
        }
        let old = try await part(of: district)
        func helps() async throws -> Int {
            try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
                try await tx.openItems(of: Tenant.Slug(district)!, as: .coordinate)
            }
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.close(Tenant.Slug(district)!, lastDay: CivilDate("2023-06-19")!)
        }
        #expect(try await helps() == 1, "what the operator is told")
        #expect(await province.refusal { try await transfer(old.id, to: heir) }?.code == "lead-answers", "the control: nothing came of it")
        try await province.asSuperuser(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(province.tenant(district))', '\(province.tenant(heir))', '2023-06-20', 'x')
            """)
        let wrong = await province.refusal { try await transfer(old.id, to: "dept_vpub") }
        #expect(wrong?.fields.map(\.path) == ["$.lead"] && wrong?.fields.first?.reason.hasSuffix(": Thị xã Hai") == true)
        let other = try await part(of: "dept_ttt")
        #expect(await province.refusal { try await transfer(other.id, to: heir) }?.code == "lead-answers", "it goes on itself")
        #expect(await province.refusal { try await transfer(old.id, to: heir, as: .auditor) }?.kind == .notAllowed)

        let new = try await bench.show(try await transfer(old.id, to: heir), in: heir)
        #expect(new.entry.item.role == .coordinate && new.entry.item.lead?.item == led && new.rulings.map(\.kind) == [.succeeded])
        #expect(try await bench.show(old.id).entry.standing.state == .transferred)
        #expect(try await helps() == 0)
        #expect(try await bench.show(led, in: lead).entry.item.terms.coordinators == ["Thanh tra tỉnh", "Thị xã Hai"])
        let annex = MakeAssignmentAnnex(.directive(bench.directive))
        let sheet = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await annex.workbook(in: tx)
        }
        let row = try Table(xlsx: sheet, name: "phu-luc.xlsx", sheet: "Phụ lục").rows.last
        #expect(row?[4].text == "Thanh tra tỉnh, Thị xã Hai")
        try await bench.complete(led, on: "2023-06-19", in: lead)
        #expect(try await bench.show(new.entry.item.id, in: heir).entry.standing.state == .accepted)
    }

    @Test("names what is wrong with the paper, the lead, the date and the item that replaces it, field by field")
    func faults() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        let past = try await bench.assign(bench.task(to: tenant, due: "2023-05-31"))
        func paths(_ act: @Sendable () async throws -> Void) async -> [String]? { await province.refusal(act)?.fields.map(\.path) }
        #expect(await paths { try await transfer(id, by: paper("", reason: " ")) } == ["$.documentNumber", "$.reason"])
        #expect(await paths { try await transfer(id, to: tenant) } == ["$.lead"])
        #expect(await paths { try await transfer(id, to: "không có") } == ["$.lead"])
        #expect(await paths { try await transfer(id, by: paper(on: "2023-06-21")) } == ["$.decidedOn"])
        #expect(await paths { try await transfer(id, by: paper(on: "2023-03-01")) } == ["$.decidedOn"])
        #expect(await paths { try await transfer(past) } == ["$.dueOn"])
        #expect(await paths { try await transfer(id, due: "2023-06-01") } == ["$.dueOn"])
        let gone = try await bench.assign(bench.task(to: tenant))
        try await bench.rule(RuleItem(item: gone, kind: .cancelled, documentNumber: "9/QĐ", reason: "Theo chỉ đạo"))
        let inside = try await bench.handOn(HandOnItem(parent: id, unit: "10101"), in: tenant)
        for other in [id, gone, inside] { #expect(await paths { try await replace(id, by: other) } == ["$.by"]) }
        // The controls: with another date, and by another item, both pass.
        let given = try await transfer(past, due: "2023-07-31")
        #expect(try await bench.show(given, in: "district_102").entry.item.originalDueOn == CivilDate("2023-07-31"))
        #expect(try await bench.show(past, in: tenant).entry.item.originalDueOn == CivilDate("2023-05-31"))
        try await replace(id, by: try await bench.assign(bench.task(to: "dept_snv")))
        #expect(try await bench.show(id, in: tenant).entry.standing.state == .replaced)
    }

    @Test("is the assigner's to pass on: not the unit's, nor the Office's of its own work")
    func byWhom() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        #expect(await province.refusal { try await transfer(id, as: .unitHead, in: tenant) }?.kind == .notAllowed)
        #expect(await province.refusal { try await transfer(id, as: .unitHead, in: "district_102") } == .notFound)
        #expect(await province.refusal { try await transfer(id, as: .auditor) }?.kind == .notAllowed)
        let own = try await bench.assign(bench.task(to: "dept_vpub"))
        #expect(await province.refusal { try await transfer(own) }?.code == "own-work")
        // Past the program: nobody links two items by himself, and nobody passes on what is not his.
        let row = """
            INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, document_issuer, reason,
                other_tenant_id, other_item_id, recorded_by, recorded_on)
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(id)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', 'succeeded',
                '2023-06-20', '1', 'x', 'x', '\(province.tenant("dept_vpub"))', '\(own)', '\(province.post(of: .officeMonitor))', '2023-06-20')
            """
        #expect(try await province.raw(.officeMonitor, provinceWide: true, row)?.sqlState == "42501")
    }

    @Test("inside a unit goes from one sub-unit to another and stays part of its whole")
    func inside() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: tenant))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: tenant)
        let moved = try await transfer(part, to: "10102", as: .unitHead, in: tenant)
        let new = try await bench.show(moved, in: tenant).entry.item
        #expect(new.parent == whole && new.unit == province.unit("10102", in: tenant))
        #expect(try await bench.show(part, in: tenant).entry.standing.state == .transferred)
        #expect(try await bench.show(whole, in: tenant).children.map(\.standing.state) == [.transferred, .assigned])
        // The officers of both communes read the link, each in his own ledger.
        let left = try await bench.show(part, as: .subUnitOfficer, in: tenant, unit: "10101")
        #expect(left.rulings.first?.other?.code == new.code)
        let taken = try await bench.show(moved, as: .subUnitOfficer, in: tenant, unit: "10102")
        #expect(taken.rulings.map(\.kind) == [.succeeded])
        #expect(
            await province.refusal { try await transfer(moved, to: "101", as: .unitHead, in: tenant) }?.fields.map(\.path) == ["$.lead"])
    }

    @Test("keeps what it is: a periodic one its deadlines from that day on, each its further papers and its earlier years")
    func whole() async throws {
        let bench = try await LedgerBench(province)
        func given() async throws -> WorkItem.ID {
            var item = bench.task(to: tenant, due: "2023-12-31")
            item.recurrence = Recurrence(every: .month, from: LedgerBench.day("2023-04-25"), through: LedgerBench.day("2023-12-31"))
            item.sources = [AssignItem.Source(directive: bench.directive, clause: "Mục II")]
            item.carried = CarriedOver(code: "NV-9", assignedOn: LedgerBench.day("2022-05-10"), dueOn: LedgerBench.day("2022-12-31"))
            item.dueDocument = "20/KL-UBND"
            return try await bench.assign(item)
        }
        let old = try await given()
        // One that is still to come was kept already.
        let report = try await bench.report(
            ReportProgress(
                item: old, evidenceOn: LedgerBench.day("2023-06-19"), documentNumber: "5/BC", narrative: "Đã gửi",
                occurrence: LedgerBench.day("2023-06-25")), in: tenant)
        try await bench.rule(RuleItem(item: old, kind: .confirmed, report: report))
        let new = try await bench.show(try await transfer(old))
        #expect(new.occurrences.map(\.dueOn.month) == Array(7...12))
        #expect(new.sources.map(\.clause) == ["Mục II"])
        let left = try await bench.show(old)
        #expect(new.entry.item.carried?.code == "NV-9" && new.entry.item.carried == left.entry.item.carried)
        #expect(left.occurrences.map(\.dueOn.month) == Array(4...12), "the old one keeps its own")
        // By another date only those until then, and by the paper that fixes it; where none is left the date itself.
        let short = try await bench.show(try await transfer(try await given(), due: "2023-08-31"))
        #expect(short.occurrences.map(\.dueOn.month) == [6, 7, 8] && short.entry.item.terms.dueDocument == "91/UBND-TH")
        let last = try await bench.show(try await transfer(try await given(), due: "2023-06-22"))
        #expect(last.occurrences.map(\.dueOn) == [LedgerBench.day("2023-06-22")])
    }

    @Test("leaves the count of the review as cancelled does, and the new item stands in it; the ledger file says the same")
    func judged() async throws {
        let bench = try await LedgerBench(province)
        let ids = (try await bench.assign(bench.task(to: tenant)), try await bench.assign(bench.task(to: tenant)))
        let (moved, doubled) = ids
        let new = try await transfer(moved)
        try await replace(doubled, by: new)
        let file = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await GatherLedger(campaign: bench.campaign, review: .interim).perform(in: tx)
        }
        var codes: Set<String> = []
        for id in [moved, doubled] { codes.insert(try await bench.show(id, in: tenant).entry.item.code) }
        let old = file.units.flatMap(\.items).filter { codes.contains($0.code) && $0.role == .lead }
        #expect(old.map(\.status) == [.cancelled, .cancelled], "\(old)")
        let code = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: new).perform(in: tx).entry.item.code
        }
        let given = try #require(file.units.flatMap(\.items).first { $0.code == code && $0.role == .lead })
        #expect(code.contains("-CG"))
        #expect(given.status == .active && given.originalDueOn == CivilDate("2023-06-30"))
        let again = try LedgerFile(reading: file.json.bytes())
        #expect(Judgement.judge(again) == Judgement.judge(file))
        let seen = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) -> [JudgeItem.Answer] in
            var answers: [JudgeItem.Answer] = []
            for id in [moved, new] { answers += try await JudgeItem(try await ShowItem(id: id).perform(in: tx).entry).perform(in: tx) }
            return answers
        }
        #expect(seen.map { $0.judged.exclusions } == [[.notActive], []])
    }

    @Test("never touches what was handed on: a parent's end is not its parts', and their end not their parent's")
    func parts() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: tenant))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: tenant)
        try await transfer(part, to: "10102", as: .unitHead, in: tenant)
        #expect(try await bench.show(whole, in: tenant).entry.standing.state == .assigned)
        let left = try #require(try await bench.show(whole, in: tenant).children.last?.item.id)
        try await transfer(whole)
        #expect(try await bench.show(left, in: tenant).entry.standing.state == .assigned)
        #expect(
            await province.refusal { try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: tenant) }?.code
                == "item-transferred")
    }
}
