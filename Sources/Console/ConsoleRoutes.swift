public import Domain
public import HTTPTypes
public import Web

/// The pages an officer reads.
public enum ConsoleRoutes {
    public static let all: [Route] = pages.map { $0.answering { SentForm.keep($0, $1) } }

    private static let pages: [Route] =
        [style] + SignInRoutes.all + OpenIDRoutes.all + PasswordRoutes.all + FactorRoutes.all + CredentialRoutes.all + HomeRoutes.all
        + LaunchRoutes.all + CampaignLaunchRoutes.all
        + ItemPageRoutes.all + DirectiveRoutes.all + ItemDraftRoutes.all + JudgementRoutes.all + MottoRoutes.all + ReviewRoutes.all
        + ReviewReportRoutes.all
        + MonthRoutes.all + UrgingRoutes.all + ReminderRuleRoutes.all
        + NominationRoutes.all
        + DossierRoutes.all + CouncilRoutes.all + HoldRoutes.all + AwardRegisterRoutes.all + AwardNameRoutes.all + AwardFileRoutes.all
        + OwnAwardRoutes.all
        + TemplateRoutes.all + AwardHistoryRoutes.all + AftermathRoutes.all + PresentationRoutes.all
        + AwardPaperRoutes.all + InitiativeRoutes.all + DifficultyRoutes.all + GoodModelRoutes.all + RemedyRoutes.all
        + InspectionRoutes.all + FollowingRoutes.all + CoverageRoutes.all + CriticismRoutes.all + HandlingRoutes.all + OpinionRoutes.all
        + PetitionRoutes.all
        + AccessRoutes.all + CampaignPaperRoutes.all + StatisticsRoutes.all + UnitTableRoutes.all
        + ActingPostRoutes.all
        + DelegationRoutes.all + DraftRoutes.all + PaperRoutes.all + PeopleRoutes.all + PersonRoutes.all
        + PersonAccountRoutes.all + ConfirmationRoutes.all
        + LedgerSheetRoutes.all + CalendarRoutes.all + NoticeRoutes.all + ReviewEventRoutes.all
        + HelpRoutes.all

    /// A refusal as a page; who is not signed in is led to the sign-in, and who must enrol a second factor to its page.
    public static func refuse(_ problem: Problem, _ requestID: String, _ head: HTTPRequest) -> Reply {
        if problem.kind == .notSignedIn { return .seeOther("/sign-in") }
        if problem == .factorNeeded { return .seeOther("/second-factor") }
        return .html(Templates.shared.render(ProblemPage(problem, requestID: requestID, path: head.path)), status: problem.kind.status)
    }

    private static let style = Route(
        .get, "/style.css", name: "style", asks: .selfService, summary: "The style of all pages.", access: .open
    ) { _ in
        var reply = Reply(mediaType: "text/css; charset=utf-8", bytes: Templates.style)
        reply.headers[.cacheControl] = "public, max-age=300"
        return reply
    }
}
