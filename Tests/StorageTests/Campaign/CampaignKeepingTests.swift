import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A campaign in the database", .province, .timeLimit(.minutes(30)))
struct CampaignKeepingTests {
    let province = Province.current

    private func show(_ code: String, version: Int? = nil) async throws -> CampaignRecord {
        try await province.read(as: .clerk, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ShowCampaign(code: code, version: version).perform(in: tx)
        }
    }

    @Test("is read back as it was imported, by any officer")
    func roundTrip() async throws {
        let plan = try Plans.shipped("ROUND-TRIP")
        let result = try await province.bring(plan)
        #expect(result.outcome == .added)
        let kept = try await show("ROUND-TRIP")
        #expect(kept.plan == plan)
        #expect(kept.version == 1)
        #expect(kept.launch == nil)
        #expect(kept.recordedOn == province.businessDate)
        let list = try await province.read(as: .individual, in: "district_102", unit: "10201") { (tx: borrowing TenantTransaction) in
            try await ListCampaigns().perform(in: tx)
        }
        #expect(list.contains { $0.code == "ROUND-TRIP" && $0.launchDeadline == Plans.day("2023-04-09") })
    }

    @Test("does not change when the same plan comes again")
    func again() async throws {
        let plan = try Plans.shipped("AGAIN")
        try await province.bring(plan)
        let result = try await province.bring(plan)
        #expect(result.outcome == .unchanged)
        #expect(result.version == 1)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.campaign_version AS v JOIN core.campaign AS c ON c.id = v.campaign_id WHERE c.code = 'AGAIN'")
                == 1)
    }

    @Test("takes changed text as the next version and keeps the one before")
    func changed() async throws {
        let first = try Plans.shipped("CHANGED")
        try await province.bring(first)
        var second = first
        second.name = "Phong trào thi đua (đính chính)"
        second.content[1].tasks.removeLast()
        #expect(try await province.bring(second).version == 2)
        #expect(try await show("CHANGED").plan == second)
        #expect(try await show("CHANGED", version: 1).plan == first)
        let refusal = await province.refusal { _ = try await show("CHANGED", version: 3) }
        #expect(refusal == .notFound)
        let contents = try await province.count(
            "SELECT count(*) FROM core.campaign_content AS k JOIN core.campaign AS c ON c.id = k.campaign_id WHERE c.code = 'CHANGED'")
        #expect(contents == second.itemContentCodes.count)
    }

    @Test("is left alone by a dry run")
    func dryRun() async throws {
        let plan = try Plans.shipped("DRY")
        let result = try await province.write(as: .officeChief, to: .province) { (tx: borrowing TenantTransaction) in
            try await ImportCampaign(plan: plan, dryRun: true).perform(in: tx, ids: .system)
        }
        #expect(result.outcome == .added)
        #expect(await province.refusal { _ = try await show("DRY") } == .notFound)
    }

    @Test(
        "is imported by the Office alone",
        arguments: [Role.chairman, .viceChairman, .homeAffairsOfficer, .councilMember, .auditor])
    func officeOnly(role: Role) async throws {
        let plan = try Plans.shipped("NOT-BY-\(role.rawValue)")
        #expect(await province.refusal { try await province.bring(plan, as: role) } == .notAllowed)
        #expect(await province.refusal { _ = try await show(plan.code) } == .notFound)
    }

    @Test("is not imported from inside a unit, not even by its head")
    func notFromAUnit() async throws {
        let plan = try Plans.shipped("FROM-A-UNIT")
        let refusal = await province.refusal {
            try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
                _ = try await ImportCampaign(plan: plan).perform(in: tx, ids: .system)
            }
        }
        #expect(refusal == .notAllowed)
    }

    static let frozen: [(String, @Sendable (inout Campaign) -> Void)] = [
        ("paper.date", { $0.paper.date = Plans.day("2023-03-30") }),
        ("span.from", { $0.span.from = Plans.day("2023-01-02") }),
        ("span.to", { $0.span.to = Plans.day("2024-01-31") }),
        ("launch.deadline.date", { $0.launch.deadline.date = Plans.day("2023-04-15") }),
        ("firstTier", { $0.firstTier.removeLast() }),
        ("phases[0].to", { $0.phases[0].to = Plans.day("2023-07-01") }),
        ("phases[0].review", { $0.phases[0].review = nil }),
        ("phases", { $0.phases.removeLast() }),
    ]

    @Test("keeps, once launched, what units were launched to", arguments: frozen.indices)
    func frozenAfterLaunch(index: Int) async throws {
        let (path, change) = Self.frozen[index]
        let plan = try Plans.shipped("FROZEN-\(index)")
        try await province.bring(plan)
        var changed = plan
        change(&changed)
        // Before the launch the same change is a version like any other; then it is taken back.
        #expect(try await province.bring(changed).outcome == .changed)
        try await province.bring(plan)
        try await province.launch(plan.code)
        let refusal = await province.refusal { try await province.bring(changed) }
        #expect(refusal?.code == "launched-already")
        #expect(refusal?.kind == .refused)
        #expect(refusal?.fields.contains { $0.path == path } == true)
        #expect(try await show(plan.code).version == 3)
    }

    @Test("may, once launched, still be corrected in its words and parameters")
    func wordsAfterLaunch() async throws {
        var plan = try Plans.shipped("WORDS")
        try await province.bring(plan)
        try await province.launch(plan.code)
        plan.closing = "Thực hiện nghiêm túc."
        plan.parameters[0].note = "đính chính"
        #expect(try await province.bring(plan).outcome == .changed)
    }

    @Test("keeps a content that an item of the ledger serves")
    func contentInUse() async throws {
        let plan = try Plans.shipped("CONTENT")
        try await province.bring(plan)
        let (district, post) = (province.tenant("district_101"), province.post(of: .officeMonitor))
        let directive: Directive.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            INSERT INTO core.sector (code, name, position) VALUES ('khac', 'Khác', 1) ON CONFLICT DO NOTHING;
            INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, recorded_by, recorded_on)
            VALUES ('\(directive)', '\(district)', 'CT', '1', '2023-04-01', 'UBND', 'Việc', '\(post)', '2023-06-20');
            INSERT INTO core.work_item (tenant_id, id, unit_id, campaign_id, content_code, code, kind, role, title, directive_id, source_clause, sector,
                completion, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
            SELECT '\(district)', core.new_id(), '\(district)', c.id, 'III.4', 'CONTENT-1', 'task', 'lead', 'Việc', '\(directive)', '1', 'khac',
                'ketQua', '\(district)', '\(post)', '2023-04-01', '2023-06-20'
            FROM core.campaign AS c WHERE c.code = 'CONTENT'
            """)
        var changed = plan
        changed.content.removeAll { $0.code == "III.4" }
        let refusal = await province.refusal { try await province.bring(changed) }
        #expect(refusal?.code == "content-in-use")
        #expect(refusal?.fields.map(\.reason).first?.contains("III.4") == true)
    }
}
