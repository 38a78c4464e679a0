extension Campaign {
    /// Every parameter the program knows. Values and sources are data of the campaign; here stands only what a parameter means.
    public enum ParameterName: String, Hashable, Sendable, Codable, CaseIterable {
        // Judgement: the names and meanings of the ledger file.
        /// Smallest progress of an item due after the interim review.
        case minimumProgressPercent
        /// Whether each later item, their average, or a share of them has to reach that progress (A35).
        case s2Rule
        /// Smallest share ahead or above that brings the letter at the interim review.
        case letterPercentInterim
        /// The same at the final review.
        case letterPercentFinal
        /// Individuals that a passing unit may propose at the interim review.
        case individualsInterim
        /// The same at the final review.
        case individualsFinal
        /// Working days before the original date from which a result is ahead of time (A45).
        case minimumEarlyWorkingDays
        /// Whether the share is taken of all counted items or of the completed ones (A48).
        case aheadBase
        /// Items given in the last working days before the interim review need no progress yet (A31).
        case newItemGraceWorkingDays
        /// How often an item may be returned for quality and still count as done with quality (A43).
        case maximumQualityReturns
        /// Below this number of counted items a pass is flagged for the council (A20).
        case minimumItems
        /// Whether an item late in the first phase fails the final review too (A40).
        case carryPhaseOneLate

        // Nomination.
        /// Whether the cap on individuals holds for a first-tier unit with its whole tree, or for each collective (A03).
        case quotaScope
        /// How often a dossier may be returned for completion.
        case maxReturns
        /// Working days for the council of a unit.
        case unitCouncilDays
        /// Working days for appraisal.
        case appraisalDays
        /// Working days for the provincial council.
        case provincialCouncilDays
        /// Working days for signature.
        case signingDays
        /// Working days for which a list is posted.
        case postingDays
        /// Working days within which a deed is rewarded outside the reviews (A68).
        case adHocDays

        // Dates and evidence.
        /// Whether a date on a day off moves to the next working day (A23).
        case rollover
        /// Working days after a result within which it has to be entered (A24).
        case updateGrace
        /// Working days of silence of the assigner that raise a flag (A25).
        case acceptSla
        /// Working days within which an item without a date has to get one (A26).
        case deadlineFixDays
        /// Extensions of one item after which the council sees it (A27).
        case maxExtensions
        /// Share of exempted items, in percent, above which the unit is flagged (A29).
        case exemptSharePercent
        /// Cancellations in this many days before a freeze are flagged (A30).
        case cancelFlagDays
        /// Entries this many working days after their own date are flagged (A33).
        case backdatingDays
        /// Early results with more slack than this percent of their span are listed for the council (A51).
        case slackSharePercent
        /// Working days within which an item has to be acknowledged (A53).
        case acknowledgeDays
        /// Working days after a review date for entering evidence of before it (A61).
        case settleDays
        /// Changes of dates in this many days before a freeze are flagged (A75).
        case dueChangeFlagDays
        /// Words from which on a report of an achievement that another of the same round repeats is flagged (A75).
        case sameReportWords
        /// Whether a successor answers for a late item of its predecessor (A73).
        case inheritLate

        // Reminders, criticism, difficulties, reports. Of reminders these count until the Office sets the rule by a paper (``ReminderRule``).
        /// Days before the due date of the first reminder (A67).
        case reminderFirstDays
        /// Days before the due date of the second reminder (A67).
        case reminderSecondDays
        /// Days after the due date of the reminder of an overdue item (A67).
        case reminderOverdueDays
        /// Days overdue from which criticism may be proposed (A67).
        case critDays
        /// Late items in one month from which criticism may be proposed (A67).
        case critLateItems
        /// Working days for a unit to explain itself (A67).
        case explanationDays
        /// Working days to route a difficulty (A69).
        case difficultyRouteDays
        /// Working days to answer a difficulty (A69).
        case difficultyAnswerDays
        /// Last day of the month that the regular report covers; it begins the day after that of the month before.
        case reportPeriodLastDay
    }

    /// The values a parameter can take.
    public enum ParameterDomain: Hashable, Sendable {
        case integer(ClosedRange<Int>)
        case flag
        case choice([String])

        public func admits(_ value: ParameterValue) -> Bool {
            switch (self, value) {
            case (.integer(let range), .integer(let value)): range.contains(value)
            case (.flag, .flag): true
            case (.choice(let choices), .choice(let value)): choices.contains(value)
            default: false
            }
        }
    }
}

extension Campaign.ParameterName {
    public var domain: Campaign.ParameterDomain {
        switch self {
        case .minimumProgressPercent, .letterPercentInterim, .letterPercentFinal, .exemptSharePercent, .slackSharePercent:
            .integer(0...100)
        case .s2Rule: .choice(["each", "average", "share"])
        case .aheadBase: .choice(["counted", "completed"])
        case .quotaScope: .choice(["firstTier", "eachCollective"])
        case .carryPhaseOneLate, .rollover, .inheritLate: .flag
        // More than a thousand per unit is a slip of the pen, not a cap.
        case .individualsInterim, .individualsFinal, .minimumItems: .integer(0...1_000)
        // One word is no report.
        case .sameReportWords: .integer(2...1_000)
        case .maximumQualityReturns, .maxReturns, .maxExtensions: .integer(0...100)
        case .critLateItems: .integer(1...1_000)
        // The 28th is the last day that every month has.
        case .reportPeriodLastDay: .integer(1...28)
        case .minimumEarlyWorkingDays, .newItemGraceWorkingDays, .unitCouncilDays, .appraisalDays, .provincialCouncilDays, .signingDays,
            .postingDays, .adHocDays, .updateGrace, .acceptSla, .deadlineFixDays, .cancelFlagDays, .backdatingDays, .acknowledgeDays,
            .settleDays, .dueChangeFlagDays, .reminderFirstDays, .reminderSecondDays, .reminderOverdueDays, .critDays, .explanationDays,
            .difficultyRouteDays, .difficultyAnswerDays:
            // A year: no clock of a campaign runs longer.
            .integer(0...366)
        }
    }
}

extension Campaign {
    /// The parameters this campaign has to set: all but those of a review, letter or quota that it does not have.
    public var requiredParameters: [ParameterName] {
        let interim = award(at: .interim)
        let final = award(at: .final)
        return ParameterName.allCases.filter { name in
            switch name {
            case .minimumProgressPercent, .s2Rule, .newItemGraceWorkingDays, .carryPhaseOneLate: interim != nil
            case .letterPercentInterim: interim?.letter != nil
            case .individualsInterim: interim?.individuals != nil
            case .letterPercentFinal: final?.letter != nil
            case .individualsFinal: final?.individuals != nil
            case .quotaScope: interim?.individuals != nil || final?.individuals != nil
            default: true
            }
        }
    }
}
