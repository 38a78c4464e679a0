/// A criticism or a reminder as it is kept: of whom, from which late items, where it stands (A67).
public struct KeptCriticism: Sendable, Hashable {
    public typealias ID = EntityID<KeptCriticism>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case criticism, reminder

        public var vietnamese: String {
            switch self {
            case .criticism: "phê bình"
            case .reminder: "nhắc nhở"
            }
        }
    }

    /// A late item as it stood on the day of the proposal.
    public struct Fact: Sendable, Hashable {
        public let item: WorkItem.ID
        public let code: String
        public let title: String
        public let dueOn: CivilDate
        /// Nil: not done by then.
        public let doneOn: CivilDate?
        /// Days of the calendar.
        public let lateDays: Int

        public init(item: WorkItem.ID, code: String, title: String, dueOn: CivilDate, doneOn: CivilDate?, lateDays: Int) {
            self.item = item
            self.code = code
            self.title = title
            self.dueOn = dueOn
            self.doneOn = doneOn
            self.lateDays = lateDays
        }

        /// On screens; papers write their days otherwise.
        ///
        /// - Parameter day: of the proposal, to which what is not done is counted.
        public func vietnamese(asOf day: CivilDate) -> String {
            let done = doneOn.map { "hoàn thành ngày \($0.vietnamese)" } ?? "chưa hoàn thành, tính đến ngày \(day.vietnamese)"
            return "Nhiệm vụ \(code) “\(title)”, thời hạn \(dueOn.vietnamese), \(done), chậm \(lateDays) ngày"
        }
    }

    public let id: ID
    public let kind: Kind
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let tenantName: String
    /// The collective, or of which he is.
    public let unit: SubUnit.ID
    /// Nil: a collective.
    public let person: Person.ID?
    /// Of whom it is.
    public let name: String
    /// Code of the campaign.
    public let campaign: String
    /// How many items it rests on.
    public let items: Int
    /// What is asked of the one concerned, a line each.
    public let words: String
    public let proposedOn: CivilDate
    /// Last day to explain.
    public let explainBy: CivilDate
    public let state: Criticism.State
    /// Steps taken so far.
    public let steps: Int
    /// Date of the paper; nil until it is signed.
    public let signedOn: CivilDate?

    public init(
        id: ID, kind: Kind, tenant: Tenant.ID, slug: Tenant.Slug, tenantName: String, unit: SubUnit.ID, person: Person.ID?, name: String,
        campaign: String, items: Int, words: String, proposedOn: CivilDate, explainBy: CivilDate, state: Criticism.State, steps: Int,
        signedOn: CivilDate?
    ) {
        self.id = id
        self.kind = kind
        self.tenant = tenant
        self.slug = slug
        self.tenantName = tenantName
        self.unit = unit
        self.person = person
        self.name = name
        self.campaign = campaign
        self.items = items
        self.words = words
        self.proposedOn = proposedOn
        self.explainBy = explainBy
        self.state = state
        self.steps = steps
        self.signedOn = signedOn
    }
}

/// One step that was taken with it. Appended, never changed.
public struct CriticismAct: Sendable, Hashable {
    public typealias ID = EntityID<CriticismAct>

    public let step: Criticism.Step
    /// The explanation, the reason not to sign; empty where the step needs none.
    public let words: String
    public let documentNumber: String
    public let documentOn: CivilDate?
    public let recordedOn: CivilDate
    /// Title of the post that recorded it; empty where the officer may not know it.
    public let title: String

    public init(
        step: Criticism.Step, words: String, documentNumber: String, documentOn: CivilDate?, recordedOn: CivilDate, title: String
    ) {
        self.step = step
        self.words = words
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.recordedOn = recordedOn
        self.title = title
    }
}

/// A criticism with its facts and its history.
public struct CriticismDetail: Sendable, Hashable {
    public let criticism: KeptCriticism
    public let facts: [KeptCriticism.Fact]
    public let acts: [CriticismAct]
    /// Years that the working calendar does not know and the last day of explaining lies in.
    public let warnings: [CalendarGap]

    public init(criticism: KeptCriticism, facts: [KeptCriticism.Fact], acts: [CriticismAct], warnings: [CalendarGap] = []) {
        self.criticism = criticism
        self.facts = facts
        self.acts = acts
        self.warnings = warnings
    }
}
