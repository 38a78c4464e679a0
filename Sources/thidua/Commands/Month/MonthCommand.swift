import ArgumentParser
import Domain
import Operations

struct MonthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "month", abstract: "Opens, shows, closes, corrects and verifies the months of a campaign.",
        discussion: "Example: thidua month show --campaign KH-77-2023 --month 2023-06 --province",
        subcommands: [
            ListMonthsCommand.self, OpenMonthCommand.self, ShowMonthCommand.self, CloseMonthCommand.self, CorrectMonthCommand.self,
            VerifyMonthCommand.self,
        ])
}

struct ReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Monthly returns of units: drafted, approved by the head.",
        discussion: "Example: thidua return show --campaign KH-77-2023 --month 2023-06",
        subcommands: [ListReturnsCommand.self, ShowReturnCommand.self, WriteReturnCommand.self, ApproveReturnCommand.self])
}

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes reports to files, from what is recorded.",
        discussion: "Example: thidua report month bao-cao.docx --campaign KH-77-2023 --month 2023-06",
        subcommands: papers + lists)

    private static let papers: [any ParsableCommand.Type] = [
        ReportMonthCommand.self, ReportUnitMonthCommand.self, MonthSheetCommand.self, ReportReviewCommand.self,
        ReportUnitReviewCommand.self, ReviewSheetCommand.self, ReportAnnexCommand.self, AnnexSheetCommand.self, ReportUrgingCommand.self,
        ReportUrgingsCommand.self,
    ]

    /// Every list as a file.
    private static let lists: [any ParsableCommand.Type] = [
        ReportListCommand<ShowStatisticsCommand>.self, ReportListCommand<ListItemsCommand>.self,
        ReportListCommand<ListLaunchesCommand>.self, ReportListCommand<ShowUnitTableCommand>.self,
        ReportListCommand<CompareUnitTablesCommand>.self,
        ReportListCommand<ListDossiersCommand>.self, ReportListCommand<ListAwardsCommand>.self, ReportListCommand<ListPeopleCommand>.self,
        ReportListCommand<ListPostsCommand>.self, ReportListCommand<ListUnitsCommand>.self, ReportListCommand<ListPapersCommand>.self,
        ReportListCommand<ListDirectivesCommand>.self, ReportListCommand<ListHoldsCommand>.self,
        ReportListCommand<ListOpinionsCommand>.self, ReportListCommand<ListPetitionsCommand>.self,
        ReportListCommand<ListPresentationsCommand>.self, ReportListCommand<ListCriticismsCommand>.self,
        ReportListCommand<ListInitiativesCommand>.self,
        ReportListCommand<ListAwardFilesCommand>.self, ReportListCommand<ListConsentsCommand>.self,
        ReportListCommand<ListMonthsCommand>.self, ReportListCommand<ListOverdueCommand>.self,
        ReportListCommand<AuditTimelineCommand>.self,
        ReportListCommand<ListRemediesCommand>.self, ReportListCommand<ListVisitsCommand>.self,
        ReportListCommand<ListFollowingsCommand>.self, ReportListCommand<ListFollowNotesCommand>.self,
        ReportListCommand<ListInspectionsCommand>.self, ReportListCommand<ListDifficultiesCommand>.self,
        ReportListCommand<ListReturnsCommand>.self, ReportListCommand<ListReviewDisputesCommand>.self,
        ReportListCommand<ListDisputesCommand>.self, ReportListCommand<ListExtensionsCommand>.self,
        ReportListCommand<ListUnconfirmedCommand>.self, ReportListCommand<ListWaitingResultsCommand>.self,
        ReportListCommand<ListItemDraftsCommand>.self,
        ReportListCommand<ListDraftsCommand>.self, ReportListCommand<ListMottosCommand>.self,
        ReportListCommand<ListSessionsCommand>.self, ReportListCommand<ListNominationsCommand>.self,
        ReportListCommand<ListOwnRoundsCommand>.self, ReportListCommand<OwnTotalsCommand>.self,
        ReportListCommand<AwardHistoryCommand>.self, ReportListCommand<AchievementFlagsCommand>.self,
        ReportListCommand<ListNamesCommand>.self, ReportListCommand<ListLettersCommand>.self,
        ReportListCommand<ListInitiativeLettersCommand>.self,
        ReportListCommand<PublishedAwardsCommand>.self, ReportListCommand<PublishedInitiativesCommand>.self,
        ReportListCommand<ListConfirmationsCommand>.self, ReportListCommand<ListHandlingsCommand>.self,
        ReportListCommand<CountHandlingsCommand>.self, ReportListCommand<ListDelegationsCommand>.self,
        ReportListCommand<ReportedCalendarCommand>.self, ReportListCommand<ReportedTenantsCommand>.self,
        ReportListCommand<ListGoodModelsCommand>.self, ReportListCommand<ListAdoptionsCommand>.self,
        ReportListCommand<ListReviewEventsCommand>.self, ReportListCommand<ListReminderRulesCommand>.self,
        ReportListCommand<ListUnsentMessagesCommand>.self, ReportListCommand<ListPeriodRulesCommand>.self,
        ReportListCommand<ListCoverageLinesCommand>.self, ReportListCommand<ListCoverageCommand>.self,
        ReportListCommand<CountCoverageCommand>.self, ReportListCommand<ReportedJudgementCommand>.self,
        ReportListCommand<ReportedExplanationCommand>.self, ReportListCommand<ShowNominationCommand>.self,
        ReportListCommand<ReportedLaunchMonitorCommand>.self, ReportListCommand<OverviewCommand>.self,
        ReportListCommand<CountItemsCommand>.self, ReportListCommand<AwardBudgetCommand>.self, ReportListCommand<ShowReviewCommand>.self,
        ReportListCommand<ShowMonthCommand>.self,
    ]
}

/// Which month of which campaign.
struct NamedMonth: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "The month after which the period is named, as 2023-06.")
    var month: ReportMonth
}
