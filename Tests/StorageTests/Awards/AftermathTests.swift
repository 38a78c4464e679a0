import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What follows a decision, by the operations and past them: who does it, in which state, once, and never without its paper.
@Suite("After a decision on an award", .province, .serialized, .timeLimit(.minutes(30)))
struct AftermathTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func state(_ id: AwardDossier.ID) async throws -> String {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT state FROM core.award_dossier WHERE id = \(id)").only { row in try row.next() }
        }
    }

    @Test("an award is revoked as it was proposed, once; it stands in the register and in public, and its slot is not freed")
    func revocation() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-1")
        let id = try await stage.issued("701/QĐ-UBND")
        try await province.asSuperuser(
            """
            INSERT INTO core.nomination_quota (review_id, unit_id, tenant_id, snapshot_version, verdict, slots)
            SELECT d.review_id, d.tenant_id, d.tenant_id, 1, 'pass', 2 FROM core.award_dossier AS d WHERE d.id = '\(id)' ON CONFLICT DO NOTHING;
            SET session_replication_role = replica;
            INSERT INTO core.nomination_slot (dossier_id, review_id, unit_id, tenant_id, person_id, nominee_id, taken_on, slot, slots)
            SELECT d.id, d.review_id, d.tenant_id, d.tenant_id, d.person_id, d.person_id, '2023-06-12', 1, 2 FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        #expect(await code { try await stage.revoke(id, "702/QĐ-UBND") } == "revocation-not-proposed")
        #expect(await code { try await stage.propose(id, as: .chairman) } == "not-allowed")
        try await stage.propose(id)
        #expect(await code { try await stage.propose(id) } == "revocation-proposed")
        #expect(await code { try await stage.revoke(id, "702/QĐ-UBND", as: .homeAffairsOfficer) } == "dossier-not-yours")
        #expect(await code { try await stage.revoke(id, "701/QĐ-UBND") } == "decision-number-taken", "that of the award itself")
        #expect(
            await code { try await stage.revoke(id, "0701/qđ-ubnd") } == "decision-number-taken", "typed otherwise it is the same number")
        try await stage.revoke(id, "702/QĐ-UBND")
        #expect(await code { try await stage.revoke(id, "703/QĐ-UBND") } == "dossier-closed")
        #expect(await code { try await stage.propose(id) } == "dossier-out-of-order")

        let after = try await stage.after(id)
        #expect(after.record.standing.state == .revoked && after.amendments.count == 1)
        #expect(after.amendments[0].ground == .falseDeclaration && after.amendments[0].amends?.number == "701/QĐ-UBND")
        let book = try await province.read(as: .auditor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListAwards(.init(decision: "701/QĐ-UBND")).all(in: tx)
        }
        #expect(book.count == 1 && book[0].amended?.kind == .revoke && book[0].printedName == "Nguyễn Văn An")
        #expect(book[0].amended?.decision.number == "702/QĐ-UBND")
        let seen = try await province.read(as: .clerk, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await ListPublishedAwards(unit: Tenant.Slug("district_101"), limit: 500).perform(in: tx).awards
        }
        #expect(seen.contains { $0.decision.number == "701/QĐ-UBND" && $0.amended?.decision.number == "702/QĐ-UBND" })
        #expect(
            try await province.count("SELECT count(*) FROM core.nomination_slot WHERE dossier_id = \(id) AND freed_on IS NULL") == 1)
    }

    @Test("a proposal that the Chairman declines leaves the award in force, and another may follow")
    func declined() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-2")
        let id = try await stage.issued("711/QĐ-UBND")
        let decline = DeclineRevocation(dossier: id, reason: "Chưa đủ căn cứ")
        func declining(as role: Role) async -> String? {
            await code { try await stage.wide(role) { (tx: borrowing TenantTransaction) in try await decline.perform(in: tx) } }
        }
        #expect(await declining(as: .chairman) == "revocation-not-proposed")
        try await stage.propose(id)
        #expect(await declining(as: .homeAffairsOfficer) == "not-allowed")
        #expect(await declining(as: .chairman) == nil)
        #expect(await code { try await stage.revoke(id, "712/QĐ-UBND") } == "revocation-not-proposed")
        try await stage.propose(id)
        let after = try await stage.after(id)
        #expect(after.proposals.count == 2 && after.openProposal != nil && after.record.standing.state == .issued)
    }

    @Test("no more money comes back than the award gave, also of two at once; what is waived is signed for, with a reason")
    func money() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-3")
        let id = try await stage.issued("721/QĐ-UBND")
        #expect(await code { try await stage.recover(id, 1) } == "award-not-revoked")
        try await stage.propose(id)
        try await stage.revoke(id, "722/QĐ-UBND")
        #expect(try await stage.after(id).recovery?.outstanding == 1_490_000)
        for amount in [0, -5, 1_490_001] {
            #expect(await code { try await stage.recover(id, amount) } == "invalid-input", "\(amount)")
        }
        async let one = code { try await stage.recover(id, 1_000_000) }
        async let other = code { try await stage.recover(id, 1_000_000) }
        let answers = await [one, other]
        #expect(answers.count { $0 == nil } == 1 && answers.contains("invalid-input"), "\(answers)")
        #expect(try await stage.after(id).recovery?.state == .partlyRecovered)
        #expect(await code { try await stage.recover(id, 490_000, waived: true, reason: "Đã mất") } == "not-allowed")
        #expect(await code { try await stage.recover(id, 490_000, waived: true, as: .chairman) } == "invalid-input")
        try await stage.recover(id, 490_000, waived: true, reason: "Đã mất", as: .chairman)
        let recovery = try #require(try await stage.after(id).recovery)
        #expect(recovery.state == .settledWithWaiver && recovery.recovered == 1_000_000 && recovery.waived == 490_000)
        #expect(await code { try await stage.recover(id, 1) } == "invalid-input", "nothing is open")
        // The constraint by itself, past what the program asks.
        let insert = """
            INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, recorded_by, recorded_on, due, settled)
            VALUES (gen_random_uuid(), '\(province.tenant(AwardStage.tenant))', '\(id)', 'payment', 1, '2023-06-20', '1',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-20', 9000000, 0)
            """
        let refused = try await province.raw(.homeAffairsOfficer, provinceWide: true, insert)
        #expect(refused?.constraint == "recovery_of_no_more_than_is_owed", "whatever the statement says is owed")
    }

    @Test("a decision that is not signed or not recorded is neither corrected nor replaced; a replacement names what it replaces")
    func amendments() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-4")
        func correct(
            _ id: AwardDossier.ID, _ number: String, _ wrong: String = "Điều 12", _ right: String = "Điều 13",
            by signer: String = "KT. CHỦ TỊCH"
        ) async -> String? {
            let act = CorrectDecision(
                dossier: id, number: number, signedOn: Plans.day("2023-06-20"), signer: signer, facts: "Sai số của căn cứ",
                wrong: wrong, right: right)
            return await code {
                try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system)
                }
            }
        }
        func replace(_ id: AwardDossier.ID, _ number: String, _ name: String) async -> String? {
            let act = ReplaceDecision(
                dossier: id, number: number, signedOn: Plans.day("2023-06-20"), signer: "CHỦ TỊCH", facts: "Ghi sai tên",
                printedName: name)
            return await code {
                try await stage.wide(.chairman) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
            }
        }
        let unsigned = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        let unrecorded = try await stage.dossier(.decided, person: stage.people(1)[0])
        for id in [unsigned, unrecorded] {
            #expect(await correct(id, "731/UBND-NV") == "dossier-out-of-order")
            #expect(await replace(id, "732/QĐ-UBND", "Lê Thị Bình") == "dossier-out-of-order")
        }
        let id = try await stage.issued("733/QĐ-UBND")
        // A wrong name is no fault of form: the letter would leave what is printed as it is.
        for wrong in ["Nguyễn Văn An", "Nguye\u{0302}\u{0303}n   VĂN an", "“Văn An”", "ông Nguyễn Văn An, phó trưởng phòng"] {
            #expect(await correct(id, "734/UBND-NV", wrong, "Nguyễn Văn Ân") == "correction-of-name", "\(wrong)")
        }
        // Who signed corrects, replaces and revokes, and no other body (NĐ 30/2020/NĐ-CP, Điều 18).
        #expect(await correct(id, "12/SNV-TĐKT", by: "GIÁM ĐỐC SỞ NỘI VỤ") == "invalid-input")
        #expect(await correct(id, "12/snv - tđkt") == "invalid-input")
        #expect(await correct(id, "734/UBND-NV", by: "GIÁM ĐỐC SỞ NỘI VỤ") == "invalid-input")
        #expect(await replace(id, "12/QĐ-SNV", "Lê Thị Bình") == "invalid-input")
        #expect(await correct(id, "734/UBND-NV", by: "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG") == nil, "the control")
        #expect(await replace(id, "735/QĐ-UBND", "") == "invalid-input")
        #expect(await replace(id, "735/QĐ-UBND", "Lê Thị Bình") == nil)
        #expect(await replace(id, "736/QĐ-UBND", "Lê Thị Bình Minh") == nil)
        let after = try await stage.after(id)
        #expect(after.amendments.map(\.amends?.number) == ["733/QĐ-UBND", "733/QĐ-UBND", "735/QĐ-UBND"])
        #expect(after.given?.printedName == "Nguyễn Văn An", "as it was signed")
        let book = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListAwards(.init(decision: "733/QĐ-UBND")).all(in: tx)
        }
        #expect(book.first?.printedName == "Nguyễn Văn An" && book.first?.amended?.name == "Lê Thị Bình Minh")
        // A symbol that was typed wrong is not recorded; one that was, before it was asked, takes no power from who gave.
        #expect(await code { _ = try await stage.issued("737/QĐ-SNV") } == "invalid-input")
        let slip = try await stage.issued("737/QĐ-UBND")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.award_decision SET number = '737/QĐ-SNV' WHERE number = '737/QĐ-UBND';
            SET session_replication_role = origin;
            """)
        #expect(await correct(slip, "12/SNV-TĐKT") == "invalid-input")
        #expect(await correct(slip, "738/UBND-NV") == nil)
        #expect(await replace(slip, "739/QĐ-UBND", "Lê Thị Bình") == nil)
    }

    @Test("each paper by its own role in raw SQL, and by nobody else; what was recorded stays")
    func roles() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-5")
        let id = try await stage.issued("741/QĐ-UBND")
        try await stage.propose(id)
        let papers: [(String, Set<Role>)] = [
            ("correct", [.homeAffairsOfficer]), ("replace", [.chairman, .viceChairman]), ("revoke", [.chairman, .viceChairman]),
        ]
        for role: Role in [.homeAffairsOfficer, .chairman, .viceChairman, .officeMonitor, .councilMember, .auditor] {
            for (kind, allowed) in papers {
                let error = try await province.raw(
                    role, provinceWide: true,
                    """
                    INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is,
                        printed_name, recorded_by, recorded_on)
                    VALUES (gen_random_uuid(), core.province_tenant(), '\(province.tenant(AwardStage.tenant))', '\(id)', '\(kind)', 'x', '2023-06-20', 'x', 'x',
                        'x', 'x', 'x', '\(province.post(of: role))', '2023-06-20')
                    """)
                #expect((error == nil) == allowed.contains(role), "\(kind) by \(role): \(error?.description ?? "passed")")
                if !allowed.contains(role) { #expect(error?.sqlState == "42501", "\(kind) by \(role)") }
            }
        }
        for role: Role in [.unitHead, .councilSecretary] {
            // Divides by nothing where a row is seen.
            let seen = try await province.raw(
                role, in: AwardStage.tenant, "SELECT 1 / (1 - count(*)) FROM core.revocation_proposal WHERE dossier_id = '\(id)'")
            #expect(seen == nil, "a proposal is not told to the unit: \(role)")
        }
        try await stage.revoke(id, "742/QĐ-UBND")
        try await stage.recover(id, 1_000)
        for table in ["award_amendment", "reward_recovery"] {
            for statement in ["UPDATE core.\(table) SET recorded_on = recorded_on", "DELETE FROM core.\(table)"] {
                await #expect(throws: PostgresError.self, "\(statement)") { try await province.asSuperuser(statement) }
            }
        }
        await #expect(throws: PostgresError.self) { try await province.asSuperuser("UPDATE core.revocation_proposal SET facts = 'khác'") }
    }

    @Test("no step that amends without its paper, and no paper without its step")
    func whole() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-6")
        let id = try await stage.issued("751/QĐ-UBND")
        let bare = await province.refusal {
            try await stage.wide(.chairman) { (tx: borrowing TenantTransaction) in
                guard let record = try await DossierRecord.find(id, in: tx) else { throw Problem.notFound }
                try await DossierAct.append(
                    .init(step: .replace, happenedOn: Plans.day("2023-06-20"), reason: "Lý do"), id: IDSource.system.next(), to: record,
                    in: tx)
            }
        }
        #expect(bare != nil)
        let stepless = await province.refusal {
            try await stage.wide(.chairman) { (tx: borrowing TenantTransaction) in
                guard let record = try await DossierRecord.find(id, in: tx) else { throw Problem.notFound }
                try await AwardAmendment.record(
                    .init(
                        kind: .replace, decision: .init(number: "752/QĐ-UBND", signedOn: Plans.day("2023-06-20")), signer: "x", facts: "x",
                        printedName: "x"), id: IDSource.system.next(), of: record, in: tx)
            }
        }
        #expect(stepless != nil)
        #expect(try await state(id) == "issued")
        #expect(try await province.count("SELECT count(*) FROM core.award_amendment WHERE dossier_id = \(id)") == 0)
        #expect(try await province.count("SELECT count(*) FROM core.award_decision WHERE number = '752/QĐ-UBND'") == 0, "nor its number")
    }

    @Test("of one who revokes and one who presents at once each is told what the other did: the steps stand one after the other")
    func atOnce() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-7")
        let id = try await stage.issued("761/QĐ-UBND")
        try await stage.propose(id)
        async let revoked = code { try await stage.revoke(id, "762/QĐ-UBND") }
        async let presented = code {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in
                try await PresentDossier(dossier: id).perform(in: tx, ids: .system)
            }
        }
        let answers = await [revoked, presented]
        let steps = try await province.count(
            "SELECT count(*) FROM core.dossier_step WHERE dossier_id = \(id) AND step IN ('revoke', 'present')")
        let papers = try await province.count("SELECT count(*) FROM core.award_amendment WHERE dossier_id = \(id)")
        #expect(steps == answers.count { $0 == nil } && steps > 0, "\(answers)")
        #expect(papers == (answers[0] == nil ? 1 : 0), "\(answers)")
        #expect(try await state(id) == (answers[0] == nil ? "revoked" : "presented"), "what is revoked is not presented any more")
        let told: Set<String?> = [nil, "changed-meanwhile", "dossier-out-of-order", "dossier-closed"]
        #expect(answers.allSatisfy { told.contains($0) }, "\(answers)")

        // Who read it before the other's step is told so.
        let second = try await stage.issued("763/QĐ-UBND")
        try await stage.propose(second)
        let stale = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await DossierRecord.find(second, in: tx)
        }
        let record = try #require(stale)
        try await stage.revoke(second, "764/QĐ-UBND")
        let late = await code {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in
                try await DossierAct.append(
                    .init(step: .present, happenedOn: Plans.day("2023-06-20")), id: IDSource.system.next(), to: record, in: tx)
            }
        }
        #expect(late == "changed-meanwhile")
    }

    @Test("certificates given anew are numbered without gaps and without doubles, also at once; a revoked award has none")
    func copies() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-8")
        let id = try await stage.issued("771/QĐ-UBND")
        let before = try await province.count("SELECT count(*) FROM core.register_entry WHERE kind = 'certificateCopies' AND year = 2023")
        func issue(_ id: AwardDossier.ID, failing: Bool = false, as role: Role = .homeAffairsOfficer) async -> String? {
            let act = IssueCertificateCopy(
                dossier: id, kind: .lost, reason: "Mất do ngập nước", requestNumber: "3/ĐĐN", requestOn: Plans.day("2023-06-19"))
            return await code {
                try await stage.wide(role) { (tx: borrowing TenantTransaction) in
                    try await act.perform(in: tx, ids: .system)
                    if failing { throw Problem.unexpected }
                }
            }
        }
        let answers = await withTaskGroup(of: String?.self) { group in
            for index in 0..<12 { group.addTask { await issue(id, failing: index.isMultiple(of: 4)) } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 9 && answers.count { $0 == "unexpected" } == 3, "\(answers)")
        let numbers = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT number FROM core.register_entry WHERE kind = 'certificateCopies' AND year = 2023 ORDER BY number"
            ).decode { row in Int(try row.next(Int32.self)) }
        }
        #expect(numbers == Array(1...(before + 9)))
        #expect(await issue(id, as: .chairman) == "not-allowed")
        #expect(await issue(try await stage.dossier(.decided, person: stage.people(1)[0])) == "dossier-out-of-order")
        try await stage.propose(id)
        try await stage.revoke(id, "772/QĐ-UBND")
        #expect(await issue(id) == "dossier-out-of-order")
        #expect(try await stage.after(id).copies.count == 9, "what was given stays readable")
    }

    @Test(
        "what was typed wrongly of a decision is put right by who records it and what stood there stays; neither body nor money is chosen by it"
    )
    func recordedWrongly() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-11")
        let id = try await stage.issued("781/QĐ-UBND")
        _ = try await stage.issued("782/QĐ-UBND")
        func correct(
            _ number: String = "", on day: String? = nil, signer: String = "", reason: String = "Ghi nhầm",
            as role: Role = .homeAffairsOfficer
        ) async -> Problem? {
            let act = CorrectRecordedDecision(
                dossier: id, number: number, signedOn: day.map(Plans.day), signer: signer, reason: reason)
            return await province.refusal {
                try await stage.wide(role) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
            }
        }
        for role in [Role.chairman, .officeMonitor] { #expect(await correct("783", as: role)?.code == "not-allowed", "\(role)") }
        #expect(await correct()?.code == "decision-unchanged")
        #expect(await correct("783", reason: " ")?.fields.map(\.path) == ["$.reason"])
        #expect(await correct("0782/qđ-ubnd")?.code == "decision-number-taken")
        #expect(await correct("783/QĐ-SNV")?.fields.map(\.path) == ["$.number"])
        #expect(await correct(signer: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")?.fields.map(\.path) == ["$.signer"])
        #expect(await correct(on: "2023-06-21")?.fields.map(\.path) == ["$.signedOn"], "in the future")
        #expect(await correct(on: "2022-12-30")?.fields.map(\.path) == ["$.signedOn"], "its number in the golden book is of a year")
        try await province.asSuperuser("UPDATE core.base_salary SET valid_to = '2023-06-16' WHERE valid_to = '2023-06-30'")
        let money = await correct(on: "2023-06-16")
        try await province.asSuperuser("UPDATE core.base_salary SET valid_to = '2023-06-30' WHERE valid_to = '2023-06-16'")
        #expect(money?.fields.map(\.path) == ["$.signedOn"], "of another base salary")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, not_before)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 9, 'decide', '2023-06-19', d.recorded_by, '2023-06-19', 'putToChairman', 'decided', 0, false, false,
                '{}', true, '2023-06-18'
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        #expect(await correct(on: "2023-06-17")?.fields.map(\.path) == ["$.signedOn"], "before it was put to the Chairman")
        #expect(await correct("784", on: "2023-06-18") == nil)
        #expect(await correct("785") == nil)

        let after = try await stage.after(id)
        #expect(after.given?.decision == Award.Decision(number: "785/QĐ-UBND", signedOn: Plans.day("2023-06-18")))
        #expect(after.given?.reward == 1_490_000)
        #expect(after.corrections.map(\.decision.number) == ["781/QĐ-UBND", "784/QĐ-UBND"])
        #expect(after.corrections.first?.decision.signedOn == Plans.day("2023-06-19") && after.corrections.first?.reason == "Ghi nhầm")
        #expect(after.corrections.allSatisfy { $0.title != nil && $0.correctedOn == Plans.day("2023-06-20") })
        let book = try await province.read(as: .auditor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListAwards(.init(decision: "785/QĐ-UBND")).all(in: tx)
        }
        #expect(book.count == 1 && book.first?.decision.signedOn == Plans.day("2023-06-18"))
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.dossier_step WHERE dossier_id = \(id) AND document_number = '781/QĐ-UBND'") == 1,
            "its steps stay as they were taken")
        #expect(
            try await province.count("SELECT count(*) FROM core.award_dossier WHERE id = \(id) AND last_on = '2023-06-18'") == 1,
            "what comes next is held against the day that was put right")
        _ = try await stage.issued("781/QĐ-UBND")
        // Past the program nobody writes over it, and the owner not without what stood there.
        let over = "UPDATE core.award_decision SET number = '786/QĐ-UBND' WHERE number = '785/QĐ-UBND'"
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, over)?.sqlState == "42501")
    }

    @Test("a verdict that a correction turned round is ruled on once for each version of the figures, and not before")
    func flips() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-9")
        let id = try await stage.dossier(.issued)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, verdict, snapshot_version)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-12', d.recorded_by, '2023-06-12', 'councilReviewed', 'submitted', 0, false, false,
                '{}', true, 'pass', 1
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        func rule(_ word: FlipRuling.Word, as role: Role = .homeAffairsOfficer) async -> String? {
            let act = RuleFlip(dossier: id, word: word, reason: "Nhiệm vụ đính chính không thuộc thời gian tính thành tích")
            return await code {
                try await stage.wide(role) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
            }
        }
        #expect(await rule(.stands) == "verdict-unchanged")
        #expect(try await !stage.after(id).possible.contains(.ruleFlip))
        try await stage.correct(to: "fail")
        let flagged = try await stage.after(id)
        #expect(flagged.record.basis?.isFlipped == true && flagged.possible.contains(.ruleFlip))
        // It waits for Home Affairs and stands in its queue, handed over or not, until it is ruled; the unit reads the same.
        func queued(_ party: AwardParty) async throws -> Bool {
            try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await DossierRecord.list(DossierFilter(campaign: stage.campaign, party: party), in: tx).contains { $0.dossier.id == id }
            }
        }
        func said() async throws -> String? {
            try await province.read(as: .unitHead, in: AwardStage.tenant) { (tx: borrowing TenantTransaction) in
                try await DossierRecord.find(id, in: tx)?.moveWords
            }
        }
        try await stage.put(id, in: .presented)
        #expect(try await stage.after(id).record.mover == .appraiser)
        #expect(try await queued(.appraiser))
        #expect(try await !queued(.signer))
        #expect(try await said() == "Sở Nội vụ kết luận về kết quả xét đã thay đổi")
        #expect(await rule(.stands, as: .chairman) == "not-allowed")
        #expect(await rule(.stands) == nil)
        #expect(try await !queued(.appraiser), "handed over and ruled: nothing is left")
        #expect(try await said() == "không còn việc")
        #expect(await rule(.falls) == "flip-ruled")
        let ruled = try await stage.after(id)
        #expect(ruled.rulings.map(\.version) == [2] && !ruled.possible.contains(.ruleFlip))
        #expect(ruled.record.standing.state == .presented, "nothing happens by itself")
    }

    @Test("what waited for the motto when it was submitted and then passed is not turned round")
    func waitedFor() async throws {
        let stage = try await AwardStage(province, campaign: "SAU-10")
        let id = try await stage.dossier(.issued)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, verdict, snapshot_version)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-12', d.recorded_by, '2023-06-12', 'councilReviewed', 'submitted', 0, false, false,
                '{}', true, 'pending', 1
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        try await stage.correct(to: "pass")
        let shown = try await stage.after(id)
        #expect(shown.record.basis?.isFlipped == false && !shown.possible.contains(.ruleFlip))
        let act = RuleFlip(dossier: id, word: .stands, reason: "Không có gì thay đổi")
        let told = await code {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
        }
        #expect(told == "verdict-unchanged")
    }
}
