/// A session of a council with the names of who sits in it and of what it votes on.
public struct SessionRecord: Sendable, Hashable {
    public struct Attendee: Sendable, Hashable {
        public let person: Person.ID
        public let name: String
        public let duty: CouncilMember.Duty
        public let isPresent: Bool

        public init(person: Person.ID, name: String, duty: CouncilMember.Duty, isPresent: Bool) {
            self.person = person
            self.name = name
            self.duty = duty
            self.isPresent = isPresent
        }
    }

    /// That a member voted. How, is known of open votes alone: nil where the vote is secret.
    public struct Vote: Sendable, Hashable {
        public let member: Person.ID
        public let choice: CouncilTally.Choice?

        public init(member: Person.ID, choice: CouncilTally.Choice?) {
            self.member = member
            self.choice = choice
        }
    }

    /// One dossier of the list.
    public struct Listed: Sendable, Hashable {
        public let entry: CouncilSession.Entry
        /// Nil where not even the names are in sight.
        public let dossier: NamedDossier?
        /// By which it is voted on, as it was on the day.
        public let rule: CouncilRule
        public let votes: [Vote]
        /// Nil until it is closed.
        public let source: CouncilTally.Source?
        /// No award is considered for the nominee now: nobody votes on it, and what was found of it is not recorded (domain.md 1.3).
        public let isHeld: Bool
        /// Whether the dossier itself is: who sat in a session that is closed reads the names, and no longer the dossiers.
        public let isInSight: Bool

        public init(
            entry: CouncilSession.Entry, dossier: NamedDossier?, rule: CouncilRule, votes: [Vote], source: CouncilTally.Source?,
            isHeld: Bool = false, isInSight: Bool = true
        ) {
            self.entry = entry
            self.dossier = dossier
            self.rule = rule
            self.votes = votes
            self.source = source
            self.isHeld = isHeld
            self.isInSight = isInSight
        }

        /// The chain of the count, once it is closed.
        public var result: CouncilResult? {
            guard let tally = entry.tally else { return nil }
            return try? rule.result(of: tally)
        }

        /// Whether the vote of a member is still wanted.
        public func awaits(_ attendee: Attendee) -> Bool {
            entry.tally == nil && !isHeld && !entry.recused.contains(attendee.person) && !votes.contains { $0.member == attendee.person }
                && (attendee.isPresent || rule.absentMayWrite || rule.method == .written)
        }
    }

    public let session: CouncilSession
    public let attendees: [Attendee]
    public let listed: [Listed]

    public init(session: CouncilSession, attendees: [Attendee], listed: [Listed]) {
        self.session = session
        self.attendees = attendees
        self.listed = listed
    }

    public var isClosed: Bool { session.minutes != nil }

    /// Neither closed nor cancelled.
    public var isOpen: Bool { !isClosed && session.cancellation == nil }

    /// What is said of a dossier that was not counted.
    public var uncounted: String {
        if isClosed { return "không biểu quyết" }
        return isOpen ? "chưa kiểm phiếu" : "phiên họp đã hủy"
    }

    /// Who was expected to vote on a dossier and has not: who is in the room, or where the council answers in writing every member. What the absent
    /// may write, they need not.
    public func missing(on listed: Listed) -> [Attendee] {
        isOpen ? attendees.filter { listed.awaits($0) && ($0.isPresent || listed.rule.method == .written) } : []
    }

    /// Who was away and voted all the same, in writing, and on how many dossiers; of ballots that were counted by hand nobody knows whose they are.
    public func wrote(_ attendee: Attendee) -> Int {
        attendee.isPresent
            ? 0 : listed.count { $0.rule.method != .written && $0.votes.contains { vote in vote.member == attendee.person } }
    }

    /// Dossiers on which a member votes in secret and has not voted yet: his sheet.
    public func sheet(of person: Person.ID?) -> [Listed] {
        guard isOpen, let person, let attendee = attendees.first(where: { $0.person == person }) else { return [] }
        return listed.filter { $0.entry.method == .secret && $0.awaits(attendee) }
    }
}
