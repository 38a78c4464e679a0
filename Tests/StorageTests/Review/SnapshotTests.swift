import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Chốt số liệu: what is frozen is whole, hashed, the same for ever, and each unit's own.
@Suite("The frozen figures of a review", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct SnapshotTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func frozen(_ campaign: String) async throws -> (ReviewBench, FreezeReview.Answer) {
        let bench = try await ReviewBench(province, campaign: campaign)
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        return (bench, try await bench.freeze())
    }

    @Test("stay as they were quoted, whatever is written to the ledger afterwards; the ledger as it stands says otherwise")
    func quoted() async throws {
        let (bench, answer) = try await frozen("CHOT-1")
        let before = try await bench.judge()
        #expect(before.frozen == answer.snapshot.mark && before.short.contains("101 fail") && before.short.contains("102 pending"))
        #expect(answer.snapshot.mark.vietnamese == "chốt ngày 28/06/2023, phiên bản 1")
        // A result of that time, recorded later, and one more item.
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        #expect(try await bench.judge().json.bytes() == before.json.bytes())
        #expect(try await bench.judge(isLive: true).short.contains("102 fail"), "the control: the ledger has moved")
        let gathering = GatherLedger(campaign: "CHOT-1", review: .interim)
        let (explained, file) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            (try await ExplainVerdicts(gathering).perform(in: tx), try await gathering.perform(in: tx))
        }
        #expect(explained.explanations.map(\.verdict.json) == before.units.map(\.json) && explained.frozen == before.frozen)
        #expect(Judgement.judge(file).units.map(\.json) == before.units.map(\.json))
        #expect(explained.explanations.first { $0.verdict.code == "101" }?.reasons.first?.papers?.item == bench.late)
        #expect(try await bench.verify().faults.isEmpty)
    }

    @Test("count what was recorded by the end of the settle days, however late they are frozen; a correction counts what came since")
    func settled() async throws {
        let bench = try await ReviewBench(province, campaign: "CHOT-9")
        try await bench.open()
        let inTime = try await bench.assign(to: "district_102", due: "2023-06-12")
        let waiting = try await bench.assign(to: "dept_snv", due: "2023-06-12")
        let unsent = try await bench.assign(to: "district_102", due: "2023-06-14")
        try await bench.finish(waiting, in: "dept_snv", on: "2023-06-10")
        // The last of the settle days.
        try await bench.move(to: "2023-06-27")
        try await bench.finish(inTime, in: "district_102", on: "2023-06-12")
        try await bench.accept(inTime)
        // Days later, and before the Office freezes.
        try await bench.move(to: "2023-07-03")
        try await bench.accept(waiting)
        try await bench.finish(unsent, in: "district_102", on: "2023-06-13")
        try await bench.accept(unsent)
        _ = try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await DecideExtension(
                item: bench.late, isGranted: true, dueOn: Plans.day("2023-06-12"), isPostFacto: true, decidedOn: Plans.day("2023-06-15"),
                documentNumber: "90/UBND-TH"
            ).perform(in: tx, ids: .system)
        }
        let live = try await bench.judge(isLive: true).short
        #expect(live.contains("101 pending") && live.contains("102 pending") && live.contains("SNV pending"), "the control: \(live)")
        // Who looks before the freeze sees what it will take, and is told so.
        let shown = try await bench.judge()
        #expect(shown.frozen == nil && shown.settledOn == ReviewBench.settleUntil)
        let frozen = try await bench.freeze()
        #expect(frozen.open.filter { $0.kind == .result }.map(\.item) == [waiting])
        let judged = try await bench.judge()
        #expect(judged.short.contains("101 fail") && judged.short.contains("102 fail") && judged.short.contains("SNV fail"))
        #expect(judged.units.first { $0.code == "102" }?.failures.map(\.rule) == [.notDone], "of the two the one that came in time counts")
        #expect(judged.units.map(\.json) == shown.units.map(\.json) && judged.settledOn == nil)
        // Whoever asks the ledger for what was known then gets the same, byte for byte, and so the same hash.
        let showing = ShowSnapshot(campaign: "CHOT-9", review: .interim)
        for tier in JudgedTier.allCases {
            let gathering = GatherLedger(
                campaign: "CHOT-9", review: .interim, isFrozen: true, asOf: ReviewBench.heldOn, knownOn: ReviewBench.settleUntil, tier: tier
            )
            let (file, gathered) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                (try await showing.ledger(in: tx), try await gathering.perform(in: tx))
            }
            let codes = Set(gathered.units.map(\.code))
            #expect(gathered.units.map { $0.json.bytes() } == file.units.filter { codes.contains($0.code) }.map { $0.json.bytes() })
        }
        #expect(try await bench.verify().faults.isEmpty)
        let minute = ReviewSnapshot.Minute(number: "13/BB-VP", on: Plans.day("2023-07-03"), reason: "Xem xét sau thời gian đối chiếu")
        let corrected = try await bench.freeze(minute: minute)
        #expect(corrected.changes.filter { $0.after?.verdict == .pending }.map(\.code).sorted() == ["101", "102", "SNV"])
        #expect(corrected.open.allSatisfy { $0.kind == .silentUnit })
        #expect(try await bench.verify(version: 1).faults.isEmpty)
        #expect(try await bench.verify().faults.isEmpty)
    }

    @Test("stand when an acceptance is taken back later, and so does what was known then; a correction counts what was accepted anew")
    func takenBack() async throws {
        let (bench, _) = try await frozen("CHOT-14")
        let before = try await bench.judge()
        #expect(before.units.first { $0.code == "101" }?.failures.map(\.rule) == [.late])
        try await bench.move(to: "2023-07-03")
        let revoking = RuleItem(item: bench.late, kind: .revoked, documentNumber: "14/BB-VP", reason: "Ghi nhầm ngày của văn bản")
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await revoking.perform(in: tx, ids: .system)
        }
        #expect(try await bench.judge().json.bytes() == before.json.bytes())
        #expect(try await bench.verify().faults.isEmpty)
        let live = try await bench.judge(isLive: true).units.first { $0.code == "101" }
        #expect(live?.failures.map(\.rule) == [.notDone])
        // Whoever asks for what was known by the end of the settle days finds the acceptance; the control asks for what is known today.
        func gathered(knownOn: CivilDate) async throws -> [CivilDate?] {
            let gathering = GatherLedger(
                campaign: "CHOT-14", review: .interim, isFrozen: true, asOf: ReviewBench.heldOn, knownOn: knownOn, unit: "101")
            return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await gathering.perform(in: tx)
            }.units.flatMap(\.items).filter(\.isInCampaign).map(\.completedOn)
        }
        #expect(try await gathered(knownOn: ReviewBench.settleUntil) == [Plans.day("2023-06-11")])
        #expect(try await gathered(knownOn: Plans.day("2023-07-03")) == [nil])
        let explaining = GatherLedger(
            campaign: "CHOT-14", review: .interim, isFrozen: true, asOf: ReviewBench.heldOn, unit: "101", isLive: true)
        let explained = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(explaining).perform(in: tx).explanations.first
        }
        let acts = explained?.reasons.first?.papers?.acts.map(\.words) ?? []
        #expect(acts.contains { $0.contains("hủy xác nhận hoàn thành, văn bản số 14/BB-VP") }, "\(acts)")
        let steps = explained?.toPass ?? []
        #expect(steps.map(\.kind).contains(.complete) && steps.contains { $0.words.contains("báo cáo lại kết quả") }, "\(steps)")
        // The result of the right day, and the version that counts it.
        try await bench.finish(bench.late, in: "district_101", on: "2023-06-10")
        try await bench.accept(bench.late)
        let minute = ReviewSnapshot.Minute(number: "15/BB-VP", on: Plans.day("2023-07-03"), reason: "Ghi nhầm ngày hoàn thành")
        let corrected = try await bench.freeze(minute: minute)
        #expect(corrected.changes.filter { $0.after?.verdict == .pending }.map(\.code) == ["101"])
        for version in [1, 2] { #expect(try await bench.verify(version: version).faults.isEmpty, "\(version)") }
    }

    @Test("keep whole what was split after the day of the review, before the freeze or a correction; the control is split by that day")
    func cutLater() async throws {
        let bench = try await ReviewBench(province, campaign: "CHOT-11")
        try await bench.open()
        var items: [WorkItem.ID] = []
        for _ in 1...3 { items.append(try await bench.assign(to: "district_102", due: "2023-09-30")) }
        func split(_ item: WorkItem.ID, on day: String? = nil) async throws {
            let record = CorrectionRecord(
                documentNumber: "12/BB-VP", reason: "Hai việc trong một dòng", decidedOn: day.map { Plans.day($0) })
            let splitting = SplitItem(item: item, parts: [.init(title: "Một"), .init(title: "Hai")], record: record)
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await splitting.perform(in: tx, ids: .system)
            }
        }
        func verdict() async throws -> UnitVerdict? { try await bench.judge().units.first { $0.code == "102" } }
        func correct(_ number: String) async throws -> [String] {
            let minute = ReviewSnapshot.Minute(number: number, on: Plans.day("2023-06-28"), reason: "Rà soát lại")
            return try await bench.freeze(minute: minute).changes.map(\.code)
        }
        let before = try #require(try await verdict())
        #expect(before.counted == 4)
        try await split(items[0])
        #expect(try await verdict()?.json == before.json)
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        #expect(try await verdict()?.json == before.json)
        try await split(items[1])
        #expect(try await correct("20/BB-VP").isEmpty)
        #expect(try await verdict()?.json == before.json)
        // The lines that the unit reads beside it are the same.
        let listing = ListItems(
            filter: LedgerFilter(campaign: "CHOT-11", role: .lead), moment: LedgerMoment(asOf: ReviewBench.heldOn, knownOn: nil),
            limit: 200)
        let lines = try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await listing.perform(in: tx).entries
        }
        #expect(lines.count == 4 && Set(lines.map(\.item.id)).isSuperset(of: items))
        try await split(items[2], on: "2023-06-14")
        #expect(try await correct("21/BB-VP") == ["102"])
        #expect(try await verdict()?.counted == 5, "of the one that was split by that day both parts count")
    }

    @Test("hold all units and sub-units in one ledger file, which judges to the same verdicts; a unit reads its own part")
    func sight() async throws {
        let (bench, answer) = try await frozen("CHOT-2")
        let showing = ShowSnapshot(campaign: "CHOT-2", review: .interim)
        let whole = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await showing.ledger(in: tx)
        }
        let read = try LedgerFile(reading: whole.json.bytes(.indented))
        #expect(read == whole && read.isFrozen && read.asOf == ReviewBench.heldOn)
        #expect(whole.units.contains { $0.code == "101" } && whole.units.contains { $0.code == "101/10101" && !$0.isFirstTier })
        let quoted = try await bench.judge()
        #expect(
            Judgement.judge(read).units.filter { verdict in quoted.units.contains { $0.code == verdict.code } }.map(\.json)
                == quoted.units.map(\.json))
        let computed = try await bench.verify()
        #expect(computed.parts == whole.units.count && computed.isOfTheWhole)
        for (role, unit, expected) in [(Role.unitHead, String?.none, "101"), (.subUnitHead, "10101", "101/10101")] {
            let (own, verified) = try await province.read(as: role, in: "district_101", unit: unit) { (tx: borrowing TenantTransaction) in
                (try await showing.ledger(in: tx), try await VerifySnapshot(showing).perform(in: tx))
            }
            #expect(own.units.allSatisfy { $0.code == "101" || $0.code.hasPrefix("101/") } && own.units.first?.code == expected)
            #expect(verified.faults.isEmpty && !verified.isOfTheWhole && verified.parts == own.units.count)
            #expect(verified.mark == answer.snapshot.mark)
        }
        for role in [Role.chairman, .homeAffairsOfficer, .councilMember, .auditor] {
            let seen = try await province.read(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                try await showing.ledger(in: tx)
            }
            #expect(seen == whole, "\(role)")
        }
    }

    @Test("can be changed by no role, not even by the owner of the tables")
    func immutable() async throws {
        let (bench, _) = try await frozen("CHOT-3")
        for table in ["review", "review_snapshot", "review_part", "review_confirmation", "review_dispute", "review_answer"] {
            let columns = try await province.count(
                "SELECT count(*) FROM information_schema.role_table_grants WHERE table_name = \(table) AND privilege_type IN ('DELETE', 'TRUNCATE') AND grantee <> 'postgres' AND table_schema = 'core'"
            )
            #expect(columns == 0, "\(table)")
        }
        for statement in [
            "UPDATE core.review_part SET name = 'x'", "DELETE FROM core.review_part", "UPDATE core.review_snapshot SET head = 'x'",
            "DELETE FROM core.review_snapshot", "UPDATE core.review SET settle_until = '2030-01-01'",
            "UPDATE district_101.review_part SET name = 'x'",
        ] {
            // As the superuser, whom no policy holds: the triggers say no.
            let refused = await #expect(throws: (any Error).self, "\(statement)") { try await province.asSuperuser(statement) }
            #expect(refused != nil)
            let office = try await province.raw(.officeChief, provinceWide: true, statement)
            #expect(office?.sqlState == "42501", "\(statement): \(String(describing: office))")
            let head = try await province.raw(.unitHead, in: "district_101", statement)
            #expect(head?.sqlState == "42501", "\(statement): \(String(describing: head))")
        }
        let added = try await province.raw(
            .officeMonitor, provinceWide: true,
            """
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT p.tenant_id, p.review_id, p.version, '\(province.unit("10101", in: "district_101"))', 9999, 'x', 'x', p.ledger, p.verdict, p.checks, p.sha256
            FROM core.review_part AS p JOIN core.review AS r ON r.id = p.review_id JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE c.code = 'CHOT-3' AND p.code = '101'
            """)
        #expect(added?.sqlState == "42501", "a part joins no version that stands: \(String(describing: added))")
        #expect(try await bench.verify().faults.isEmpty)
    }

    @Test("are whole or not there: a hash that is not that of head and parts ends the transaction")
    func whole() async throws {
        let bench = try await ReviewBench(province, campaign: "CHOT-4")
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        let forged = try await province.raw(
            .officeMonitor, provinceWide: true, ReconciliationTests.snapshot(of: "CHOT-4"), "SET CONSTRAINTS ALL IMMEDIATE")
        #expect(forged?.constraint == "review_snapshot_is_whole", "\(String(describing: forged))")
        #expect(try await bench.show().snapshots.isEmpty)
    }

    @Test("are written as they are judged, and come with their snapshot: a part alone does not stay, and none joins a version that stands")
    func parts() async throws {
        _ = try await frozen("CHOT-8")
        // Opened since, so that it has no part of its own there.
        let tenant = province.tenant(try await province.freshDistrict())
        func part(of version: String) -> String {
            """
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT '\(tenant)', p.review_id, \(version), '\(tenant)', 9999, 'x', 'x', p.ledger, p.verdict, p.checks, p.sha256
            FROM core.review_part AS p JOIN core.review AS r ON r.id = p.review_id JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE c.code = 'CHOT-8' AND p.code = '101'
            """
        }
        let beforehand = try await province.raw(.officeMonitor, provinceWide: true, part(of: "p.version + 1"))
        #expect(beforehand == nil, "the control: a part may come before its snapshot")
        let alone = try await province.raw(
            .officeMonitor, provinceWide: true, part(of: "p.version + 1"), "SET CONSTRAINTS ALL IMMEDIATE")
        #expect(alone?.constraint == "review_part_snapshot", "\(String(describing: alone))")
        let joining = try await province.raw(.officeMonitor, provinceWide: true, part(of: "p.version"))
        #expect(joining?.sqlState == "42501", "\(String(describing: joining))")
        // As the superuser, whom no policy holds: the guard says no.
        let refused = await #expect(throws: (any Error).self) { try await province.asSuperuser(part(of: "p.version")) }
        #expect(
            refused.map { String(reflecting: $0).contains("review_part_comes_with_its_snapshot") } == true, "\(String(describing: refused))"
        )
    }

    @Test("do not verify once somebody got past every defence and changed them")
    func control() async throws {
        let (bench, _) = try await frozen("CHOT-5")
        // All that a superuser can do: the triggers off, and the hash of the part made to fit.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.review_part AS p
            SET verdict = convert_to(replace(convert_from(p.verdict, 'UTF8'), '"verdict":"fail"', '"verdict":"pass"'), 'UTF8'),
                sha256 = sha256(p.ledger || '\\x0a'::bytea || convert_to(replace(convert_from(p.verdict, 'UTF8'), '"verdict":"fail"', '"verdict":"pass"'), 'UTF8')
                    || '\\x0a'::bytea || p.checks)
            FROM core.review AS r JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE r.id = p.review_id AND c.code = 'CHOT-5' AND p.code = '101';
            """)
        let faults = try await bench.verify().faults
        #expect(faults.contains { $0.hasPrefix("101: kết quả xét") } && faults.contains { $0.hasPrefix("mã băm của cả") }, "\(faults)")
    }

    @Test("are corrected by a minute: a new version that names the one before and shows every verdict that it changed; the old one stays")
    func corrected() async throws {
        let (bench, first) = try await frozen("CHOT-6")
        let old = try await bench.judge()
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        let minute = ReviewSnapshot.Minute(number: "12/BB-VP", on: Plans.day("2023-06-28"), reason: "Bổ sung nhiệm vụ sót")
        // Tried first: it shows the same and leaves nothing.
        let correcting = FreezeReview(campaign: "CHOT-6", review: .interim, minute: minute, isDryRun: true)
        let tried = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await correcting.perform(in: tx)
        }
        #expect(try await bench.show().snapshots.map(\.version) == [1])
        let second = try await bench.freeze(minute: minute)
        #expect(second.changes == tried.changes && second.changes.map(\.code) == ["102"])
        #expect(second.changes.first?.before?.verdict == .pending && second.changes.first?.after?.verdict == .fail)
        #expect(second.snapshot.version == 2 && second.snapshot.previous == first.snapshot.digest && second.snapshot.minute == minute)
        #expect(try await bench.judge(version: 1).json.bytes() == old.json.bytes())
        let now = try await bench.judge()
        #expect(now.short.contains("102 fail") && now.frozen?.version == 2)
        #expect(try await bench.verify(version: 1).faults.isEmpty)
        #expect(try await bench.verify().faults.isEmpty)
        let own = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ShowSnapshot(campaign: "CHOT-6", review: .interim).perform(in: tx)
        }
        #expect(own.changes.isEmpty && own.snapshot.version == 2, "what changed for another unit is not shown")
        #expect(await code { try await bench.freeze(minute: minute, as: .homeAffairsOfficer) } == "not-allowed")
        let blank = try #require(
            await province.refusal { try await bench.freeze(minute: .init(number: "", on: Plans.day("2023-07-28"), reason: "")) })
        #expect(blank.fields.map(\.path) == ["$.minuteNumber", "$.reason", "$.minuteOn"])
        let none = try await ReviewBench(province, campaign: "CHOT-7")
        try await none.open()
        try await none.move(to: "2023-06-28")
        #expect(await code { try await none.freeze(minute: minute) } == "not-frozen")
    }
}
