extension Campaign {
    /// Whom the campaign rewards, for what, and with what.
    public struct Awards: Hashable, Sendable, Codable {
        /// Collectives that may be rewarded.
        public var collectives: Passage
        /// Persons that may be rewarded.
        public var individuals: Passage
        /// One rule for each review the phases name.
        public var reviews: [ReviewAward]
        /// Awards outside the reviews.
        public var adHoc: [AdHocAward]
        /// What units award by their own power.
        public var ownPower: [Passage]

        public init(collectives: Passage, individuals: Passage, reviews: [ReviewAward], adHoc: [AdHocAward], ownPower: [Passage]) {
            self.collectives = collectives
            self.individuals = individuals
            self.reviews = reviews
            self.adHoc = adHoc
            self.ownPower = ownPower
        }
    }

    /// The rule by which one review rewards collectives and lets them propose individuals.
    public struct ReviewAward: Hashable, Sendable, Codable {
        public var review: Review
        public var clause: String
        public var name: String
        /// What is given, such as “Bằng khen của Chủ tịch …”.
        public var recognition: String
        /// The sentence that opens the list of conditions.
        public var words: String
        /// All of them have to be met.
        public var conditions: [AwardCondition]
        /// The letter given beside the award for a share of items ahead of time or above target, if the plan gives one.
        public var letter: LetterRule?
        /// How many individuals a unit that meets the conditions may propose, if any.
        public var individuals: IndividualsRule?

        public init(
            review: Review, clause: String, name: String, recognition: String, words: String, conditions: [AwardCondition],
            letter: LetterRule?,
            individuals: IndividualsRule?
        ) {
            self.review = review
            self.clause = clause
            self.name = name
            self.recognition = recognition
            self.words = words
            self.conditions = conditions
            self.letter = letter
            self.individuals = individuals
        }
    }

    /// One condition of an award: the plan's sentence and what the program tests for it.
    public struct AwardCondition: Hashable, Sendable, Codable {
        public var test: AwardTest
        public var words: String

        public init(test: AwardTest, words: String) {
            self.test = test
            self.words = words
        }
    }

    /// What can be tested of a unit for an award.
    public enum AwardTest: String, Hashable, Sendable, Codable, CaseIterable {
        /// The motto was observed (A53).
        case motto
        /// Every item due by the review was completed with quality, in time and by the rules (A34, A43, A44).
        case dueItems
        /// Every item due after the review has come a given part of its way (A34, A35).
        case laterItems
        /// Every item of the campaign was completed with quality, in time and by the rules (A40).
        case allItems
    }

    /// A letter of praise for a share of items ahead of time or above target; the share is ``Review/letterPercent``.
    public struct LetterRule: Hashable, Sendable, Codable {
        public var words: String
        public var recognition: String

        public init(words: String, recognition: String) {
            self.words = words
            self.recognition = recognition
        }
    }

    /// How many individuals a unit may propose; the number is ``Review/individualsCap``.
    public struct IndividualsRule: Hashable, Sendable, Codable {
        public var words: String

        public init(words: String) {
            self.words = words
        }
    }

    /// An award for one deed, outside the reviews and outside their caps (A06).
    public struct AdHocAward: Hashable, Sendable, Codable {
        public var kind: Kind
        public var clause: String
        public var recognition: String
        public var words: String

        public init(kind: Kind, clause: String, recognition: String, words: String) {
            self.kind = kind
            self.clause = clause
            self.recognition = recognition
            self.words = words
        }

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// A letter: no form of award in law, no money.
            case letter
            /// A Bằng khen.
            case certificate
        }
    }

    /// The rule of a review, if the campaign has that review.
    public func award(at review: Review) -> ReviewAward? {
        awards.reviews.first { $0.review == review }
    }
}

extension Campaign.Review {
    /// The parameter with the smallest share, in percent, that brings the letter of this review.
    public var letterPercent: Campaign.ParameterName {
        self == .interim ? .letterPercentInterim : .letterPercentFinal
    }

    /// The parameter with the largest number of individuals that a unit may propose at this review.
    public var individualsCap: Campaign.ParameterName {
        self == .interim ? .individualsInterim : .individualsFinal
    }
}
