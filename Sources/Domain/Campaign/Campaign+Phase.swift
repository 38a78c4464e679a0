extension Campaign {
    /// A stretch of days, both ends included, with the words that set it.
    public struct Span: Hashable, Sendable, Codable {
        public var words: String
        public var from: CivilDate
        public var to: CivilDate

        public init(words: String, from: CivilDate, to: CivilDate) {
            self.words = words
            self.from = from
            self.to = to
        }

        public func contains(_ date: CivilDate) -> Bool {
            from <= date && date <= to
        }
    }

    /// One phase (đợt) of the campaign.
    public struct Phase: Hashable, Sendable, Codable {
        /// Stable short name, such as `I`.
        public var code: String
        public var name: String
        /// How the plan sets the dates.
        public var words: String
        public var from: CivilDate
        /// Last day, and the day on which the figures of its review are taken.
        public var to: CivilDate
        /// The review that closes the phase, if one does.
        public var review: Review?

        public init(code: String, name: String, words: String, from: CivilDate, to: CivilDate, review: Review?) {
            self.code = code
            self.name = name
            self.words = words
            self.from = from
            self.to = to
            self.review = review
        }
    }

    /// The two reviews that a ledger can be judged in.
    public enum Review: String, Hashable, Sendable, Codable, CaseIterable {
        /// Sơ kết.
        case interim
        /// Tổng kết.
        case final
    }

    /// The day on which the figures of a review are taken: the last day of the phase it closes. Nil when the campaign has no such review.
    public func reviewDate(_ review: Review) -> CivilDate? {
        phases.first { $0.review == review }?.to
    }

    /// The review that is meant when none is named: the latest whose day has come, else the next one. From its day on it is settled,
    /// frozen, voted on and awarded, until the other one comes.
    public func review(meantOn day: CivilDate) -> Review {
        let dated = Review.allCases.filter { reviewDate($0) != nil }
        return dated.last { reviewDate($0).map { $0 <= day } == true } ?? dated.first ?? .final
    }

    /// The phase that a day lies in.
    public func phase(on date: CivilDate) -> Phase? {
        phases.first { $0.from <= date && date <= $0.to }
    }
}

extension Campaign {
    /// How the campaign is launched and carried down.
    public struct Launch: Hashable, Sendable, Codable {
        public var clause: String
        /// Post that launches the campaign.
        public var by: String
        /// The plan's sentences on organising.
        public var words: [String]
        public var deadline: Deadline
        /// Forms in which a unit may hold its launch.
        public var forms: [LaunchForm]
        /// Down to whom units launch, in the plan's words.
        public var reach: Passage

        public init(clause: String, by: String, words: [String], deadline: Deadline, forms: [LaunchForm], reach: Passage) {
            self.clause = clause
            self.by = by
            self.words = words
            self.deadline = deadline
            self.forms = forms
            self.reach = reach
        }

        /// Whether a launch held on this day is late. A late launch is marked, never refused (A58).
        public func isLate(_ date: CivilDate) -> Bool {
            date > deadline.date
        }
    }

    /// A last day, with the words it was derived from (A22).
    public struct Deadline: Hashable, Sendable, Codable {
        public var words: String
        /// The last day that is still in time.
        public var date: CivilDate
        /// The paper or person that fixed the day where the words alone do not say one.
        public var fixedBy: String?

        public init(words: String, date: CivilDate, fixedBy: String? = nil) {
            self.words = words
            self.date = date
            self.fixedBy = fixedBy
        }
    }

    /// A form of launch that the plan allows, with the label that officers choose.
    public struct LaunchForm: Hashable, Sendable, Codable {
        public var kind: Kind
        public var label: String

        public init(kind: Kind, label: String) {
            self.kind = kind
            self.label = label
        }

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// A conference of its own.
            case ownConference
            /// Held together with another conference, which has to be named.
            case combined
            case other
        }
    }
}
