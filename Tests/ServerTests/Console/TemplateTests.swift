import Domain
import Foundation
import Operations
import TestSupport
import Testing

@testable import Console

/// Every name of a template is a name of its page.
@Suite("Templates", .province, .timeLimit(.minutes(10)))
struct TemplateTests {
    private let province = Province.current
    private let names = TemplateNames(sources: Dictionary(uniqueKeysWithValues: Templates.sources.map { ($0.name, $0.text) }))

    /// Templates that others take in.
    private let partials: Set = ["layout", "unit-table", "item-table", "launch-lists"]

    private func pages() async throws -> [any Page] {
        let code = "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))"
        try await province.launched(try Plans.shipped(code))
        let office = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) -> ProvincePage in
            let monitor = try await MonitorLaunch(campaign: code).perform(in: tx)
            return ProvincePage(frame: Frame(), monitor: monitor, overview: try await ShowOverview(campaign: code).perform(in: tx))
        }
        let district = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) -> UnitPage in
            UnitPage(
                frame: Frame(), tenant: try await ShowTenant().perform(in: tx),
                monitor: try await MonitorLaunch(campaign: code).perform(in: tx),
                overview: try await ShowOverview(campaign: code).perform(in: tx), items: try await ListItems(limit: 10).perform(in: tx))
        }
        let commune = try await province.read(as: .subUnitOfficer, in: "district_101", unit: "10101") {
            (tx: borrowing TenantTransaction) -> ItemsPage in
            ItemsPage(
                frame: Frame(), monitor: try await MonitorLaunch(campaign: code).perform(in: tx),
                overview: try await ShowOverview(campaign: code).perform(in: tx), items: try await ListItems(limit: 10).perform(in: tx))
        }
        let judged = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(GatherLedger(campaign: code, review: .interim)).perform(in: tx)
        }
        return try await judgement(judged) + [
            office, district, commune, ProblemPage(.notFound, requestID: "1"), SignInPage(),
            ExplanationPage(frame: Frame(), deed: nil, object: ""),
        ] + Self.account
    }

    /// The names alone are looked at: an empty list has none, so each has one.
    private func judgement(_ judged: ExplainVerdicts.Answer) async throws -> [any Page] {
        let item = try await JudgedProvince(province, campaign: "KH-TRANG-\(UInt32.random(in: 0...UInt32.max))")
        let query = GatherLedger(campaign: item.campaign, review: .interim)
        let failing = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(query).perform(in: tx)
        }
        let (tenant, detail) = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            (try await ShowTenant().perform(in: tx), try await ShowItem(id: item.late).perform(in: tx))
        }
        let change = JudgementParameters.Change(name: "minimumItems", value: "1")
        var all = ProvinceJudgementPage(frame: Frame(), failing, isFrozen: true, mayTry: true, tried: change)
        all.show(
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CompareParameters(query, changes: [JudgementParameters.Change(name: "individualsInterim", value: "0")]).perform(
                    in: tx)
            })
        return [
            all, ProvinceJudgementPage(frame: Frame(), judged, isFrozen: false, mayTry: false, tried: nil),
            UnitJudgementPage(frame: Frame(), tenant: tenant, failing, isFrozen: true),
            JudgedItemPage(frame: Frame(), detail: detail, directive: nil),
        ]
    }

    private static let account: [any Page] = [
        SessionsPage(
            [
                Credential(
                    id: IDSource.system.next(), kind: .session, post: IDSource.system.next(), label: "", createdAt: .now, lastUsedAt: nil,
                    expiresAt: .now, isCurrent: false)
            ], frame: Frame()),
        ChangePasswordPage(frame: Frame()), SetPasswordPage(fullName: "", username: "", until: ""),
    ]

    @Test("name nothing that their page has not")
    func complete() async throws {
        let pages = try await pages()
        for page in pages { #expect(names.missing(in: page, template: type(of: page).template) == []) }
        let seen = Set(pages.map { type(of: $0).template }).union(partials)
        #expect(seen.isSuperset(of: Templates.sources.map(\.name)), "a template has no page in this test")
    }

    @Test("with a name too many are found out, inside sections and partials too")
    func control() {
        struct Sample {
            struct Row { let name = "x" }
            let rows = [Row()]
            let none: String? = nil
        }
        let names = TemplateNames(sources: [
            "a": "{{#rows}}{{name}}{{nam}}{{> b}}{{/rows}}{{^none}}{{x.y}}{{/none}}", "b": "{{#rows}}{{q}}{{/rows}}",
        ])
        #expect(names.missing(in: Sample(), template: "a") == ["a: nam", "b: q", "a: x.y"])
    }

    @Test("the province's page lists by name who is late and who is missing")
    func lists() async throws {
        let page = try #require(try await pages().first { $0 is ProvincePage })
        let html = Templates.shared.render(page)
        #expect(html.contains("Quá hạn, chưa phát động:"))
        #expect(html.contains("Xã 101 số 1 ("))
    }
}
