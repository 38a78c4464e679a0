import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A dispute about an item", .province, .timeLimit(.minutes(30)))
struct DisputeTests {
    private let province = Province.current
    private let tenant = "district_101"
    private static let paper = PassingPaper(documentNumber: "92/UBND-TH", reason: "Đúng như kiến nghị")

    private func raise(
        _ item: WorkItem.ID, _ ground: DisputeStep.Ground = .notItsFunction, lead: String? = "district_102", duplicate: String? = nil,
        as role: Role = .unitHead, in tenant: String? = nil
    ) async throws {
        try await province.write(as: role, in: tenant ?? self.tenant) { (tx: borrowing TenantTransaction) in
            _ = try await DisputeItem(
                item: item, ground: ground, proposedLead: lead, duplicateCode: duplicate, reason: "Không thuộc chức năng"
            ).perform(in: tx, ids: .system)
        }
    }

    private func answer(_ item: WorkItem.ID, _ answer: AnswerDispute.Answer, as role: Role = .officeMonitor) async throws {
        try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await AnswerDispute(item: item, answer: answer, paper: Self.paper).perform(in: tx, ids: .system)
        }
    }

    private func waiting() async throws -> [WaitingDispute] {
        try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListWaitingDisputes(limit: 200).perform(in: tx).waiting
        }
    }

    @Test("upheld gives the item to the proposed lead: both items name each other and the paper, the old one leaves the count")
    func transferred() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant, coordinators: ["dept_snv", "district_102"]))
        try await raise(id)
        #expect(try await waiting().contains { $0.raised.item == id && $0.raised.proposedLead?.isEmpty == false })
        // An open dispute does not stop the clock: the unit takes note of the item all the same.
        try await answer(id, .transferred(to: nil, dueOn: nil))
        #expect(try await !waiting().contains { $0.raised.item == id })
        // Who raised it is told.
        let told = try await province.read(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ListNotices().perform(in: tx).filter { $0.subject == .item(id) && $0.rule == "dispute_answered" }
        }
        #expect(told.map(\.reason) == ["chấp nhận kiến nghị: Đúng như kiến nghị"])
        let old = try await bench.show(id, in: tenant)
        #expect(old.entry.standing.state == .transferred)
        #expect(old.disputes.map { $0.answer?.remedy } == [.transferred])
        #expect(old.disputes.first?.answer?.documentIssuer.isEmpty == false)
        let link = try #require(old.rulings.first { $0.kind == .transferred })
        #expect(link.documentNumber == "92/UBND-TH" && !link.documentIssuer.isEmpty && link.reason == "Đúng như kiến nghị")
        let new = try await bench.show(try #require(link.other).item, in: "district_102")
        #expect(new.entry.item.code == old.entry.item.code + "-CG1" && link.other?.code == new.entry.item.code)
        #expect(new.entry.item.terms.dueOn == old.entry.item.terms.dueOn && new.entry.item.terms.title == old.entry.item.terms.title)
        #expect(new.entry.item.terms.campaign == old.entry.item.terms.campaign)
        #expect(new.rulings.map(\.kind) == [.succeeded])
        #expect(new.rulings.first?.other?.item == id && new.rulings.first?.other?.code == old.entry.item.code)
        #expect(new.entry.standing.state == .assigned)
        // Who co-ordinated goes on with the new lead; the new lead co-ordinates no more.
        let helpers = try await bench.list(LedgerFilter(directive: bench.directive, role: .coordinate))
        #expect(helpers.filter { $0.item.lead?.item == id }.allSatisfy { $0.standing.state == .transferred })
        #expect(helpers.filter { $0.item.lead?.item == new.entry.item.id }.map { $0.item.tenant } == [province.tenant("dept_snv")])
        let counts = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowOverview(campaign: bench.campaign).perform(in: tx).units
        }
        #expect(counts.first { $0.unit.tenant.text == tenant }?.counts.cancelled == 1)
        #expect(counts.first { $0.unit.tenant.text == "district_102" }?.counts.items == 1)
    }

    @Test("upheld fixes another date, or puts another item in its place; rejected leaves it as it was given")
    func remedies() async throws {
        let bench = try await LedgerBench(province)
        let undated = try await bench.assign(bench.task(to: tenant, due: nil))
        try await raise(undated, .noClearDate, lead: nil)
        try await answer(undated, .newDate(LedgerBench.day("2023-07-31")))
        let dated = try await bench.show(undated, in: tenant)
        #expect(dated.entry.item.terms.dueOn == LedgerBench.day("2023-07-31"))
        #expect(dated.disputes.map { $0.answer?.newDueOn } == [LedgerBench.day("2023-07-31")])
        #expect(dated.changes.count == 1)

        let (double, first) = (try await bench.assign(bench.task(to: tenant)), try await bench.assign(bench.task(to: tenant)))
        try await raise(double, .duplicate, lead: nil, duplicate: try await bench.show(first).entry.item.code)
        try await answer(double, .replaced(by: first.description))
        #expect(try await bench.show(double, in: tenant).entry.standing.state == .replaced)
        #expect(try await bench.show(first, in: tenant).rulings.map(\.kind) == [.succeeded])

        let kept = try await bench.assign(bench.task(to: tenant))
        try await raise(kept)
        try await answer(kept, .rejected)
        let detail = try await bench.show(kept, in: tenant)
        #expect(detail.entry.standing.state == .assigned && detail.disputes.map { $0.answer?.kind } == [.rejected])
        // It may be disputed again, and answered again.
        try await raise(kept)
        #expect(try await bench.show(kept, in: tenant).disputes.count == 2)
    }

    @Test("names a doubled item by the code on its page, and so does the answer; one that is not there is refused")
    func byCode() async throws {
        let bench = try await LedgerBench(province)
        let (double, again) = (try await bench.assign(bench.task(to: tenant)), try await bench.assign(bench.task(to: tenant)))
        let (first, other) = (try await bench.assign(bench.task(to: tenant)), try await bench.assign(bench.task(to: "district_102")))
        func code(_ item: WorkItem.ID) async throws -> String { try await bench.show(item).entry.item.code }
        func paths(_ act: @Sendable () async throws -> Void) async -> [String]? { await province.refusal(act)?.fields.map(\.path) }
        let codes = (double: try await code(double), first: try await code(first), other: try await code(other))
        for wrong in ["KHONG-CO", codes.double, codes.other] {
            #expect(
                await paths { try await raise(double, .duplicate, lead: nil, duplicate: wrong) } == ["$.duplicateCode"], "\(wrong)")
        }
        try await raise(double, .duplicate, lead: nil, duplicate: codes.first)
        #expect(await paths { try await answer(double, .replaced(by: "KHONG-CO")) } == ["$.by"])
        try await answer(double, .replaced(by: codes.other))
        #expect(try await bench.show(double, in: tenant).entry.standing.state == .replaced)
        #expect(try await bench.show(other, in: "district_102").rulings.map(\.kind) == [.succeeded])
        // Without a word of its own the answer takes the item that the unit named.
        try await raise(again, .duplicate, lead: nil, duplicate: codes.first)
        try await answer(again, .replaced(by: nil))
        #expect(try await bench.show(first, in: tenant).rulings.map(\.kind) == [.succeeded])
    }

    @Test("is refused out of order and with what is missing, each with the next step")
    func refusals() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        func code(_ act: @Sendable () async throws -> Void) async -> String? { await province.refusal(act)?.code }
        func paths(_ act: @Sendable () async throws -> Void) async -> [String]? { await province.refusal(act)?.fields.map(\.path) }
        #expect(await code { try await answer(id, .rejected) } == "no-dispute")
        #expect(await paths { try await raise(id, lead: nil) } == ["$.proposedLead"])
        #expect(await paths { try await raise(id, lead: "district_101") } == ["$.proposedLead"])
        #expect(await paths { try await raise(id, .duplicate, lead: nil) } == ["$.duplicateCode"])
        #expect(await paths { try await raise(id, .noClearDate, lead: "district_102") } == ["$.proposedLead"])
        #expect(await province.refusal { try await raise(id, in: "district_102") } == .notFound)
        #expect(await province.refusal { try await raise(id, as: .clerk) } == .notAllowed)
        try await raise(id)
        #expect(await code { try await raise(id) } == "dispute-open")
        #expect(await paths { try await answer(id, .newDate(nil)) } == ["$.dueOn"])
        #expect(await paths { try await answer(id, .replaced(by: nil)) } == ["$.by"])
        #expect(await paths { try await answer(id, .replaced(by: id.description)) } == ["$.by"])
        let started = try await bench.assign(bench.task(to: tenant))
        try await bench.report(ReportProgress(item: started, milestonePercent: 10, narrative: "Có kế hoạch"), in: tenant)
        #expect(await code { try await raise(started) } == "dispute-too-late")
        // Nobody answers for the assigner.
        let own = await province.refusal {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                _ = try await AnswerDispute(item: id, answer: .rejected, paper: Self.paper).perform(in: tx, ids: .system)
            }
        }
        #expect(own?.kind == .notAllowed)
    }

    @Test("is answered once, whoever is quicker", arguments: 0..<3)
    func answeredOnce(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await raise(id)
        let refused = await withTaskGroup(of: String?.self) { group in
            group.addTask { await province.refusal { try await answer(id, .rejected) }?.code }
            group.addTask {
                await province.refusal { try await answer(id, .transferred(to: "district_102", dueOn: nil), as: .officeChief) }?.code
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(refused.count { $0 == nil } == 1, "\(refused)")
        #expect(
            refused.allSatisfy {
                $0 == nil || ["changed-meanwhile", "judged-meanwhile", "no-dispute", "item-transferred"].contains($0)
            }, "\(refused)")
        let detail = try await bench.show(id, in: tenant)
        #expect(
            detail.disputes.count == 1
                && (detail.disputes[0].answer?.remedy == .transferred) == (detail.entry.standing.state == .transferred))
    }

    @Test("inside a unit is settled inside it: the province reads the part's state, and neither the dispute nor its words (A59)")
    func inside() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: tenant))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: tenant)
        try await province.write(as: .subUnitHead, in: tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
            _ = try await DisputeItem(item: part, ground: .notItsFunction, proposedLead: "10102", reason: "Việc của xã khác")
                .perform(in: tx, ids: .system)
        }
        #expect(try await bench.show(part, in: tenant).disputes.map(\.raised.reason) == ["Việc của xã khác"])
        #expect(try await bench.show(part).disputes.isEmpty)
        #expect(try await !waiting().contains { $0.raised.item == part })
        // The control: what the Office gave itself is in its sight.
        try await raise(whole)
        #expect(try await bench.show(whole).disputes.count == 1)
        #expect(try await waiting().contains { $0.raised.item == whole })
        try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            _ = try await AnswerDispute(item: part, answer: .transferred(to: "10102", dueOn: nil), paper: Self.paper).perform(
                in: tx, ids: .system)
        }
        #expect(try await bench.show(part).entry.standing.state == .transferred)
    }

    @Test("holds by constraint what a program forgets")
    func constraints() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        let head = province.post(of: .unitHead, in: tenant)
        func insert(_ changes: [String: String] = [:]) async throws -> String? {
            var row = [
                "tenant_id": "'\(province.tenant(tenant))'", "id": "core.new_id()", "item_id": "'\(id)'",
                "unit_id": "'\(province.tenant(tenant))'",
                "assigner_tenant_id": "'\(province.tenant("dept_vpub"))'", "position": "1", "step": "'raised'",
                "happened_on": "'2023-06-20'",
                "ground": "'noClearDate'", "reason": "'x'", "recorded_by": "'\(head)'", "recorded_on": "'2023-06-20'",
            ]
            row.merge(changes) { _, new in new }
            let columns = row.keys.sorted()
            let error = try await province.raw(
                .unitHead, in: tenant,
                "INSERT INTO \(tenant).dispute_step (\(columns.joined(separator: ", "))) VALUES (\(columns.map { row[$0]! }.joined(separator: ", ")))"
            )
            return error.map { $0.constraint ?? $0.sqlState ?? "" }
        }
        #expect(try await insert() == nil)
        #expect(try await insert(["happened_on": "'2023-06-21'"]) == "dispute_not_in_the_future")
        #expect(try await insert(["happened_on": "'2023-03-01'"]) == "dispute_not_before")
        #expect(try await insert(["ground": "'notItsFunction'"]) == "dispute_proposes_a_lead")
        #expect(try await insert(["ground": "'duplicate'"]) == "dispute_names_the_double")
        #expect(try await insert(["ground": "NULL"]) == "dispute_names_its_ground")
        #expect(try await insert(["reason": "''"]) == "dispute_step_reason_check")
        #expect(try await insert(["step": "'rejected'", "ground": "NULL"]) == "42501")
        #expect(try await insert(["position": "2"]) == "dispute_follows_the_one_before")
    }
}
