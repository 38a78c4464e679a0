/// A place where a campaign contradicts itself or a rule of its form.
public struct CampaignFault: Hashable, Sendable {
    /// The field to look at first, such as `phases[1].from`; lists count from 0.
    public var path: String
    /// The other fields that the rule compared with it.
    public var related: [String]
    public var rule: Rule

    public init(_ path: String, _ rule: Rule, comparedWith related: [String] = []) {
        self.path = path
        self.rule = rule
        self.related = related
    }

    /// What is wrong and what to do next, for the officer who wrote the file.
    public var message: String { rule.message }

    /// The rules a campaign can break.
    public enum Rule: Hashable, Sendable {
        // Form of single values
        case unknownFormat(Int)
        case malformedCode(String)
        case malformedClause(String)
        case malformedDecision(String)
        case emptyText
        case emptyList
        case duplicate(String, firstAt: String)
        case unknownReference(String, known: [String])

        // Dates
        case directiveAfterPlan(CivilDate, plan: CivilDate)
        case endsBeforeStart(from: CivilDate, to: CivilDate)
        case phaseOutsideSpan(span: ClosedRange<CivilDate>)
        case phaseNotContiguous(expected: CivilDate)
        case dateAgainstWords(String, meant: CivilDate, found: CivilDate)
        case wordsNotUnderstood(String)
        case deadlineBeforeSignature(CivilDate)
        case deadlineOutsideFirstPhase(ClosedRange<CivilDate>)
        case lastPhaseNeedsFinalReview
        case finalReviewTooEarly
        case secondInterimReview

        // First tier, motto and content
        case provinceInFirstTier
        case mottoCount(opening: String, announced: Int, found: Int)
        case mottoPartOutsideName(String)
        case mottoContentTakesItems(String)
        case codeOutsideGroup(String, group: String)
        case tasksWithoutItems
        case nothingTakesItems

        // Awards and parameters
        case reviewWithoutPhase(Campaign.Review)
        case phaseWithoutAward(Campaign.Review)
        case mottoConditionWithoutMotto
        case laterItemsAtFinal
        case reviewTestsNoItems(Campaign.Review)
        case valueOutsideDomain(Campaign.ParameterName)
        case valueAgainstWords(Campaign.ParameterName, value: Int, words: [Int])
        case missingParameter(Campaign.ParameterName)
        case needlessParameter(Campaign.ParameterName)
        case secondReminderNotLater(first: Int, second: Int)
    }
}
