import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the motto takes from criticism and from the month (A53), on the database as each officer acts.
@Suite("What the motto counts beside the ledger", .province, .serialized, .timeLimit(.minutes(30)))
struct MottoRecordTests {
    private let province = Province.current
    private static let tenant = CriticismStage.tenant

    private func figure(
        _ measure: Campaign.MottoMeasure, _ campaign: String, as role: Role, in tenant: String? = nil, code: String = "101",
        asOf day: String? = nil
    ) async throws -> String? {
        let gathering = GatherLedger(campaign: campaign, review: .interim, asOf: day.map { Plans.day($0) }, unit: code)
        return try await province.read(as: role, in: tenant, to: tenant == nil ? .province : .home) { (tx: borrowing TenantTransaction) in
            try await ShowMotto(gathering).perform(in: tx)
        }.indicators.flatMap(\.figures).first { $0.measure == measure }?.vietnamese
    }

    /// Past the guards: what the Chairman signed, or did not, of what was put to him.
    private func answer(_ id: KeptCriticism.ID, _ step: String, on day: String) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, words, document_number, document_on, recorded_by, recorded_on,
                before, state)
            VALUES (gen_random_uuid(), '\(id)', '\(province.tenant(Self.tenant))', 2, '\(step)', 'x', '21/UBND-NC', '\(day)',
                '\(province.post(of: .chairman))', '\(day)', 'put', '\(step == "sign" ? "signed" : "notSigned")');
            SET session_replication_role = origin;
            """)
    }

    @Test("is the Chairman's signed papers by the day that is asked, told to who may know of them and to nobody else")
    func criticised() async throws {
        let stage = try await CriticismStage(province, campaign: "PC-PHEBINH")
        let item = try await stage.item("1", due: "2023-05-01")
        // The control: what was not signed counts for nothing.
        try await answer(try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer)), "decline", on: "2023-06-20")
        #expect(try await figure(.criticised, stage.code, as: .officeMonitor) == "0")
        try await answer(try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer)), "sign", on: "2023-06-20")
        for role in [Role.officeMonitor, .homeAffairsOfficer, .councilMember, .auditor] {
            #expect(try await figure(.criticised, stage.code, as: role) == "1", "\(role.rawValue)")
        }
        #expect(try await figure(.criticised, stage.code, as: .unitHead, in: Self.tenant) == "1")
        #expect(try await figure(.criticised, stage.code, as: .officeMonitor, asOf: "2023-06-19") == "0", "the day before")
        #expect(try await figure(.criticised, stage.code, as: .officeMonitor, code: "102") == "0", "another unit")
        // Asked as the database asks it: who does not answer for the unit gets no line at all, not one that says 0.
        for (role, expected) in [(Role.clerk, 0), (.tenantAdmin, 0), (.unitHead, 1)] {
            let lines = try await province.read(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                let units = [
                    JudgedUnit(
                        tenant: province.tenant(Self.tenant), slug: Tenant.Slug(Self.tenant)!, unit: province.unit(nil, in: Self.tenant),
                        code: "101", name: "x", isFirstTier: true, isMottoAccepted: nil)
                ]
                return try await MottoFacts.load(
                    of: units, of: stage.campaign, review: .interim, at: LedgerMoment(asOf: nil, knownOn: nil), in: tx)
            }.values.compactMap(\.criticisms)
            #expect(lines.map(\.count) == Array(repeating: 1, count: expected), "\(role.rawValue)")
        }
    }

    @Test("of a unit that was accepted is open again once the Chairman criticised it, until the council decides with its reason (A54)")
    func reopened() async throws {
        let stage = try await CriticismStage(province, campaign: "PC-MOLAI")
        func decide(_ unit: String, reason: String, isCorrection: Bool = false) async -> String? {
            let deciding = DecideMotto(
                campaign: stage.code, review: .interim, unit: unit, isAccepted: true, documentNumber: "5/BB", reason: reason,
                isCorrection: isCorrection)
            return await province.refusal {
                try await province.write(as: .councilMember, to: .province) { (tx: borrowing TenantTransaction) in
                    try await deciding.perform(in: tx, ids: .system)
                }
            }?.code
        }
        func state(_ unit: String) async throws -> String {
            let gathering = GatherLedger(campaign: stage.code, review: .interim, unit: unit)
            return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                let judged = try await gathering.perform(in: tx).units.first?.isMottoAccepted
                return "\(try await ShowMotto(gathering).perform(in: tx).standing.state.rawValue) \(judged.map(String.init) ?? "-")"
            }
        }
        for unit in ["101", "102"] { #expect(await decide(unit, reason: "Chưa tự đánh giá") == nil) }
        // The control: what the Chairman declined opens nothing.
        let item = try await stage.item("1", due: "2023-05-01")
        try await answer(try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer)), "decline", on: "2023-06-20")
        #expect(try await state("101") == "accepted true")
        try await answer(try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer)), "sign", on: "2023-06-20")
        #expect(try await state("101") == "reopened -")
        #expect(try await state("102") == "accepted true", "of another unit nothing moved")
        // A second paper opens no second time.
        let other = try await stage.item("2", due: "2023-05-02")
        try await answer(try await stage.put(other, proposedBy: province.post(of: .homeAffairsOfficer)), "sign", on: "2023-06-20")
        #expect(try await state("101") == "reopened -")
        let codes = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await GatherLedger(campaign: stage.code, review: .interim).perform(in: tx).units.map(\.code)
        }
        #expect(codes.count == Set(codes).count && codes.contains("101"), "each unit is judged once")
        #expect(await decide("101", reason: "Đã khắc phục") == "motto-decided")
        #expect(await decide("101", reason: "", isCorrection: true) == "invalid-input")
        #expect(await decide("101", reason: "Đã khắc phục", isCorrection: true) == nil)
        #expect(try await state("101") == "accepted true")
        // Asked by another tenant, past the program, it tells nothing.
        let question = """
            SELECT 1 / CASE WHEN EXISTS (
                SELECT FROM core.mottos_reopened('\(stage.campaign)', 'interim', ARRAY['\(province.tenant(Self.tenant))'::uuid],
                    ARRAY['\(province.tenant(Self.tenant))'::uuid], ARRAY['2000-01-01'::timestamptz], NULL)) THEN 0 ELSE 1 END
            """
        let asked = try await province.raw(.unitHead, in: "district_102", question)
        #expect(asked == nil, "\(String(describing: asked))")
        let told = try await province.raw(.officeMonitor, provinceWide: true, question)
        #expect(told?.sqlState == "22012", "the control: who looks over the province is told \(String(describing: told))")
    }

    @Test("counts a criticism by the day on which it came to be known")
    func reopenedLater() async throws {
        let stage = try await CriticismStage(province, campaign: "PC-MOLAI-SAU")
        let deciding = DecideMotto(
            campaign: stage.code, review: .interim, unit: "101", isAccepted: true, documentNumber: "5/BB", reason: "Chưa tự đánh giá",
            isCorrection: false)
        try await province.write(as: .councilMember, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await deciding.perform(in: tx, ids: .system)
        }
        let item = try await stage.item("1", due: "2023-05-01")
        try await answer(try await stage.put(item, proposedBy: province.post(of: .homeAffairsOfficer)), "sign", on: "2023-06-20")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.criticism_step AS s SET recorded_on = '2023-06-21'
            FROM core.criticism AS c
            WHERE c.id = s.criticism_id AND c.campaign_id = '\(stage.campaign)' AND s.step = 'sign'
            """)
        func accepted(knownOn: CivilDate) async throws -> Bool? {
            let gathering = GatherLedger(campaign: stage.code, review: .interim, knownOn: knownOn, unit: "101")
            return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await gathering.perform(in: tx).units.first?.isMottoAccepted
            }
        }
        #expect(try await accepted(knownOn: Plans.day("2023-06-20")) == true)
        #expect(try await accepted(knownOn: Plans.day("2023-06-21")) == nil)
    }

    @Test("is the months that were due and not sent in time, as they were known by the day that is asked")
    func monthlyReturns() async throws {
        let stage = try await CriticismStage(province, campaign: "PC-THANG")
        #expect(try await figure(.monthlyReturnLate, stage.code, as: .officeMonitor) == "chưa có dữ liệu")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.report_period (id, campaign_id, month, due_on, closes_on, opened_by, opened_on, from_on, to_on, sub_unit_due_on, citation)
            SELECT gen_random_uuid(), '\(stage.campaign)', p.month, p.due_on, p.due_on + 2, '\(province.post(of: .officeMonitor))', p.due_on - 5,
                p.due_on - 33, p.due_on - 2, p.due_on - 1, 'x'
            FROM (VALUES (date '2023-05-01', date '2023-05-16'), ('2023-06-01', '2023-06-16'), ('2023-07-01', '2023-06-20')) AS p (month, due_on);
            INSERT INTO core.unit_return (tenant_id, period_id, unit_id, nothing, results, drafted_by, recorded_on, approved_by, approved_on, to_on,
                sub_unit_due_on, due_on, is_closed, waiting, warnings, figures)
            SELECT '\(province.tenant(Self.tenant))', p.id, '\(province.tenant(Self.tenant))', false, 'x', '\(province.post(of: .officeMonitor))',
                '2023-05-16', '\(province.post(of: .officeMonitor))', v.approved_on, p.to_on, p.sub_unit_due_on, p.due_on, false, 0, '{}', '{}'
            FROM (VALUES (date '2023-05-01', date '2023-05-16'), ('2023-06-01', '2023-06-19')) AS v (month, approved_on)
                JOIN core.report_period AS p ON p.campaign_id = '\(stage.campaign)' AND p.month = v.month;
            SET session_replication_role = origin;
            """)
        // In time, three days late, and due today: the last is not missed yet.
        for role in [Role.officeMonitor, .councilMember] {
            #expect(try await figure(.monthlyReturnLate, stage.code, as: role) == "1/2", "\(role.rawValue)")
        }
        #expect(try await figure(.monthlyReturnLate, stage.code, as: .unitHead, in: Self.tenant) == "1/2")
        // The controls: before the second was due nothing was late, and who sent nothing missed both.
        #expect(try await figure(.monthlyReturnLate, stage.code, as: .officeMonitor, asOf: "2023-06-16") == "0/1")
        #expect(try await figure(.monthlyReturnLate, stage.code, as: .officeMonitor, code: "102") == "2/2")
    }
}
