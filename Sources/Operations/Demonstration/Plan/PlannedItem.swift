public import Domain

/// An item of a demonstration's ledger: what it was given as, and what happened to it.
public struct PlannedItem: Sendable, Hashable {
    /// How a target is measured.
    public struct Measure: Sendable, Hashable {
        public let unit: String
        public let direction: TargetMeasure.Direction
        public let target: Quantity
        public let baseline: Quantity?
        public let atYearEnd: Bool
    }

    /// Unique in the whole plan.
    public let code: String
    /// Code of the item it was handed on from.
    public let parent: String?
    /// Code of the first-tier unit.
    public let unit: String
    /// Code of the sub-unit it was handed on to.
    public let subUnit: String?
    public let text: String
    /// Code of the directive, running number in it, and the clause as a paper names it.
    public let directive: String
    public let number: Int
    public let clause: String
    public let content: String
    public let sector: String
    public let completion: WorkItem.Completion
    public let product: String
    public let submitTo: String
    public let isInCampaign: Bool
    /// Usernames of the leaders in charge at the unit and above it.
    public let unitLeader: String
    public let provinceLeader: String
    public let assignedOn: CivilDate
    /// The words of the paper, and the day they mean.
    public let dueWords: String
    public let dueOn: CivilDate?
    /// Nil for a task.
    public let measure: Measure?
    /// The days on which a periodic item is due.
    public let occurrences: [CivilDate]
    /// Codes of the units asked to co-ordinate.
    public internal(set) var coordinators: [String] = []
    /// In order of time.
    public internal(set) var facts: [PlannedFact] = []
}

/// Something that happened to an item, on a day.
public struct PlannedFact: Sendable, Hashable {
    public enum Event: Sendable, Hashable {
        /// The doer takes note of the item.
        case acknowledged
        /// The doer reports a step of the ladder.
        case reported(percent: Int)
        /// The doer reports a figure.
        case measured(Quantity)
        /// The doer delivers what a periodic item asked for by a day.
        case delivered(occurrence: CivilDate)
        /// The assigner confirms that delivery.
        case deliveryConfirmed(occurrence: CivilDate)
        /// The assigner confirms the figure reported on a day.
        case figureConfirmed(measuredOn: CivilDate)
        /// The doer sends the result.
        case sent
        /// The assigner sends the last result back for its quality.
        case returned
        /// The assigner accepts the last result.
        case accepted
        /// The assigner confirms the last report.
        case confirmed
        /// The doer asks for more time.
        case askedForTime
        /// The assigner grants it.
        case extended(to: CivilDate)
        case exempted
        case cancelled
        case foundAtFault
    }

    public let on: CivilDate
    public let event: Event

    init(_ day: CivilDate, _ event: Event) {
        on = day
        self.event = event
    }
}
