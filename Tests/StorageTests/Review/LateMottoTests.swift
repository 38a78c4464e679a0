import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The councils meet after the review is held (domain.md 6: freeze, then councils, then the decision): what one concludes on a motto then reaches
/// the frozen figures by a correction, and through them the Chairman.
@Suite("A motto that is concluded after the review", .province, .serialized, .timeLimit(.minutes(30)))
struct LateMottoTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func conclude(_ campaign: String, _ unit: String, as role: Role, in tenant: String? = nil) async throws {
        let deciding = DecideMotto(
            campaign: campaign, review: .interim, unit: unit, isAccepted: true, documentNumber: "02/KL-HĐ", reason: "Hội đồng họp tháng 7")
        try await province.write(as: role, in: tenant, to: tenant == nil ? .province : .home) { (tx: borrowing TenantTransaction) in
            try await deciding.perform(in: tx, ids: .system)
        }
    }

    private func decide(_ dossier: AwardDossier.ID) async -> String? {
        await code {
            try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                try await DecideDossier(dossier: dossier).perform(in: tx, ids: .system)
            }
        }
    }

    /// The collective of a unit, put to the Chairman already.
    private func put(_ tenant: String, _ unit: String? = nil, _ campaign: String) async throws -> AwardDossier.ID {
        let id: AwardDossier.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, achievement, recorded_by, recorded_on)
            SELECT '\(province.tenant(tenant))', '\(id)', 'provincialReview', r.campaign_id, r.id, 'provincialCertificate', 'collective',
                '\(province.unit(unit, in: tenant))', 'x', '\(province.post(of: .unitHead, in: tenant))', '2023-06-28'
            FROM core.review AS r JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE c.code = '\(campaign)';
            UPDATE core.award_dossier
            SET state = 'putToChairman', steps = 1, last_on = '2023-06-28', submitted_on = '2023-06-28', regime_code = 'nd91' WHERE id = '\(id)';
            """)
        return id
    }

    private func verdict(_ unit: String, _ campaign: String, _ tier: JudgedTier = .firstTier, knownOn: String? = nil) async throws
        -> UnitVerdict.Verdict?
    {
        let gathering = GatherLedger(
            campaign: campaign, review: .interim, isFrozen: true, asOf: ReviewBench.heldOn, knownOn: knownOn.map { Plans.day($0) },
            tier: tier)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await JudgeCampaign(gathering).perform(in: tx)
        }.units.first { $0.code == unit }?.verdict
    }

    @Test("passes by a correction of the figures and is decided on, of a unit and of a commune; what was known before stays known so")
    func concluded() async throws {
        let campaign = "CHOT-MUON"
        let bench = try await ReviewBench(province, campaign: campaign)
        try await AwardStage.loadRules(into: province)
        // What a commune answers for, given by its district.
        let paper = Directive.Paper(
            type: "Quyết định", number: "504/QĐ-MUON", issuedOn: Plans.day("2023-03-20"), issuer: "Ủy ban nhân dân huyện", abstract: "Giao")
        let item = try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            let directive = try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
            return try await AssignItem(
                lead: "10201", kind: .task, title: "Báo cáo", campaign: campaign, content: "III.3", directive: directive,
                sourceClause: "Mục 1", sector: "NV", completion: .ketQua, dueOn: Plans.day("2023-06-12"),
                assignedOn: Plans.day("2023-04-03")
            ).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .subUnitOfficer, in: "district_102", unit: "10201") { (tx: borrowing TenantTransaction) in
            try await ReportProgress(
                item: item, isResult: true, evidenceOn: Plans.day("2023-06-10"), documentNumber: "3/BC", documentIssuer: "UBND",
                narrative: "Đã xong"
            ).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: item, kind: .accepted).perform(in: tx, ids: .system)
        }
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        let (unit, commune) = (try await put("district_102", nil, campaign), try await put("district_102", "10201", campaign))
        #expect(try await verdict("102", campaign) == .pending)
        #expect(try await verdict("102/10201", campaign, .subUnits) == .pending)

        // In July the councils meet: the provincial one on the unit, the unit's own on the commune.
        try await bench.move(to: "2023-07-05")
        for dossier in [unit, commune] { #expect(await decide(dossier) == "dossier-verdict-pending", "the control: nobody has concluded") }
        try await conclude(campaign, "102", as: .councilMember)
        try await conclude(campaign, "10201", as: .unitCouncilMember, in: "district_102")
        for dossier in [unit, commune] { #expect(await decide(dossier) == "dossier-verdict-pending", "the figures are frozen") }
        let due = try await province.read(as: .officeMonitor, to: .home) { (tx: borrowing TenantTransaction) in
            try await ListNotices(unreadOnly: true, before: nil).perform(in: tx).filter { $0.rule == "correction_due" }
        }
        #expect(Set(due.map(\.tenant.text)) == ["district_102"] && due.count == 2, "of the unit and of the commune: \(due)")
        for (dossier, council) in [(unit, "Hội đồng TĐKT tỉnh"), (commune, "Hội đồng TĐKT của đơn vị")] {
            let checks = try await province.read(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                try await ShowDossier(dossier: dossier).perform(in: tx).checks
            }
            #expect(checks.contains { $0.words.hasPrefix("\(council) đã kết luận về phương châm ngày 05/07/2023") }, "\(checks)")
        }
        // One that was submitted as pending and passes was put forward for that; one that passed then and fails now is Home Affairs' to rule on.
        let flipped = try await put("district_101", nil, campaign)
        for (dossier, verdict) in [(unit, "pending"), (flipped, "pass")] {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                    own_dossier, late, wanting, awarded, verdict, snapshot_version)
                SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-28', d.recorded_by, '2023-06-28', 'councilReviewed', 'submitted', 0, false,
                    false, '{}', true, '\(verdict)', 1
                FROM core.award_dossier AS d WHERE d.id = '\(dossier)';
                SET session_replication_role = origin;
                """)
        }
        func told() async throws -> [String: Int] {
            let rows = try await province.withConnection(as: "postgres") { connection in
                try await connection.query(
                    """
                    SELECT n.dossier_id::text, n.person_id::text FROM core.notice AS n WHERE n.rule = 'verdict_flipped'
                    """
                ).decode { row in (try row.next(String.self), try row.next(String.self)) }
            }
            #expect(Set(rows.map { "\($0.0) \($0.1)" }).count == rows.count, "each once: \(rows)")
            return Dictionary(grouping: rows, by: \.0).mapValues(\.count)
        }
        #expect(try await told().isEmpty, "the control: nothing was corrected")
        let minute = ReviewSnapshot.Minute(number: "14/BB-VP", on: Plans.day("2023-07-05"), reason: "Hội đồng đã kết luận về phương châm")
        let corrected = try await bench.freeze(minute: minute)
        #expect(Set(corrected.changes.map(\.code)) == ["102", "102/10201"])
        #expect(corrected.changes.allSatisfy { $0.before?.verdict == .pending && $0.after?.verdict == .pass })
        let ruled = try await told()
        #expect(Set(ruled.keys) == [flipped.description], "\(ruled)")
        let inbox = try await province.read(as: .homeAffairsOfficer, to: .home) { (tx: borrowing TenantTransaction) in
            try await ListNotices(unreadOnly: true, before: nil).perform(in: tx)
        }
        #expect(inbox.contains { $0.rule == "verdict_flipped" && $0.path == "/award-dossiers/\(flipped)/aftermath" }, "\(inbox)")
        // The controls: what stood then is still told so, and of a unit that failed by its items nothing changed.
        #expect(try await verdict("102", campaign, knownOn: "2023-06-28") == .pending)
        #expect(try await verdict("101", campaign) == .fail)
        for dossier in [unit, commune] { #expect(await decide(dossier) == nil) }
    }
}
