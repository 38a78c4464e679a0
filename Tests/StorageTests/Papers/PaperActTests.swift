import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Recorded by one, signed by another: only with the scan, and only what the signer himself might have done.
@Suite("Acts on paper", .province(opening: 5), .timeLimit(.minutes(30)))
struct PaperActTests {
    let province = Province.current

    private static let scan = Array("%PDF-1.4 ký %%EOF".utf8)

    private func record(
        signer: Post.ID, number: String, on day: String = "2023-06-19", scanned: Bool = true, as role: Role = .clerk, in district: String
    ) async throws -> PaperAct.ID {
        try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
            let head = PaperAct.Head(signer: signer, number: number, signedOn: CivilDate(day)!, abstract: "Xác nhận")
            let id = try await RecordPaper(head).perform(in: tx, ids: .system)
            if scanned { try await AttachPaperFile(paper: id, fileName: "quét.pdf", content: Self.scan).perform(in: tx) }
            return id
        }
    }

    private func rule(_ id: WorkItem.ID, _ paper: PaperAct.ID, as role: Role = .clerk, in district: String) async -> Problem? {
        await province.refusal {
            _ = try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
                try await RuleItem(item: id, kind: .accepted, paper: paper).perform(in: tx, ids: .system)
            }
        }
    }

    private func commune(_ district: String) -> String { String(district.dropFirst("district_".count)) + "01" }

    /// Handed on to a commune by the head and reported done.
    private func done(_ ledger: LedgerBench, in district: String) async throws -> WorkItem.ID {
        let whole = try await ledger.assign(ledger.task(to: district))
        let id = try await ledger.handOn(HandOnItem(parent: whole, unit: commune(district)), in: district)
        let result = ReportProgress(
            item: id, isResult: true, evidenceOn: CivilDate("2023-06-10"), documentNumber: "5/BC", narrative: "Đã xong")
        try await ledger.report(result, as: .subUnitHead, in: district, unit: commune(district))
        return id
    }

    @Test("the clerk records what the head signed: by the one, of the other, with the paper's number and day")
    func recorded() async throws {
        let (ledger, district) = (try await LedgerBench(province), try await province.freshDistrict())
        let id = try await done(ledger, in: district)
        let paper = try await record(signer: province.post(of: .unitHead, in: district), number: "15/QĐ-UBND", in: district)
        #expect(await rule(id, paper, in: district) == nil)
        let detail = try await ledger.show(id, in: district)
        let ruling = try #require(detail.rulings.first)
        #expect(detail.entry.standing.state == .accepted)
        #expect(ruling.recordedBy == province.post(of: .clerk, in: district))
        #expect(ruling.documentNumber == "15/QĐ-UBND" && ruling.decidedOn == CivilDate("2023-06-19"))
        #expect(
            ruling.paper?.vietnamese
                == "do clerk \(district) ghi nhận, unit_head \(district) ký (số 15/QĐ-UBND ngày 19/06/2023)")
        let entry = try await province.asked(
            """
            SELECT concat_ws(' ', post_id, after ->> 'paper_id') FROM core.audit_entry WHERE relation = 'ruling' AND subject_id = \(id.description)
            """, String.self)
        #expect(entry == "\(ruling.recordedBy) \(paper)")
    }

    @Test("nothing is recorded from a paper without its scan, by the program or past it")
    func scan() async throws {
        let (ledger, district) = (try await LedgerBench(province), try await province.freshDistrict())
        let id = try await done(ledger, in: district)
        let head = province.post(of: .unitHead, in: district)
        let paper = try await record(signer: head, number: "16/QĐ", scanned: false, in: district)
        #expect(await rule(id, paper, in: district)?.code == "paper-without-scan")
        let unit = province.unit(commune(district), in: district)
        func raw(_ paper: PaperAct.ID?, as role: Role = .clerk) async throws -> String? {
            try await province.raw(
                role, in: district,
                """
                INSERT INTO \(district).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, paper_id, recorded_by, recorded_on)
                VALUES ('\(province.tenant(district))', gen_random_uuid(), '\(id)', '\(unit)', '\(province.tenant(district))', 'violation', '2023-06-01', '99/QĐ', 'x',
                    \(paper.map { "'\($0)'" } ?? "NULL"), '\(province.post(of: role, in: district))', '2023-06-20')
                """
            )?.sqlState
        }
        #expect(try await raw(paper) == "42501")
        #expect(try await raw(nil) == "42501")
        try await province.write(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await AttachPaperFile(paper: paper, fileName: "x.pdf", content: Self.scan).perform(in: tx)
        }
        #expect(try await raw(paper) == nil, "the control")
        // Who rules himself does not put it on another's paper.
        #expect(try await raw(paper, as: .unitHead) == "42501")
        #expect(try await raw(nil, as: .unitHead) == nil)
        let word = Array("PK".utf8)
        let refused = await province.refusal {
            try await province.write(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await AttachPaperFile(paper: paper, fileName: "x.docx", content: word).perform(in: tx)
            }
        }
        #expect(refused?.code == "file-type")
    }

    @Test("nor what the signer's own post might not have done: without the right, on his own unit's item, on what is not his")
    func signers() async throws {
        let (ledger, district) = (try await LedgerBench(province), try await province.freshDistrict())
        let id = try await done(ledger, in: district)
        let member = try await record(
            signer: province.post(of: .unitCouncilMember, in: district), number: "17/QĐ", in: district)
        #expect(await rule(id, member, in: district)?.code == "signer-not-allowed")
        // The head of the commune that did it (A66), and the head of another unit that did not give it.
        for (number, unit) in [("18/QĐ", commune(district)), ("19/QĐ", "PNV")] {
            let paper = try await record(
                signer: province.post(of: .subUnitHead, in: district, unit: unit), number: number, in: district)
            #expect(await rule(id, paper, in: district) == .notAllowed, "\(unit)")
        }
        let head = try await record(signer: province.post(of: .unitHead, in: district), number: "20/QĐ", in: district)
        for role in [Role.unitCouncilMember, .tenantAdmin] { #expect(await rule(id, head, as: role, in: district) == .notAllowed) }
        #expect(await rule(id, head, in: district) == nil, "the control")
    }

    @Test("who may have signed: the head of the unit first, his deputies next, who keeps the system last; no two are called the same")
    func choices() async throws {
        let district = try await province.freshDistrict()
        // By given name he comes before the head.
        let deputy = try await province.added("Trần Văn An", from: "2023-01-01", in: district)
        let giving = GivePost(person: deputy, role: .unitHead, title: "Phó Chủ tịch", leaderRank: .department)
        _ = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await giving.perform(in: tx, ids: .system)
        }
        for (unit, day) in [(commune(district), "2023-02-01"), ("PNV", "2023-02-01"), ("PNV", "2023-03-01")] {
            let person = try await province.added("Trần Thị Bé Ba", from: "2023-01-01", in: district)
            _ = try await province.given(
                .subUnitOfficer, to: person, at: province.unit(unit, in: district), from: day, in: district)
        }
        let titles = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListSigners().perform(in: tx).map { $0.title }
        }
        #expect(titles.first?.hasPrefix("unit_head ") == true && titles.last?.hasPrefix("tenant_admin ") == true, "\(titles)")
        #expect(titles.dropFirst().first == "Phó Chủ tịch – Trần Văn An", "\(titles)")
        #expect(Set(titles).count == titles.count, "\(titles)")
        let namesakes = titles.filter { $0.contains("Trần Thị Bé Ba") }
        #expect(namesakes.count == 3 && namesakes.allSatisfy { $0.contains("Xã") || $0.contains("Phòng Nội vụ") }, "\(namesakes)")
        #expect(namesakes.count { $0.hasSuffix(", từ 01/03/2023") } == 1, "\(namesakes)")
    }

    @Test("the signer held his post on that day, is not the recorder, and is of the unit; a foreign post is like none")
    func heads() async throws {
        let district = try await province.freshDistrict()
        func refusal(_ signer: Post.ID, on day: String = "2023-06-19", number: String = "1/QĐ") async -> Problem? {
            await province.refusal { _ = try await record(signer: signer, number: number, on: day, in: district) }
        }
        let head = province.post(of: .unitHead, in: district)
        #expect(await refusal(head, on: "2019-12-31")?.fields.map(\.path) == ["$.signer"])
        #expect(await refusal(head, on: "2023-06-21")?.fields.first?.path == "$.signedOn")
        #expect(await refusal(province.post(of: .clerk, in: district))?.fields.map(\.path) == ["$.signer"])
        #expect(await refusal(province.post(of: .unitHead, in: "district_101")) == refusal(IDSource.system.next()))
        #expect(await refusal(province.post(of: .chairman)) == refusal(IDSource.system.next()))
        #expect(await refusal(head) == nil)
        #expect(await refusal(head)?.code == "paper-there")
        #expect(await refusal(head, on: "2022-06-19") == nil, "another year, another series")
    }

    @Test("the Office records the Chairman's launch: he launched, the monitor recorded; a Vice-Chairman's paper launches nothing")
    func launch() async throws {
        let plan = try Plans.shipped("PAPER-LAUNCH")
        try await province.bring(plan)
        func launch(_ signer: Role, _ number: String) async -> Problem? {
            await province.refusal {
                let paper = try await record(
                    signer: province.post(of: signer), number: number, on: "2023-03-31", as: .officeMonitor, in: "dept_vpub")
                _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                    try await LaunchCampaign(
                        code: plan.code, documentNumber: number, launchedOn: CivilDate("2023-03-31")!, paper: paper
                    ).perform(in: tx)
                }
            }
        }
        #expect(await launch(.viceChairman, "78/KH-UBND")?.code == "signer-not-allowed")
        #expect(await launch(.chairman, "77/KH-UBND") == nil)
        let launched = try await province.asked(
            """
            SELECT l.launched_by || ' ' || p.recorded_by FROM core.campaign_launch AS l JOIN core.paper_act AS p ON p.id = l.paper_id
                JOIN core.campaign AS c ON c.id = l.campaign_id WHERE c.code = \(plan.code)
            """, String.self)
        #expect(launched == "\(province.post(of: .chairman)) \(province.post(of: .officeMonitor))")
        let own = await province.refusal {
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await LaunchCampaign(code: "PAPER-OTHER", documentNumber: "1/KH", launchedOn: CivilDate("2023-03-31")!).perform(in: tx)
            }
        }
        #expect(own != nil)
    }

    @Test("a unit's plan and launch are recorded from its papers")
    func units() async throws {
        let plan = try Plans.shipped("PAPER-UNIT")
        try await province.launched(plan)
        let district = "district_101"
        let paper = try await record(
            signer: province.post(of: .unitHead, in: district), number: "21/KH-UBND", on: "2023-04-05", in: district)
        let launch = try await province.write(as: .clerk, in: district) { (tx: borrowing TenantTransaction) -> Launch in
            var act = RecordLaunchPlan(
                .unit(campaign: plan.code, code: nil), version: nil, happenedOn: CivilDate("2023-04-05")!, documentNumber: "21/KH-UBND",
                text: "Hưởng ứng")
            act.paper = paper
            return try await act.perform(in: tx, ids: .system)
        }
        #expect(launch.steps.last?.paper?.number == "21/KH-UBND")
        #expect(launch.steps.last?.recordedBy == province.post(of: .clerk, in: district))
    }
}
