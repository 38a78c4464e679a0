import ArgumentParser
import Domain
import Operations

/// Verdicts as an officer takes them away; `thidua judge` shows them, and judges ledger files besides.
struct ReportedJudgementCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "judgement"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(commandName: noun, abstract: "The verdicts of a review, unit by unit.")

    @OptionGroup var reviewed: ReviewOptions
    @OptionGroup var options: OfficerOptions

    func validate() throws { try reviewed.requireCampaign() }

    func entry() async throws -> Entry { try await options.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> JudgeCampaign { JudgeCampaign(try reviewed.gathering()) }
}

struct ReportedExplanationCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "judgement-explanation"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: noun, abstract: "The same verdicts with rule, item, date and paper, and what is still to be done.")

    @OptionGroup var reviewed: ReviewOptions
    @OptionGroup var options: OfficerOptions

    func validate() throws { try reviewed.requireCampaign() }

    func entry() async throws -> Entry { try await options.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ExplainVerdicts { ExplainVerdicts(try reviewed.gathering()) }
}
