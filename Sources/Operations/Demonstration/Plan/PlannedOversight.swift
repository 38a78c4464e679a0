public import Domain

/// Who sits in the provincial council of a demonstration.
public struct PlannedMember: Sendable, Hashable {
    public let username: String
    public let duty: CouncilMember.Duty
}

/// A unit that the Office inspected in a demonstration.
public struct PlannedVisit: Sendable, Hashable {
    /// Code of the first-tier unit.
    public let unit: String
    public let heldOn: CivilDate
    /// Nil: nothing was found.
    public let finding: String?
    /// What has to be put right about it.
    public let remedy: PlannedRemedy?
}

/// What a member of the provincial council followed in a demonstration; with what he noted there, if he noted something.
public struct PlannedFollowing: Sendable, Hashable {
    public let member: String
    /// Code of the first-tier unit.
    public let unit: String
    public let note: Note?

    public struct Note: Sendable, Hashable {
        public let on: CivilDate
        public let kind: FollowNote.Kind
        public let words: String
        /// Of a finding alone.
        public let remedy: PlannedRemedy?
    }
}

public struct PlannedRemedy: Sendable, Hashable {
    public let words: String
    public let dueOn: CivilDate
    /// How far it came.
    public let state: Remedy.State
}
