/// Khó khăn, vướng mắc: what keeps a unit from its tasks, raised to Phòng Tổng hợp or first to the district, and what became of it (A69). It moves no
/// due date: that an extension does, or an exemption.
public struct Difficulty: Sendable, Hashable {
    public typealias ID = EntityID<Difficulty>

    /// Who was asked to solve it.
    public struct Solver: Sendable, Hashable {
        public let tenant: Tenant.ID
        /// At the province that unit as a whole.
        public let unit: SubUnit.ID
        public let name: String

        public init(tenant: Tenant.ID, unit: SubUnit.ID, name: String) {
            self.tenant = tenant
            self.unit = unit
            self.name = name
        }
    }

    public let id: ID
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let tenantName: String
    /// That raised it.
    public let unit: SubUnit.ID
    public let unitName: String
    /// Code of the campaign.
    public let campaign: String
    public let title: String
    /// What is in the way.
    public let obstacle: String
    /// What the unit asks for; may be empty.
    public let proposal: String
    public let raisedOn: CivilDate
    public let state: State
    public let level: Level
    /// Last day of the clock that runs; nil: none runs.
    public let dueOn: CivilDate?
    /// Nil: nobody was asked, or not any more.
    public let solver: Solver?
    /// Steps taken so far.
    public let steps: Int
    /// The unit of the province that raised it, or whose sub-unit did, has ended: nobody there confirms or withdraws it.
    public let raiserHasEnded: Bool

    public init(
        id: ID, tenant: Tenant.ID, slug: Tenant.Slug, tenantName: String, unit: SubUnit.ID, unitName: String, campaign: String,
        title: String,
        obstacle: String, proposal: String, raisedOn: CivilDate, state: State, level: Level, dueOn: CivilDate?, solver: Solver?, steps: Int,
        raiserHasEnded: Bool = false
    ) {
        self.id = id
        self.tenant = tenant
        self.slug = slug
        self.tenantName = tenantName
        self.unit = unit
        self.unitName = unitName
        self.campaign = campaign
        self.title = title
        self.obstacle = obstacle
        self.proposal = proposal
        self.raisedOn = raisedOn
        self.state = state
        self.level = level
        self.dueOn = dueOn
        self.solver = solver
        self.steps = steps
        self.raiserHasEnded = raiserHasEnded
    }

    /// Who raised it, a sub-unit with the unit that it belongs to: `Phường 9, Thành phố Cà Mau`.
    public var placeName: String { SubUnit.placed(unitName, in: tenantName) }

    public func isOverdue(on day: CivilDate) -> Bool { dueOn.map { day > $0 } ?? false }

    /// `đến hết ngày 12/7/2023`, `quá hạn từ ngày 12/7/2023`; empty where nobody is waited for.
    public func clock(on day: CivilDate) -> String {
        guard let dueOn else { return "" }
        return isOverdue(on: day) ? "quá hạn từ ngày \(dueOn.vietnamese)" : "đến hết ngày \(dueOn.vietnamese)"
    }
}

/// A difficulty with the items that it hinders, the extensions of their due dates and every step.
public struct DifficultyDetail: Sendable, Hashable {
    /// An item as it stood on the day on which the difficulty was raised.
    public struct Item: Sendable, Hashable {
        public let id: WorkItem.ID
        public let code: String
        public let title: String
        public let dueOn: CivilDate?

        public init(id: WorkItem.ID, code: String, title: String, dueOn: CivilDate?) {
            self.id = id
            self.code = code
            self.title = title
            self.dueOn = dueOn
        }
    }

    /// A step of the extension of one of these items, since then.
    public struct Extension: Sendable, Hashable {
        public let code: String
        /// `asked`, `granted` or `refused`.
        public let step: ExtensionStep.Kind
        public let happenedOn: CivilDate
        /// Asked for or granted; nil: refused.
        public let newDueOn: CivilDate?

        public init(code: String, step: ExtensionStep.Kind, happenedOn: CivilDate, newDueOn: CivilDate?) {
            self.code = code
            self.step = step
            self.happenedOn = happenedOn
            self.newDueOn = newDueOn
        }
    }

    /// One step that was taken. Appended, never changed.
    public struct Act: Sendable, Hashable {
        public let step: Step
        public let words: String
        public let documentNumber: String
        public let recordedOn: CivilDate
        /// Whom it was routed to; empty where it was not.
        public let solverName: String
        /// Last day of the clock that ran after it.
        public let dueOn: CivilDate?
        /// Title of the post; empty where the officer may not know it.
        public let title: String

        public typealias Step = Difficulty.Step
        public typealias ID = EntityID<Act>

        public init(
            step: Step, words: String, documentNumber: String, recordedOn: CivilDate, solverName: String, dueOn: CivilDate?, title: String
        ) {
            self.step = step
            self.words = words
            self.documentNumber = documentNumber
            self.recordedOn = recordedOn
            self.solverName = solverName
            self.dueOn = dueOn
            self.title = title
        }
    }

    public let difficulty: Difficulty
    public let items: [Item]
    public let extensions: [Extension]
    public let acts: [Act]

    public init(difficulty: Difficulty, items: [Item], extensions: [Extension], acts: [Act]) {
        self.difficulty = difficulty
        self.items = items
        self.extensions = extensions
        self.acts = acts
    }
}
