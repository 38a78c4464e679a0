import Domain
import Operations
import Testing

@testable import Console

/// How a page offers the other campaigns, whether it is of a review or not.
@Suite("The campaigns that a page offers")
struct CampaignChoiceTests {
    private func campaign(_ code: String, isLaunched: Bool = true) -> CampaignSummary {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let launch = CampaignLaunch(documentNumber: "x", launchedOn: day, launchedBy: IDSource.system.next(), recordedOn: day)
        return CampaignSummary(
            id: IDSource.system.next(), code: code, name: "Phong trào", firstDay: day, lastDay: day, launchDeadline: day, version: 1,
            launch: isLaunched ? launch : nil)
    }

    @Test("are named with their codes, for names come again, and the same with a review as without")
    func named() {
        let all = [campaign("KH-2", isLaunched: false), campaign("KH-1"), campaign("KH-0")]
        let plain = CampaignChoice(all[1], of: all, at: "/months")
        #expect(plain.campaigns.map(\.name) == ["Phong trào (KH-1)", "Phong trào (KH-0)"], "not launched: not offered")
        #expect(plain.campaigns.map(\.link) == ["/months?campaign=KH-1", "/months?campaign=KH-0"])
        #expect(plain.campaigns.map(\.isShown) == [true, false] && plain.hasSeveral)
        let review = ReviewChoice(at: "/review", "KH-1", .interim, unit: "10101", among: all)
        #expect(review.campaigns.map(\.name) == plain.campaigns.map(\.name))
        #expect(review.campaigns.map(\.link).last == "/review?campaign=KH-0&unit=10101&review=interim")
        #expect(review.hasSeveral)
        #expect(CampaignChoice(all[0], of: [all[0]], at: "/months").hasSeveral == false)
        #expect(ReviewChoice(at: "/mottos", "KH-1", .interim).hasSeveral == false)
    }

    @Test("a review's page offers them once, in the same words")
    func shown() {
        let all = [campaign("KH-1"), campaign("KH-0")]
        let review = ReviewChoice(at: "/judgement", "KH-1", .final, among: all)
        let names = TemplateNames(sources: Dictionary(uniqueKeysWithValues: Templates.sources.map { ($0.name, $0.text) }))
        struct Sample { let choice: ReviewChoice }
        #expect(names.missing(in: Sample(choice: review), template: "review-choice") == [])
        let text = Templates.sources.first { $0.name == "review-choice" }?.text ?? ""
        #expect(text.contains("{{> campaign-choice}}") && !text.contains("Phong trào"))
    }
}
