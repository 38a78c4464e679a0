/// A task or target as a review judges it: facts only, no opinion.
public struct LedgerItem: Hashable, Sendable {
    /// What the item asks for.
    public enum Work: Hashable, Sendable {
        /// A task, with the step of its ladder that is confirmed; see ``milestones``.
        case task(milestonePercent: Int)
        case target(TargetMeasure)
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case task, target
    }

    /// The part that the unit has in the item; only the lead answers for it (A12).
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case lead, coordinate
    }

    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case active
        /// Không tính vào đánh giá, by a signed document (A29).
        case exempt
        /// Cancelled, replaced or suspended by the assigner (A30).
        case cancelled
    }

    /// One deadline of a periodic item (A16).
    public struct Occurrence: Hashable, Sendable {
        public let dueOn: CivilDate
        public let completedOn: CivilDate?

        public init(dueOn: CivilDate, completedOn: CivilDate?) {
            self.dueOn = dueOn
            self.completedOn = completedOn
        }

        /// Whether, seen at the end of `day`, its deadline has passed without the result in time.
        public func isLate(at day: CivilDate) -> Bool {
            guard dueOn <= day else { return false }
            guard let completedOn else { return true }
            return completedOn > dueOn
        }

        /// The same as officers are told of it: on its last day a deadline is not missed yet, as an item is not overdue on its own.
        public func isMissed(at day: CivilDate) -> Bool { (completedOn ?? day) > dueOn }
    }

    /// The steps of a task's ladder, in percent (A36).
    public static let milestones = [0, 10, 30, 50, 70, 90, 100]

    /// Unique in the unit.
    public var code: String
    public var work: Work
    /// Whether the item belongs to the campaign; others are never counted (A11).
    public var isInCampaign: Bool
    public var role: Role
    public var status: Status
    public var assignedOn: CivilDate
    /// Nil while no deadline is fixed (A26).
    public var originalDueOn: CivilDate?
    /// In order of decision.
    public var extensions: [DueDateExtension]
    /// Date of the result itself, not of its entry (A24).
    public var completedOn: CivilDate?
    /// Whether the assigner accepted the result.
    public var isAccepted: Bool
    /// How often the result was returned for quality (A43).
    public var qualityReturns: Int
    /// Findings of inspections tied to the item (A44).
    public var violations: Int
    public var occurrences: [Occurrence]

    public init(
        code: String, work: Work, isInCampaign: Bool = true, role: Role = .lead, status: Status = .active, assignedOn: CivilDate,
        originalDueOn: CivilDate?, extensions: [DueDateExtension] = [], completedOn: CivilDate? = nil, isAccepted: Bool = false,
        qualityReturns: Int = 0, violations: Int = 0, occurrences: [Occurrence] = []
    ) {
        self.code = code
        self.work = work
        self.isInCampaign = isInCampaign
        self.role = role
        self.status = status
        self.assignedOn = assignedOn
        self.originalDueOn = originalDueOn
        self.extensions = extensions
        self.completedOn = completedOn
        self.isAccepted = isAccepted
        self.qualityReturns = qualityReturns
        self.violations = violations
        self.occurrences = occurrences
    }
}

extension LedgerItem {
    public var kind: Kind { measure == nil ? .task : .target }

    /// Nil for a task.
    public var measure: TargetMeasure? {
        guard case .target(let measure) = work else { return nil }
        return measure
    }

    /// Whether the result was there by `day`, is accepted and, for a target, reaches it.
    public func isDone(by day: CivilDate) -> Bool {
        guard isAccepted, let completedOn, completedOn <= day else { return false }
        return measure?.isMet ?? true
    }

    /// Progress at the end of `day`; a done item is complete whatever its figure.
    public func progress(at day: CivilDate) -> Progress {
        if isDone(by: day) { return .complete }
        return switch work {
        case .task(let percent): Progress(percent: percent)
        case .target(let measure): measure.progress
        }
    }
}
