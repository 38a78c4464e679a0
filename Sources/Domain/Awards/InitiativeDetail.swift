/// Everything of an initiative that the officer sees.
public struct InitiativeDetail: Sendable, Hashable {
    /// A step that was taken: who, with which post, when, why.
    public struct Step: Sendable, Hashable {
        public let position: Int
        public let step: Initiative.Step
        /// Where it led.
        public let state: Initiative.State
        public let party: Initiative.Party
        /// Date of the paper or the event.
        public let happenedOn: CivilDate
        public let reason: String
        public let documentNumber: String
        /// As it stands under the paper.
        public let signer: String
        /// Number of the letter in the register of its year; nil of another step, and of who does not see that register.
        public let register: Int?
        /// Nil where the officer may not know it.
        public let title: String?
        /// Under a delegation (A70); nil of who acts in his own post.
        public let signature: Signature?

        public init(
            position: Int, step: Initiative.Step, state: Initiative.State, party: Initiative.Party, happenedOn: CivilDate, reason: String,
            documentNumber: String, signer: String, register: Int?, title: String?, signature: Signature?
        ) {
            self.position = position
            self.step = step
            self.state = state
            self.party = party
            self.happenedOn = happenedOn
            self.reason = reason
            self.documentNumber = documentNumber
            self.signer = signer
            self.register = register
            self.title = title
            self.signature = signature
        }
    }

    public let entry: InitiativeEntry
    /// In their order.
    public let steps: [Step]
    /// As far as the officer sees them: who asked, and the unit's own desk.
    public let confirmations: [InitiativeConfirmation]
    /// The rules, in their order.
    public let conditions: [InitiativeCondition]
    /// What a Bằng khen still wants, as far as the officer can tell.
    public let missing: [InitiativeCondition]
    /// What the officer can do with it now.
    public let possible: [Initiative.Step]
    /// Whether the officer may ask another unit to confirm it.
    public let mayAsk: Bool
    /// The day as of which it is told.
    public let day: CivilDate

    public init(
        entry: InitiativeEntry, steps: [Step], confirmations: [InitiativeConfirmation], conditions: [InitiativeCondition],
        officer: ActingOfficer
    ) {
        self.entry = entry
        self.steps = steps
        self.confirmations = confirmations
        self.conditions = conditions
        let record = entry.record
        let wanting = record.initiative.missing(
            isConfirmed: confirmations.contains { $0.answer == .confirmed },
            among: conditions.filter(\.isRequired).map(\.condition))
        missing = conditions.filter { wanting.contains($0.condition) }
        possible = Initiative.Step.allCases.filter { step in
            Initiative.cell(record.state, step, fate: record.fate, isPublished: record.publishedOn != nil) != nil
                && Self.may(step, officer, record) && (step != .propose || wanting.isEmpty)
        }
        mayAsk =
            (record.state == .registered || record.state == .returned) && officer.place == record.tenant
            && officer.home == record.tenant && officer.may(.registerInitiative)
            && (record.registeredBy == officer.post || Policy.of(officer.role).reach == .tenant)
        day = officer.today
    }

    public var record: InitiativeRecord { entry.record }

    /// By which it was praised; nil of one that was given none.
    public var letter: Step? { steps.last { $0.step == .letter } }

    /// By the role alone; how far it reaches the database says, and what is not reached is not in sight.
    private static func may(_ step: Initiative.Step, _ officer: ActingOfficer, _ record: InitiativeRecord) -> Bool {
        guard officer.home == record.tenant, officer.place == record.tenant else {
            return step == .letter && officer.home != record.tenant && officer.may(.appraiseAward)
        }
        // Nobody answers what he registered or did (A66); and no unit gives a Giấy khen to itself.
        if step.isAnswer, record.registeredBy == officer.post || (officer.person != nil && record.nominee.person == officer.person) {
            return false
        }
        if step == .commend, record.nominee.person == nil, record.nominee.unit.uuid == record.tenant.uuid { return false }
        switch step.party {
        case .registrant: return officer.may(.registerInitiative)
        case .desk, .province: return officer.answersForTheWhole(.proposeAward)
        }
    }
}
