public import Domain

/// A month of a demonstration that was reported and closed.
public struct PlannedMonth: Sendable, Hashable {
    public let month: ReportMonth
    /// On which the Office opens it and communes approve their returns.
    public let communesOn: CivilDate
    /// On which the units approve their returns, and on which the Office closes.
    public let reportedOn: CivilDate
    public let closedOn: CivilDate
    /// Codes of the units and communes that sent none.
    public let silent: Set<String>
    /// Codes of the communes that sent theirs on the day of the units.
    public let late: Set<String>
}

/// What a unit of a demonstration raised, as far as it came.
public struct PlannedDifficulty: Sendable, Hashable {
    /// Code of the first-tier unit.
    public let unit: String
    public let raisedOn: CivilDate
    public let title: String
    public let obstacle: String
    public let proposal: String
    /// Nil: nobody was asked yet.
    public let routing: Routing?

    public struct Routing: Sendable, Hashable {
        /// Code of the first-tier unit that was asked.
        public let solver: String
        public let on: CivilDate
        /// Nil: not yet.
        public let answer: Answer?
    }

    public struct Answer: Sendable, Hashable {
        public let on: CivilDate
        public let words: String
        public let documentNumber: String
    }
}

/// The event at which a review of a demonstration is held.
public struct PlannedReviewEvent: Sendable, Hashable {
    public let review: Campaign.Review
    public let plan: ReviewEvent.Plan
}
