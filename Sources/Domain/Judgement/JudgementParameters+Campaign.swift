extension JudgementParameters {
    /// The parameters as a campaign sets them; what it leaves out keeps its default.
    ///
    /// A campaign without an interim review has nothing due after it, and one without a final review is judged to the end of its span.
    public init(_ campaign: Campaign) {
        let finalEnd = campaign.reviewDate(.final) ?? campaign.span.to
        self.init(interimEnd: campaign.reviewDate(.interim) ?? finalEnd, finalEnd: finalEnd)
        minimumProgressPercent = campaign.integer(.minimumProgressPercent) ?? minimumProgressPercent
        s2Rule = campaign.choice(.s2Rule).flatMap(LaterItemsRule.init) ?? s2Rule
        letterPercentInterim = campaign.integer(.letterPercentInterim) ?? letterPercentInterim
        letterPercentFinal = campaign.integer(.letterPercentFinal) ?? letterPercentFinal
        individualsInterim = campaign.integer(.individualsInterim) ?? individualsInterim
        individualsFinal = campaign.integer(.individualsFinal) ?? individualsFinal
        minimumEarlyWorkingDays = campaign.integer(.minimumEarlyWorkingDays) ?? minimumEarlyWorkingDays
        aheadBase = campaign.choice(.aheadBase).flatMap(AheadBase.init) ?? aheadBase
        newItemGraceWorkingDays = campaign.integer(.newItemGraceWorkingDays) ?? newItemGraceWorkingDays
        maximumQualityReturns = campaign.integer(.maximumQualityReturns) ?? maximumQualityReturns
        minimumItems = campaign.integer(.minimumItems) ?? minimumItems
        carryPhaseOneLate = campaign.flag(.carryPhaseOneLate) ?? carryPhaseOneLate
    }
}
