/// Phiên họp Hội đồng: what it votes on, and what was counted once it is closed.
public struct CouncilSession: Sendable, Hashable {
    public typealias ID = EntityID<CouncilSession>

    /// One dossier of its list.
    public struct Entry: Sendable, Hashable {
        public let dossier: AwardDossier.ID
        public let method: CouncilRule.Method
        /// Members who do not vote on it (A66).
        public let recused: [Person.ID]
        /// How many have voted.
        public let voters: Int
        /// Nil until the session is closed.
        public let tally: CouncilTally?
        public let outcome: CouncilResult.Outcome?

        public init(
            dossier: AwardDossier.ID, method: CouncilRule.Method, recused: [Person.ID], voters: Int, tally: CouncilTally?,
            outcome: CouncilResult.Outcome?
        ) {
            self.dossier = dossier
            self.method = method
            self.recused = recused
            self.voters = voters
            self.tally = tally
            self.outcome = outcome
        }
    }

    /// Hủy phiên họp: it was opened by mistake. It counts nothing and has no minutes.
    public struct Cancellation: Sendable, Hashable {
        public let day: CivilDate
        public let reason: String

        public init(on day: CivilDate, for reason: String) {
            self.day = day
            self.reason = reason
        }
    }

    public let id: ID
    /// Whose council it is.
    public let tenant: Tenant.ID
    public let heldOn: CivilDate
    public let place: String
    /// Number of its minutes; nil until it is closed.
    public let minutes: Int?
    public let entries: [Entry]
    /// Nil unless it was cancelled.
    public let cancellation: Cancellation?

    public init(
        id: ID, tenant: Tenant.ID, heldOn: CivilDate, place: String, minutes: Int?, entries: [Entry], cancellation: Cancellation? = nil
    ) {
        self.id = id
        self.tenant = tenant
        self.heldOn = heldOn
        self.place = place
        self.minutes = minutes
        self.entries = entries
        self.cancellation = cancellation
    }
}

extension CouncilSession {
    /// A session as a list shows it.
    public struct Head: Sendable, Hashable {
        public let id: ID
        public let heldOn: CivilDate
        public let place: String
        /// Number of its minutes; nil until it is closed.
        public let minutes: Int?
        public let dossiers: Int
        public let isCancelled: Bool

        public init(id: ID, heldOn: CivilDate, place: String, minutes: Int?, dossiers: Int, isCancelled: Bool = false) {
            self.id = id
            self.heldOn = heldOn
            self.place = place
            self.minutes = minutes
            self.dossiers = dossiers
            self.isCancelled = isCancelled
        }

        /// Of one that has no minutes.
        public var unfinished: String { isCancelled ? "đã hủy" : "đang họp" }
    }
}
