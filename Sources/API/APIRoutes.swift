public import Web

/// Every endpoint of the API, in the order of its document.
public enum APIRoutes {
    public static let all: [Route] =
        SessionRoutes.all + FactorRoutes.all + TokenRoutes.all + AccessRoutes.all + TenantRoutes.all + UnitRoutes.all + PersonRoutes.all
        + AccountRoutes.all + PostRoutes.all + DelegationRoutes.all + JoinerRoutes.all + PersonMoveRoutes.all
        + CampaignRoutes.all + LaunchRoutes.all + LaunchMonitorRoutes.all
        + DirectiveRoutes.all + AnnexRoutes.all + ItemRoutes.all
        + ItemAssignmentRoutes.all + ItemStepRoutes.all + ExtensionRoutes.all + SupplementRoutes.all
        + UnconfirmedRoutes.all + WaitingResultRoutes.all + PassingRoutes.all + DisputeRoutes.all + EvidenceRoutes.all
        + LedgerSheetRoutes.all + CalendarRoutes.all
        + ManyItemsRoutes.all + DraftRoutes.all + ItemDraftRoutes.all + PaperRoutes.all + PaperActRoutes.all + JudgementRoutes.all
        + MottoRoutes.all
        + ReviewRoutes.all + MonthRoutes.all + AwardRuleRoutes.all + NominationRoutes.all + DossierRoutes.all + OwnAwardRoutes.all
        + CouncilRoutes.all
        + HoldRoutes.all
        + InitiativeRoutes.all + AwardRegisterRoutes.all + AwardFileRoutes.all + ConsentRoutes.all + AftermathRoutes.all
        + PresentationRoutes.all + AwardPaperRoutes.all
        + TemplateRoutes.all + AwardHistoryRoutes.all
        + DifficultyRoutes.all + UrgingRoutes.all + RemedyRoutes.all + InspectionRoutes.all + FollowingRoutes.all + CriticismRoutes.all
        + GoodModelRoutes.all + HandlingRoutes.all
        + OpinionRoutes.all + PetitionRoutes.all
        + CoverageLineRoutes.all + CoverageRoutes.all
        + StatisticsRoutes.all + UnitTableRoutes.all + NoticeRoutes.all + ReminderRuleRoutes.all + PeriodRuleRoutes.all
        + ReviewEventRoutes.all + AuditRoutes.all
}
