import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of the media plan, its kits and what was published, whatever the program says before.
@Suite("Coverage in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct CoverageTests {
    private let province = Province.current
    private static let outlet = "dept_bao"

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func content(_ outlet: String = outlet, on day: String = "2023-06-15") -> CoverageLine.Content {
        CoverageLine.Content(
            occasion: .launch, subject: "Lễ phát động", kind: .news, outlet: province.tenant(outlet), plannedOn: Plans.day(day))
    }

    private func plan(_ campaign: String, for outlet: String = outlet) async throws -> CoverageLine.ID {
        let act = PlanCoverage(campaign: campaign, content(outlet))
        return try await office { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }

    private func office<R: Sendable>(_ body: @Sendable (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await province.write(as: .officeMonitor, to: .province, body)
    }

    private func seen(_ line: CoverageLine.ID) async throws -> (line: CoverageLine?, kits: Int) {
        try await province.read(as: .mediaEditor, in: Self.outlet) { (tx: borrowing TenantTransaction) in
            (try await CoverageLine.find(line, in: tx), try await PressKit.all(of: line, in: tx).count)
        }
    }

    private static let facts = PressKit.Facts(words: "28 đơn vị", approver: "Chánh Văn phòng", approvedOn: Plans.day("2023-06-19"))

    private func approve(
        _ line: CoverageLine.ID, _ shown: PressKit.Shown = .nobody, version: Int = 1, on day: CivilDate? = nil
    ) async -> String? {
        var facts = Self.facts
        if let day { facts.approvedOn = day }
        let given = facts
        return await code {
            try await office { (tx: borrowing TenantTransaction) in
                try await PressKit.approve(given, showing: shown, of: line, version: version, id: IDSource.system.next(), in: tx)
            }
        }
    }

    @Test("a line is for an outlet of the media, changed and dropped in order and for a reason, and what stood before stays")
    func lines() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-1")
        #expect(await code { _ = try await plan(stage.code, for: "dept_snv") } == "invalid-input", "no outlet")
        let line = try await plan(stage.code)
        func change(_ content: CoverageLine.Content?, _ reason: String, from version: Int) async -> String? {
            await code {
                try await office { (tx: borrowing TenantTransaction) in
                    guard let found = try await CoverageLine.find(line, in: tx) else { throw Problem.notFound }
                    let read = CoverageLine(
                        id: found.id, version: version, campaign: found.campaign, content: found.content, outletSlug: found.outletSlug,
                        outletName: found.outletName, isDropped: false, reason: "", recordedOn: found.recordedOn, publications: 0,
                        publishedOn: nil, withoutKit: 0, early: 0, kitApprovedOn: nil)
                    try await read.change(content, for: reason, id: IDSource.system.next(), in: tx)
                }
            }
        }
        #expect(await change(content(on: "2023-06-18"), "", from: 1) == "invalid-input", "for no reason")
        #expect(await change(content(on: "2023-06-18"), "Dời ngày", from: 1) == nil)
        #expect(await change(content(on: "2023-06-19"), "Dời ngày", from: 1) == "changed-meanwhile", "the first of two was first")
        #expect(await change(content(on: "2023-06-19"), "Dời ngày", from: 5) == "coverage-dropped", "out of order")
        #expect(await change(nil, "Không còn cần", from: 2) == nil)
        #expect(await change(content(), "Lại cần", from: 3) == "coverage-dropped")
        let versions = try await province.read(as: .auditor, to: .province) { (tx: borrowing TenantTransaction) in
            try await CoverageLine.versions(of: line, in: tx)
        }
        #expect(versions.map(\.content.plannedOn.description) == ["2023-06-15", "2023-06-18", "2023-06-18"])
        #expect(versions.map(\.isDropped) == [false, false, true])
        #expect(await province.refusal { try await province.asSuperuser("UPDATE core.coverage_line SET subject = 'x'") } != nil)
    }

    @Test("an outlet sees what stands for it and the approved kit alone; without the policy it would see more")
    func sight() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-2")
        let line = try await plan(stage.code)
        #expect(try await seen(line).line?.content.subject == "Lễ phát động")
        #expect(await approve(line) == nil)
        #expect(await approve(line) == "changed-meanwhile")
        #expect(await approve(line, version: 2) == nil)
        #expect(try await seen(line).kits == 1, "the one that stands")
        for (role, tenant) in [(Role.unitHead, Self.outlet), (.clerk, Self.outlet), (.unitHead, "district_101")] {
            let found = try await province.read(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                try await CoverageLine.list(limit: 500, in: tx).count
            }
            #expect(found == 0, "\(role) of \(tenant)")
        }
        try await office { (tx: borrowing TenantTransaction) in
            try await PressKit.withdraw(of: line, for: "Số liệu chưa đúng", version: 3, id: IDSource.system.next(), in: tx)
        }
        #expect(try await seen(line).kits == 0)
        #expect(await approve(line, version: 4) == "invalid-input", "approved before it was taken back")
        #expect(await approve(line, version: 4, on: Plans.day("2023-06-20")) == nil)
        #expect(await approve(line, version: 5) == "invalid-input", "behind another it is no newer")
        // Another outlet of the media: what went on to it is seen by it alone.
        try await province.asSuperuser("UPDATE core.tenant SET scope = 'media' WHERE slug = 'dept_ttt'")
        let elsewhere = content("dept_ttt")
        _ = try await office { (tx: borrowing TenantTransaction) in
            try await ChangeCoverageLine(line, to: elsewhere, for: "Đài đưa tin").perform(in: tx, ids: .system)
        }
        #expect(try await seen(line).line == nil)
        #expect(try await seen(line).kits == 0)
        try await province.asSuperuser(
            "ALTER POLICY outlet ON core.coverage_line USING (outlet_id = (SELECT core.actor_whole()))")
        #expect(try await seen(line).line != nil, "the control")
        try await province.asSuperuser("UPDATE core.tenant SET scope = 'award_subject' WHERE slug = 'dept_ttt'")
    }

    @Test("a kit shows who agreed, and whom the province awarded while he agrees; without the constraint anybody")
    func consents() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-3")
        let line = try await plan(stage.code)
        let spoken = PublicityConsent.Word(consents: true, givenOn: Plans.day("2023-06-18"), manner: .spoken)
        #expect(await approve(line, .person(name: "Người được nêu", consent: spoken)) == "invalid-input", "to whom he said it")
        let paper = PublicityConsent.Word(consents: true, givenOn: Plans.day("2023-06-18"), manner: .paper, documentNumber: "1/ĐY")
        #expect(await approve(line, .person(name: "Người được nêu", consent: paper)) == nil)
        let unsaid = """
            INSERT INTO core.press_kit (id, tenant_id, line_id, position, facts, approver, approved_on, shown, recorded_by, recorded_on)
            VALUES (core.new_id(), core.actor_home(), '\(line)', 2, 'x', 'x', core.today(), 'Người được nêu', core.actor_post(), core.today())
            """
        #expect(try await province.raw(.officeMonitor, provinceWide: true, unsaid)?.constraint == "press_kit_with_consent")
        let award: RecordedAward.ID = IDSource.system.next()
        #expect(await approve(line, .award(award), version: 2) == "invalid-input", "no award that was signed")
        try await province.asSuperuser("ALTER TABLE core.press_kit DROP CONSTRAINT press_kit_with_consent")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, unsaid) == nil, "the control")
    }

    @Test("an outlet reports against its own lines, with minutes or a link, and corrects its own once; the list shows what stands")
    func reports() async throws {
        let stage = try await CriticismStage(province, campaign: "TT-4")
        let line = try await plan(stage.code)
        func report(
            _ line: CoverageLine.ID?, _ link: String = "https://bao.vn/1", minutes: Int? = nil, on day: String = "2023-06-16",
            campaign: Campaign.ID? = nil, as role: Role = .mediaEditor, id: Coverage.ID = IDSource.system.next()
        ) async -> String? {
            let said = Coverage.Report(kind: .news, title: "Tin", publishedOn: Plans.day(day), minutes: minutes, link: link)
            return await code {
                try await province.write(as: role, in: Self.outlet) { (tx: borrowing TenantTransaction) in
                    try await Coverage.report(said, of: campaign, line: line, id: id, in: tx)
                }
            }
        }
        let first: Coverage.ID = IDSource.system.next()
        #expect(await report(line, id: first) == nil)
        #expect(await report(line, as: .unitHead) != nil, "not who edits")
        #expect(await report(IDSource.system.next()) == "invalid-input", "no such line")
        #expect(await report(nil) == "invalid-input", "of no campaign")
        #expect(await report(nil, campaign: stage.campaign) == nil)
        #expect(await report(line, "") == "invalid-input")
        #expect(await report(line, "http://bao.vn/1") == "invalid-input")
        #expect(await report(line, "", minutes: 5) == nil)
        #expect(await report(line, on: "2023-06-21") == "invalid-input", "not yet")
        func correct(_ id: Coverage.ID, _ minutes: Int?, as role: Role = .mediaEditor, in tenant: String = Self.outlet) async -> String? {
            let said = minutes.map { Coverage.Report(kind: .feature, title: "Phóng sự", publishedOn: Plans.day("2023-06-14"), minutes: $0) }
            return await code {
                try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                    guard let found = try await Coverage.find(id, in: tx) else { throw Problem.notFound }
                    try await found.correct(said, for: "Ghi nhầm", id: IDSource.system.next(), in: tx)
                }
            }
        }
        #expect(await correct(first, 7) == nil)
        #expect(await correct(first, 8) == "not-found", "another stands in its place")
        let standing = try #require(try await seen(line).line)
        #expect(standing.publications == 2 && standing.publishedOn == CivilDate("2023-06-14"))
        #expect(standing.state(on: Plans.day("2023-06-20")) == .published)
        let count = try await province.read(as: .auditor, to: .province) { (tx: borrowing TenantTransaction) in
            try await CountCoverage(campaign: stage.code).perform(in: tx)
        }
        #expect(count.map(\.counts) == [[.news: 2, .feature: 1]] && count.first?.minutes == 12)
    }
}
