import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Chuyên viên → trưởng phòng → lãnh đạo, and back with a remark; seen by the chain alone.
@Suite("Drafts up the unit's chain", .province(opening: 6), .timeLimit(.minutes(30)))
struct DraftTests {
    let province = Province.current

    /// A district, an item handed on to its commune, and who acts there.
    private struct Desk {
        let province: Province
        let district: String
        let commune: String
        let item: WorkItem.ID

        init(_ province: Province) async throws {
            self.province = province
            let ledger = try await LedgerBench(province)
            let district = try await province.freshDistrict()
            let commune = String(district.dropFirst("district_".count)) + "01"
            let whole = try await ledger.assign(ledger.task(to: district))
            (self.district, self.commune) = (district, commune)
            item = try await ledger.handOn(HandOnItem(parent: whole, unit: commune), in: district)
        }

        func report(_ words: String = "Đã họp") -> ReportProgress {
            ReportProgress(
                item: item, evidenceOn: CivilDate("2023-06-10"), milestonePercent: 50, documentNumber: "5/BC", narrative: words)
        }

        func write(_ words: String = "Đã họp", as role: Role = .subUnitOfficer) async throws -> Draft.ID {
            let writing = WriteDraft(.progress(report(words)))
            return try await province.write(as: role, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
                try await writing.perform(in: tx, ids: .system)
            }
        }

        func show(_ id: Draft.ID, as role: Role, unit: String? = nil) async throws -> Draft {
            try await province.read(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                try await ShowDraft(id).perform(in: tx)
            }
        }

        func pass(_ id: Draft.ID, _ move: Draft.Move, _ remark: String = "", as role: Role, unit: String? = nil) async throws {
            try await province.write(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                let version = try await ShowDraft(id).perform(in: tx).version
                try await PassDraft(id, version: version, move, remark: remark).perform(in: tx, ids: .system)
            }
        }

        func approve(_ id: Draft.ID, as role: Role, unit: String? = nil) async throws {
            try await province.write(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                let version = try await ShowDraft(id).perform(in: tx).version
                try await ApproveDraft(id, version: version).perform(in: tx, ids: .system)
            }
        }

        func waiting(_ role: Role, unit: String? = nil) async throws -> [Draft.ID] {
            try await province.read(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                try await ListDrafts(waitingForMe: true, limit: 100).perform(in: tx).drafts.map(\.id)
            }
        }

        /// What somebody is told of drafts, the newest first.
        func told(_ role: Role, unit: String? = nil) async throws -> [String] {
            try await province.read(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                try await ListNotices().perform(in: tx).filter { $0.path == "/drafts" }.map(\.reason)
            }
        }

        func set(_ approval: Draft.Approval) async throws {
            try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                let version = try await ShowDraftApproval().perform(in: tx).version
                try await SetDraftApproval(approval, version: version).perform(in: tx)
            }
        }
    }

    @Test("up to the head and the unit, back with a remark, written anew, approved: the report is filed, by whom and for whom it says")
    func wholeWay() async throws {
        let desk = try await Desk(province)
        let id = try await desk.write()
        #expect(try await desk.waiting(.subUnitOfficer, unit: desk.commune) == [id])
        try await desk.pass(id, .forwarded, "Kính trình", as: .subUnitOfficer, unit: desk.commune)
        #expect(try await desk.waiting(.subUnitHead, unit: desk.commune) == [id])
        #expect(try await desk.told(.subUnitHead, unit: desk.commune) == ["dự thảo báo cáo tiến độ chờ xử lý: Kính trình"])
        #expect(try await desk.told(.unitHead).isEmpty, "it has not come to him")
        try await desk.pass(id, .forwarded, as: .subUnitHead, unit: desk.commune)
        #expect(try await desk.waiting(.unitCoordinator) == [id])
        #expect(try await desk.waiting(.unitHead) == [id])
        try await desk.pass(id, .returned, "Bổ sung số liệu", as: .unitCoordinator)
        try await desk.pass(id, .returned, "Như ý kiến trên", as: .subUnitHead, unit: desk.commune)
        let back = try await desk.show(id, as: .subUnitOfficer, unit: desk.commune)
        #expect(back.standing.state == .returned && back.steps.map(\.remark) == ["Kính trình", "", "Bổ sung số liệu", "Như ý kiến trên"])
        #expect(try await desk.told(.unitHead) == ["dự thảo báo cáo tiến độ chờ xử lý"])
        #expect(try await desk.told(.subUnitOfficer, unit: desk.commune) == ["dự thảo báo cáo tiến độ bị trả lại: Như ý kiến trên"])
        let revising = ReviseDraft(id, version: back.version, .progress(desk.report("Đã họp, 12 ý kiến")))
        try await province.write(as: .subUnitOfficer, in: desk.district, unit: desk.commune) { (tx: borrowing TenantTransaction) in
            try await revising.perform(in: tx)
        }
        try await desk.pass(id, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        try await desk.pass(id, .forwarded, as: .subUnitHead, unit: desk.commune)
        try await desk.approve(id, as: .unitHead)
        let reports = try await province.read(as: .unitHead, in: desk.district) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: desk.item).perform(in: tx).reports
        }
        #expect(reports.map(\.narrative) == ["Đã họp, 12 ý kiến"])
        #expect(reports.first?.recordedBy == province.post(of: .unitHead, in: desk.district))
        #expect(reports.first?.preparedBy == province.post(of: .subUnitOfficer, in: desk.district, unit: desk.commune))
        let approved = try await desk.show(id, as: .subUnitOfficer, unit: desk.commune)
        #expect(approved.standing.state == .approved && approved.steps.last?.move == .approved)
        #expect(try await desk.waiting(.unitHead).isEmpty)
        #expect(await province.refusal { try await desk.approve(id, as: .unitHead) }?.code == "no-such-step")
    }

    @Test("seen by its drafter and by whom it has reached, by nobody else of the unit and never outside (A59)")
    func sight() async throws {
        let desk = try await Desk(province)
        let id = try await desk.write()
        func sees(_ role: Role, _ unit: String? = nil) async -> Bool {
            await province.refusal { _ = try await desk.show(id, as: role, unit: unit) } == nil
        }
        #expect(await sees(.subUnitOfficer, desk.commune))
        for role in [Role.unitHead, .unitCoordinator, .clerk, .tenantAdmin] { #expect(await !sees(role), "\(role)") }
        #expect(await !sees(.subUnitHead, desk.commune))
        try await desk.pass(id, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        #expect(await sees(.subUnitHead, desk.commune))
        #expect(await !sees(.subUnitHead, "PNV"))
        #expect(await !sees(.unitHead))
        try await desk.pass(id, .forwarded, as: .subUnitHead, unit: desk.commune)
        #expect(await sees(.unitHead))
        #expect(await sees(.unitCoordinator))
        for role in [Role.clerk, .tenantAdmin, .councilSecretary] { #expect(await !sees(role), "\(role)") }
        // Whoever reads the whole province has not even the right to ask.
        for role in [Role.officeMonitor, .homeAffairsOfficer, .chairman, .auditor] {
            let asked = try await province.raw(role, provinceWide: true, "SELECT FROM core.draft")
            #expect(asked?.sqlState == "42501", "\(role)")
        }
    }

    @Test("moves by who has it before him alone, by the program and past it")
    func moves() async throws {
        let desk = try await Desk(province)
        let id = try await desk.write()
        try await desk.pass(id, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        let tenant = province.tenant(desk.district)
        func raw(_ role: Role, unit: String?, step: String = "forwarded", position: Int = 2) async throws -> String? {
            try await province.raw(
                role, in: desk.district, unit: unit,
                """
                INSERT INTO \(desk.district).draft_step (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
                VALUES ('\(tenant)', gen_random_uuid(), '\(id)', \(position), '\(step)', 2, 'x', '\(province.post(of: role, in: desk.district, unit: unit))', '2023-06-20')
                """
            )?.sqlState
        }
        #expect(try await raw(.subUnitOfficer, unit: desk.commune) == "42501", "it does not lie with him any more")
        #expect(try await raw(.unitHead, unit: nil) == "42501", "it has not come to him")
        #expect(try await raw(.subUnitHead, unit: "PNV") == "42501")
        #expect(try await raw(.subUnitHead, unit: desk.commune, step: "approved") == "23514")
        #expect(try await raw(.subUnitHead, unit: desk.commune, step: "discarded") == "23514", "its drafter alone gives it up")
        #expect(try await raw(.subUnitHead, unit: desk.commune, position: 3) == "23505")
        #expect(try await raw(.subUnitHead, unit: desk.commune) == nil, "the control")
        for change in ["level = 2", "reached = 2", "state = 'approved'", "drafted_by = gen_random_uuid()"] {
            let statement = "UPDATE \(desk.district).draft SET \(change) WHERE id = '\(id)'"
            let answer = try await province.raw(.subUnitOfficer, in: desk.district, unit: desk.commune, statement)?.sqlState
            #expect(answer == "TD422", "\(change)")
        }
        let late = "UPDATE \(desk.district).draft SET narrative = 'khác' WHERE id = '\(id)'"
        #expect(
            try await province.raw(.subUnitOfficer, in: desk.district, unit: desk.commune, late)?.constraint
                == "draft_lies_with_its_drafter")
    }

    @Test("is filed as it stands, once, by who may approve it: other words, another approver or a second time are refused past the program")
    func filing() async throws {
        let desk = try await Desk(province)
        let id = try await desk.write()
        let (tenant, unit) = (province.tenant(desk.district), province.unit(desk.commune, in: desk.district))
        func raw(_ role: Role, unit seat: String?, words: String = "Đã họp") async throws -> String? {
            try await province.raw(
                role, in: desk.district, unit: seat,
                """
                INSERT INTO \(desk.district).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, document_number, narrative, draft_id,
                    recorded_by, recorded_on)
                VALUES ('\(tenant)', gen_random_uuid(), '\(desk.item)', '\(unit)', 'reported', '2023-06-10', 50, '5/BC', '\(words)', '\(id)',
                    '\(province.post(of: role, in: desk.district, unit: seat))', '2023-06-20')
                """
            )?.constraint
        }
        #expect(try await raw(.subUnitOfficer, unit: desk.commune) == "draft_approved_by_who_has_it")
        try await desk.pass(id, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        #expect(try await raw(.subUnitOfficer, unit: desk.commune) == "draft_approved_by_who_has_it")
        #expect(try await raw(.unitHead, unit: nil) == "draft_approved_by_who_has_it")
        #expect(try await raw(.subUnitHead, unit: desk.commune, words: "khác") == "draft_approved_as_it_is")
        #expect(try await raw(.subUnitHead, unit: desk.commune) == nil, "the control")
        try await desk.set(.unit)
        #expect(try await raw(.subUnitHead, unit: desk.commune) == "draft_approved_by_the_unit")
        #expect(await province.refusal { try await desk.approve(id, as: .subUnitHead, unit: desk.commune) }?.code == "needs-approval")
        try await desk.pass(id, .forwarded, as: .subUnitHead, unit: desk.commune)
        try await desk.approve(id, as: .unitCoordinator)
    }

    @Test("the unit's own rule: without one everybody reports directly; with one, who must have his report approved does not")
    func rule() async throws {
        let desk = try await Desk(province)
        func direct(_ role: Role) async -> String? {
            await province.refusal {
                try await province.write(as: role, in: desk.district, unit: desk.commune) { (tx: borrowing TenantTransaction) in
                    _ = try await desk.report().perform(in: tx, ids: .system)
                }
            }?.code
        }
        #expect(await direct(.subUnitOfficer) == nil)
        try await desk.set(.subUnit)
        #expect(await direct(.subUnitOfficer) == "needs-approval")
        #expect(await direct(.subUnitHead) == nil)
        try await desk.set(.unit)
        #expect(await direct(.subUnitHead) == "needs-approval")
        let unit = province.unit(desk.commune, in: desk.district)
        let past = """
            INSERT INTO \(desk.district).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
            VALUES ('\(province.tenant(desk.district))', gen_random_uuid(), '\(desk.item)', '\(unit)', 'reported', '2023-06-10', 'x',
                '\(province.post(of: .subUnitOfficer, in: desk.district, unit: desk.commune))', '2023-06-20')
            """
        #expect(try await province.raw(.subUnitOfficer, in: desk.district, unit: desk.commune, past)?.sqlState == "42501")
        try await desk.set(.none)
        #expect(try await province.raw(.subUnitOfficer, in: desk.district, unit: desk.commune, past) == nil)
        for role in [Role.unitCoordinator, .clerk] {
            let refused = await province.refusal {
                try await province.write(as: role, in: desk.district) { (tx: borrowing TenantTransaction) in
                    try await SetDraftApproval(.unit, version: 4).perform(in: tx)
                }
            }
            #expect(refused == .notAllowed)
        }
    }

    @Test("of a result one goes up at a time, until it is approved or given up; reports are drafted beside each other")
    func oneAtATime() async throws {
        let desk = try await Desk(province)
        func result(_ role: Role = .subUnitOfficer) async throws -> Draft.ID {
            var report = desk.report()
            report.isResult = true
            report.milestonePercent = nil
            let writing = WriteDraft(.progress(report))
            return try await province.write(as: role, in: desk.district, unit: desk.commune) {
                (tx: borrowing TenantTransaction) in
                try await writing.perform(in: tx, ids: .system)
            }
        }
        _ = try await desk.write("Một")
        _ = try await desk.write("Hai")
        let first = try await result()
        #expect(await province.refusal { _ = try await result() }?.code == "draft-open")
        try await desk.pass(first, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        #expect(await province.refusal { _ = try await result() }?.code == "draft-open")
        func discard(_ role: Role) async -> Problem? {
            await province.refusal {
                try await province.write(as: role, in: desk.district, unit: desk.commune) { (tx: borrowing TenantTransaction) in
                    let version = try await ShowDraft(first).perform(in: tx).version
                    try await DiscardDraft(first, version: version).perform(in: tx, ids: .system)
                }
            }
        }
        #expect(await discard(.subUnitOfficer)?.code == "draft-not-here")
        try await desk.pass(first, .returned, "Thiếu số liệu", as: .subUnitHead, unit: desk.commune)
        #expect(await discard(.subUnitHead) == .notAllowed, "another's")
        let old = try await desk.show(first, as: .subUnitOfficer, unit: desk.commune).version - 1
        let discarded = await province.refusal {
            try await province.write(as: .subUnitOfficer, in: desk.district, unit: desk.commune) { (tx: borrowing TenantTransaction) in
                try await DiscardDraft(first, version: old).perform(in: tx, ids: .system)
            }
        }
        let passed = await province.refusal {
            try await province.write(as: .subUnitOfficer, in: desk.district, unit: desk.commune) { (tx: borrowing TenantTransaction) in
                try await PassDraft(first, version: old, .forwarded).perform(in: tx, ids: .system)
            }
        }
        #expect(discarded == .stale && passed == .stale, "as it was before it came back")
        #expect(await discard(.subUnitOfficer) == nil)
        let gone = try await desk.show(first, as: .subUnitOfficer, unit: desk.commune)
        #expect(gone.standing.state == .discarded && gone.lastRemark == "Thiếu số liệu" && !gone.code.isEmpty)
        let second = try await result()
        #expect(try await desk.waiting(.subUnitOfficer, unit: desk.commune).contains(second))
        #expect(try await !desk.waiting(.subUnitOfficer, unit: desk.commune).contains(first))
        // What the head of the sub-unit keeps by him hinders the officer not, and goes up after his.
        let heads = try await result(.subUnitHead)
        try await desk.pass(second, .forwarded, as: .subUnitOfficer, unit: desk.commune)
        let both = await province.refusal { try await desk.pass(heads, .forwarded, as: .subUnitHead, unit: desk.commune) }
        #expect(both?.code == "draft-open")
        try await desk.pass(second, .returned, "Chờ", as: .subUnitHead, unit: desk.commune)
        try await desk.pass(heads, .forwarded, as: .subUnitHead, unit: desk.commune)
    }

    @Test("the record of a launch goes the same way")
    func launch() async throws {
        let plan = try Plans.shipped("DRAFT-LAUNCH")
        try await province.launched(plan)
        let (district, commune) = ("district_101", "10101")
        _ = try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await CascadeLaunch(campaign: plan.code).perform(in: tx)
        }
        try await province.work()
        let record = RecordLaunch(
            .unit(campaign: plan.code, code: commune), version: nil, happenedOn: CivilDate("2023-04-07")!, form: .ownConference,
            attendance: 40)
        let id = try await province.write(as: .subUnitOfficer, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
            let id = try await WriteDraft(.launch(record)).perform(in: tx, ids: .system)
            try await PassDraft(id, version: 1, .forwarded).perform(in: tx, ids: .system)
            return id
        }
        try await province.write(as: .subUnitHead, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
            let version = try await ShowDraft(id).perform(in: tx).version
            try await ApproveDraft(id, version: version).perform(in: tx, ids: .system)
        }
        let launch = try await province.read(as: .subUnitHead, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
            try await ShowLaunch(.unit(campaign: plan.code, code: commune)).perform(in: tx)
        }
        #expect(launch.steps.last?.act == .launched(.ownConference, attendance: 40))
        #expect(launch.steps.last?.recordedBy == province.post(of: .subUnitHead, in: district, unit: commune))
        #expect(launch.steps.last?.preparedBy == province.post(of: .subUnitOfficer, in: district, unit: commune))
    }
}
