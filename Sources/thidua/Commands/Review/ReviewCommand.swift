import ArgumentParser
import Domain
import Operations

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Reconciles the ledgers of a review, freezes its figures, corrects and verifies them.",
        discussion: "Example: thidua review show --campaign KH-77-2023 --review interim",
        subcommands: [
            OpenReviewCommand.self, ConfirmReviewCommand.self, DisputeReviewCommand.self, ListReviewDisputesCommand.self,
            AnswerReviewCommand.self,
            FreezeReviewCommand.self,
            CorrectReviewCommand.self, ShowReviewCommand.self, ExportReviewCommand.self, VerifyReviewCommand.self,
            ReviewEventCommand.self,
        ])
}

/// Which review of which campaign.
struct NamedReview: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "interim (sơ kết) or final (tổng kết).")
    var review: Campaign.Review
}
