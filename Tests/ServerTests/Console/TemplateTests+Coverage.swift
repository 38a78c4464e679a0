import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// The media plan, a line of it, what was published: each page with everything that may stand there, and with nothing.
    static var coverage: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("dept_bao") else { return [] }
        let outlet: Tenant.ID = IDSource.system.next()
        let content = CoverageLine.Content(occasion: .launch, subject: "x", kind: .news, outlet: outlet, plannedOn: day)
        let line = CoverageLine(
            id: IDSource.system.next(), version: 2, campaign: "x", content: content, outletSlug: slug, outletName: "x", isDropped: false,
            reason: "x", recordedOn: day, publications: 1, publishedOn: day, withoutKit: 1, early: 1, kitApprovedOn: day)
        let consent = PublicityConsent.Word(consents: true, givenOn: day, manner: .paper, documentNumber: "x", note: "x")
        let facts = PressKit.Facts(words: "x", approver: "x", approvedOn: day, documentNumber: "x", notBefore: day)
        let kits = [
            PressKit(
                id: IDSource.system.next(), version: 1, facts: facts, shown: .person(name: "x", consent: consent), reason: "",
                isPublic: true,
                recordedOn: day),
            PressKit(
                id: IDSource.system.next(), version: 2, facts: nil, shown: .nobody, reason: "x", isPublic: true, recordedOn: day),
        ]
        let published = Coverage(
            id: IDSource.system.next(), outlet: outlet, outletSlug: slug, outletName: "x", campaign: "x", line: line.id, subject: "x",
            report: Coverage.Report(kind: .news, title: "x", publishedOn: day, minutes: 5, link: "https://x"), hasKit: true, isEarly: true,
            corrects: nil, reason: "x", recordedOn: day)
        let count = CoverageCount(outletSlug: slug, outletName: "x", counts: [.news: 1], minutes: 5)
        let choices = [Choice(key: "x", name: "x")]
        let fault = FormFault(.invalid("$.reason", "x"))
        func plan(_ lines: [CoverageLine], _ outlets: [Choice]) -> CoveragePage {
            var page = CoveragePage(
                frame: Frame(), unit: "x", path: "/coverage", ListCoverageLines.Answer(lines: lines, next: nil, today: day),
                outlets: outlets, campaigns: choices)
            page.fault = fault
            return page
        }
        func one(_ kits: [PressKit], _ publications: [Coverage], _ outlets: [Choice], reportsTo: String?) -> CoverageLinePage {
            let detail = CoverageLineDetail(line: line, versions: [line], kits: kits, publications: publications)
            var page = CoverageLinePage(
                frame: Frame(), list: "/coverage", ShowCoverageLine.Answer(detail: detail, today: day), outlets: outlets,
                awards: outlets.isEmpty ? [] : [.init(key: "x", name: "x")], reportsTo: reportsTo)
            page.fault = fault
            return page
        }
        func all(_ counts: [CoverageCount], _ coverage: [Coverage], reportsTo: String?) -> CoveragePublishedPage {
            var page = CoveragePublishedPage(
                frame: Frame(), unit: "x", plan: "/coverage", campaign: "x", from: day, to: day, counts: counts, coverage,
                campaigns: choices, reportsTo: reportsTo)
            page.fault = fault
            return page
        }
        return [
            plan([line], choices), plan([], []), one(kits, [published], choices, reportsTo: "/x"), one([], [], [], reportsTo: nil),
            all([count], [published], reportsTo: "/x"), all([], [], reportsTo: nil),
        ]
    }
}
