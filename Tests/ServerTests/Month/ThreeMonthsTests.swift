import Domain
import Foundation
import Logging
import Operations
import TestSupport
import Testing

/// April to June 2023 of the demonstration, as its officers live them: while its ledger grows day by day, the units report, the Office closes,
/// corrects and reports; whoever reads a figure reads the same one on the page, by the API, by command, in the workbook and in the paper.
@Suite("Three months of the demonstration", .emptyProvinceFirst, .timeLimit(.minutes(30)))
struct ThreeMonthsTests {
    private let province = Province.current

    @Test("are reported, closed, corrected and told in the same figures everywhere")
    func played() async throws {
        let demonstration = try ReducedDemonstration()
        defer { demonstration.remove() }
        let plan = demonstration.plan
        #expect(plan.units.count == 28)
        let campaign = try CampaignFile.read(
            String(contentsOf: URL(filePath: RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml"), encoding: .utf8))
        let loader = try DemonstrationLoader(
            plan: plan, campaign: campaign, database: province.url, home: RepositoryPaths.root, hasher: PasswordHasher(.least),
            logger: Logger(label: "tests")
        ) { _ in }
        let months = try PlayedMonths(province, plan)
        let outcome = try await loader.load { day in try await months.play(before: day) }
        #expect(outcome == .loaded)
        try await months.play(before: nil)
        #expect(await months.isOver)
        try await months.checkThatNothingMoved()
    }
}
