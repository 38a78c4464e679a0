import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What is done under a delegation says so, and nobody rules by it on what he did himself (A66).
@Suite("Acts under a delegation", .province(opening: 5), .serialized, .timeLimit(.minutes(30)))
struct DelegatedActTests {
    let province = Province.current

    /// An item of the district handed on to a sub-unit or person and reported done.
    private func done(
        _ bench: DelegationBench, _ ledger: LedgerBench, unit: String, assignee: Person.ID? = nil,
        by reporter: (Role, String?) = (.unitCoordinator, nil)
    ) async throws -> WorkItem.ID {
        let whole = try await ledger.assign(ledger.task(to: bench.district))
        let id = try await ledger.handOn(HandOnItem(parent: whole, unit: unit, assignee: assignee), in: bench.district)
        try await ledger.report(result(id), as: reporter.0, in: bench.district, unit: reporter.1)
        return id
    }

    private func result(_ id: WorkItem.ID) -> ReportProgress {
        ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong")
    }

    private func accept(_ id: WorkItem.ID, _ session: Session, _ bench: DelegationBench) async -> Problem? {
        await province.refusal {
            _ = try await bench.write(session) { (tx: borrowing TenantTransaction) in
                try await RuleItem(item: id, kind: .accepted).perform(in: tx, ids: .system)
            }
        }
    }

    private func commune(_ bench: DelegationBench) -> String { String(bench.district.dropFirst("district_".count)) + "01" }

    @Test("carry the giver's post, the delegate's person, the delegation and the words of the signature; the head's own acts carry none")
    func shown() async throws {
        let (bench, ledger) = (try await DelegationBench(province), try await LedgerBench(province))
        let delegation = try await bench.give(bench.terms([.ruleItem]))
        let session = try await bench.act(under: delegation)
        let id = try await done(bench, ledger, unit: commune(bench))
        #expect(await accept(id, session, bench) == nil)
        let ruling = try #require(try await ledger.show(id, in: bench.district).rulings.first)
        #expect(ruling.recordedBy == province.post(of: .unitHead, in: bench.district))
        #expect(ruling.signature?.lines.last == "PHÓ CHỦ TỊCH" && ruling.signature?.lines.first?.hasPrefix("KT. ") == true)
        let entry = try await province.asked(
            """
            SELECT concat_ws(' ', person_id, post_id, delegation_id) FROM core.audit_entry
            WHERE relation = 'ruling' AND subject_id = \(id.description)
            """, String.self)
        #expect(entry == "\(bench.deputy) \(ruling.recordedBy) \(delegation)")

        let own = try await done(bench, ledger, unit: commune(bench))
        try await ledger.rule(RuleItem(item: own, kind: .accepted), as: .unitHead, in: bench.district)
        let plain = try #require(try await ledger.show(own, in: bench.district).rulings.first)
        #expect(plain.signature == nil)
    }

    @Test("are stamped by the database, whatever the statement says")
    func stamped() async throws {
        let (bench, ledger) = (try await DelegationBench(province), try await LedgerBench(province))
        let delegation = try await bench.give(bench.terms())
        let whole = try await ledger.assign(ledger.task(to: bench.district))
        let (tenant, head) = (province.tenant(bench.district), province.post(of: .unitHead, in: bench.district))
        let forged = """
            INSERT INTO \(bench.district).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on, delegation_id)
            VALUES ('\(tenant)', gen_random_uuid(), '\(whole)', '\(tenant)', 'reported', '2023-06-01', 'x', '\(head)', '2023-06-20', '\(delegation)');
            SELECT 1 / CASE WHEN EXISTS (SELECT FROM \(bench.district).progress WHERE item_id = '\(whole)' AND delegation_id IS NOT NULL) THEN 0 ELSE 1 END
            """
        #expect(try await province.raw(.unitHead, in: bench.district, forged) == nil)
        try await province.asSuperuser("ALTER TABLE \(bench.district).progress DISABLE TRIGGER delegation")
        #expect(try await province.raw(.unitHead, in: bench.district, forged)?.sqlState == "22012")
        try await province.asSuperuser("ALTER TABLE \(bench.district).progress ENABLE TRIGGER delegation")
    }

    @Test("do not let the delegate rule on his own item, his own sub-unit's, or what he reported; nor on the giver's own")
    func separation() async throws {
        let (bench, ledger) = (try await DelegationBench(province), try await LedgerBench(province))
        // The deputy also heads a sub-unit, and co-ordinates by the post that he signs in with.
        let pnv = province.unit("PNV", in: bench.district)
        _ = try await province.given(.subUnitHead, to: bench.deputy, at: pnv, from: "2023-01-01", in: bench.district)
        let session = try await bench.act(under: try await bench.give(bench.terms([.ruleItem, .reportProgress])))
        let head = province.person(of: .unitHead, in: bench.district)

        let mine = try await done(bench, ledger, unit: province.tenant(bench.district).description, assignee: bench.deputy)
        let heads = try await done(bench, ledger, unit: province.tenant(bench.district).description, assignee: head)
        let unit = try await done(bench, ledger, unit: "PNV")
        let reported = try await done(bench, ledger, unit: commune(bench))
        for id in [mine, heads, unit] { #expect(await accept(id, session, bench)?.kind == .notAllowed, "\(id)") }
        #expect(await accept(reported, session, bench) == nil, "the control: what neither did")

        // Reported by the deputy in his own post, and by him under the delegation.
        let own = try await bench.signIn()
        let (first, second) = (
            try await ledger.handOn(
                HandOnItem(parent: try await ledger.assign(ledger.task(to: bench.district)), unit: commune(bench)), in: bench.district),
            try await ledger.handOn(
                HandOnItem(parent: try await ledger.assign(ledger.task(to: bench.district)), unit: commune(bench)), in: bench.district)
        )
        for (id, reporting) in [(first, own), (second, session)] {
            _ = try await bench.write(reporting) { (tx: borrowing TenantTransaction) in
                try await result(id).perform(in: tx, ids: .system)
            }
            #expect(await accept(id, session, bench) == .notAllowed)
        }
        // The head himself may: he did none of it.
        try await ledger.rule(RuleItem(item: first, kind: .accepted), as: .unitHead, in: bench.district)
    }

    @Test(
        "do not let him close what he or the giver reported as put right, nor confirm the good model that he registered in another's stead")
    func oversight() async throws {
        let (bench, stage) = (try await DelegationBench(province), try await CriticismStage(province, campaign: "UQ-KP"))
        let (district, commune) = (bench.district, commune(bench))
        let unit = province.unit(commune, in: district)
        func entry(_ session: Session) -> Entry { Entry(token: session.token, place: .home) }
        let own = entry(try await bench.signIn())
        let lent = entry(
            try await bench.act(under: try await bench.give(bench.terms([.reportProgress, .answerReview, .confirmInitiative]))))
        let (head, coordinator) = (province.entry(.unitHead, in: district), province.entry(.unitCoordinator, in: district))

        // What the head orders with what the unit did itself about late work, he or a coordinator closes.
        let late = try await stage.item("1", due: "2023-05-01", in: district, unit: commune)
        let handling = RecordHandling(kind: .review, item: late, person: nil, documentNumber: "5/TB", documentOn: Plans.day("2023-06-19"))
        let cause = try await province.entrance.write(head) { (tx: borrowing TenantTransaction) in
            try await handling.perform(in: tx, ids: .system)
        }
        func order() async throws -> Remedy.ID {
            let act = OrderRemedy(.handling, Remedy.ID(cause.uuid), unit: unit, words: "Hoàn thành", dueOn: Plans.day("2023-06-30"))
            return try await province.entrance.write(head) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx, ids: .system)
            }
        }
        func take(_ step: Remedy.Step, of id: Remedy.ID, _ who: Entry) async -> String? {
            await province.refusal {
                _ = try await province.entrance.write(who) { (tx: borrowing TenantTransaction) in
                    try await TakeRemedyStep(id, step, words: "Đã xong").perform(in: tx, ids: .system)
                }
            }?.code
        }
        for (way, reporter, closer) in [
            ("for the head, then himself", lent, own), ("himself, then for the head", own, lent), ("what the head reported", head, lent),
        ] {
            let id = try await order()
            #expect(await take(.report, of: id, reporter) == nil, "\(way)")
            #expect(await take(.close, of: id, closer) == "remedy-own-report", "\(way)")
            #expect(await take(.close, of: id, coordinator) == nil, "the control, \(way): another closes it")
        }
        let other = try await order()
        #expect(await take(.report, of: other, province.entry(.subUnitOfficer, in: district, unit: commune)) == nil)
        #expect(await take(.close, of: other, lent) == nil, "the control: what neither reported")

        // He registers for the secretary, and would confirm for the head.
        var terms = bench.terms([.registerInitiative], form: .tl)
        terms.post = province.post(of: .councilSecretary, in: district)
        let secretary = entry(try await bench.act(under: try await bench.give(terms)))
        let registering = RegisterGoodModel(
            campaign: stage.code, unit: unit,
            statement: GoodModel.Statement(kind: .model, title: "x", content: "x", effect: "x", since: Plans.day("2023-06-01")))
        let model = try await province.entrance.write(secretary) { (tx: borrowing TenantTransaction) in
            try await registering.perform(in: tx, ids: .system)
        }
        func confirm(_ who: Entry) async -> String? {
            await province.refusal {
                _ = try await province.entrance.write(who) { (tx: borrowing TenantTransaction) in
                    try await TakeGoodModelStep(model, .confirm).perform(in: tx, ids: .system)
                }
            }?.code
        }
        #expect(await confirm(lent) == "good-model-own")
        #expect(await confirm(head) == nil, "the control: he registered nothing")
    }

    @Test("without the row policy the delegate would accept his own sub-unit's item")
    func control() async throws {
        let (bench, ledger) = (try await DelegationBench(province), try await LedgerBench(province))
        let pnv = province.unit("PNV", in: bench.district)
        _ = try await province.given(.subUnitHead, to: bench.deputy, at: pnv, from: "2023-01-01", in: bench.district)
        let session = try await bench.act(under: try await bench.give(bench.terms()))
        let id = try await done(bench, ledger, unit: "PNV")
        #expect(await accept(id, session, bench)?.code == "own-work")
        // Past the operation, which says why.
        func append() async -> Problem? {
            await province.refusal {
                try await bench.write(session) { (tx: borrowing TenantTransaction) in
                    guard let entry = try await LedgerEntry.find(id, in: tx), let pending = entry.standing.pendingResult,
                        let report = try await ProgressReport.find(pending, of: entry.item, in: tx)
                    else { throw Problem.notFound }
                    let decision = Ruling.Decision(kind: .accepted, report: report, decidedOn: report.evidenceOn)
                    try await Ruling.append(decision, id: IDSource.system.next(), on: entry.item, in: tx)
                }
            }
        }
        #expect(await append() == .notAllowed)
        try await province.asSuperuser("CREATE POLICY gap ON \(bench.district).ruling FOR INSERT TO \(bench.district) WITH CHECK (true)")
        #expect(await append() == nil)
        try await province.asSuperuser("DROP POLICY gap ON \(bench.district).ruling")
    }

    @Test("of the Chairman's stand-in: who also sits in the Office does not rule on the Office's items")
    func chairman() async throws {
        let ledger = try await LedgerBench(province)
        let deputy = province.person(of: .viceChairman)
        let item = try await ledger.assign(ledger.task(to: "dept_vpub"))
        try await ledger.report(result(item), as: .unitHead, in: "dept_vpub")
        let giving = GiveDelegation(
            delegatePost: province.post(of: .viceChairman), form: .tl, scope: [.readProvince, .ruleItem], validTo: CivilDate("2023-06-30")!,
            reason: "Chủ tịch đi công tác")
        let id = try await province.write(as: .chairman, in: "province") { (tx: borrowing TenantTransaction) in
            try await giving.perform(in: tx, ids: .system)
        }
        let session = try await SignIn(username: province.seat(.viceChairman).username, password: province.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system)
        let me = try await province.entrance.read(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        let acting = try await ActUnderDelegation(session.token, under: id).perform(at: province.signIn, as: me, ids: .system)
        func refused() async -> Problem? {
            await province.refusal {
                _ = try await province.entrance.write(Entry(token: acting.token, place: .province)) { (tx: borrowing TenantTransaction) in
                    try await RuleItem(item: item, kind: .accepted).perform(in: tx, ids: .system)
                }
            }
        }
        let office = province.tenant("dept_vpub")
        try await province.asSuperuser(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
            VALUES ('0192a000-0000-7000-8000-0000000000aa', '\(deputy)', '\(office)', '\(office)', 'clerk', 'x', 'direct_worker', '2023-01-01')
            """)
        #expect(await refused()?.code == "own-work")
        try await province.asSuperuser("UPDATE core.post SET valid_to = '2023-06-01' WHERE id = '0192a000-0000-7000-8000-0000000000aa'")
        #expect(await refused() == nil)
        let ruling = try #require(try await ledger.show(item).rulings.first)
        #expect(ruling.recordedBy == province.post(of: .chairman) && ruling.signature?.lines.count == 2)
    }
}
