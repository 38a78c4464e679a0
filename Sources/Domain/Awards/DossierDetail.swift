/// A dossier and its clock, as a list shows them.
public struct DossierEntry: Sendable, Hashable {
    public let record: DossierRecord
    /// Nil where no limit runs.
    public let clock: DossierClock?

    public init(record: DossierRecord, clock: DossierClock?) {
        self.record = record
        self.clock = clock
    }
}

/// Everything of a dossier that the officer sees.
public struct DossierDetail: Sendable, Hashable {
    /// A step that was taken: who, with which post, when, why.
    public struct Step: Sendable, Hashable {
        public let act: DossierAct
        public let documentNumber: String
        /// Where it led.
        public let state: AwardDossier.State
        public let party: AwardParty?
        /// Nil where the officer may not know it.
        public let title: String?
        /// Under a delegation (A70); nil of who acts in his own post.
        public let signature: Signature?

        public init(
            act: DossierAct, documentNumber: String, state: AwardDossier.State, party: AwardParty?, title: String?, signature: Signature?
        ) {
            self.act = act
            self.documentNumber = documentNumber
            self.state = state
            self.party = party
            self.title = title
            self.signature = signature
        }
    }

    /// A paper that it holds.
    public struct Paper: Sendable, Hashable {
        /// Of what its files belong to.
        public let id: EntityID<AwardFile.Owner>
        public let kind: DossierPaper.Kind
        public let documentNumber: String
        public let documentOn: CivilDate
        /// By the proposing level.
        public let isConfirmed: Bool
        public let recordedOn: CivilDate

        public init(
            id: EntityID<AwardFile.Owner>, kind: DossierPaper.Kind, documentNumber: String, documentOn: CivilDate, isConfirmed: Bool,
            recordedOn: CivilDate
        ) {
            self.id = id
            self.kind = kind
            self.documentNumber = documentNumber
            self.documentOn = documentOn
            self.isConfirmed = isConfirmed
            self.recordedOn = recordedOn
        }
    }

    /// What was given for it.
    public struct Given: Sendable, Hashable {
        public let decision: Award.Decision
        /// As it stands under the paper.
        public let signer: String
        public let printedName: String
        /// VND; nil where the data does not say.
        public let reward: Int?
        /// Number in the golden book of the year.
        public let register: Int?

        public init(decision: Award.Decision, signer: String, printedName: String, reward: Int?, register: Int?) {
            self.decision = decision
            self.signer = signer
            self.printedName = printedName
            self.reward = reward
            self.register = register
        }
    }

    public let entry: DossierEntry
    /// In their order.
    public let steps: [Step]
    public let papers: [Paper]
    /// What is wanting, each in words; empty: it is complete.
    public let defects: [String]
    /// Why it stands under another regime than the day's own (A60); nil of the day's own.
    public let regimeReason: String?
    /// Nil until its decision is recorded, and where the officer does not see it.
    public let given: Given?
    /// How often a supplement may be asked for.
    public let maximumSupplements: Int
    /// The dossier of who appraises: another body does, and a leader records it (A66).
    public let isAppraisersOwn: Bool
    /// What the officer can do with it now, but for what a council says of it and what follows a decision that was wrong.
    public let possible: [AwardDossier.Step]
    /// Whether the officer may put it under another regime (A60).
    public let mayChangeRegime: Bool
    /// Whether the officer's post reaches the nominee's unit: who only votes on it does nothing else about it.
    public let isReached: Bool
    /// The day as of which it is told.
    public let day: CivilDate
    /// Petitions and complaints about it that wait for their answer. They flag it and stop nothing.
    public var openPetitions = 0
    /// What the council and who appraises should look at before they decide; it decides nothing (A75).
    public var checks: [CheckPoint] = []
    /// Code by which the frozen figures call the sub-unit whose verdict it rests on; nil of a unit of the first tier.
    public var judgedCode: String?
    /// The initiative of which it asks for an award; nil of a deed that none was registered of.
    public var initiative: InitiativeRecord?
    /// What other bodies were asked of it: read where it is given, and not by who proposes.
    public var opinions: [DossierOpinion] = []
    /// Whether the last frozen figures give the collective a letter of praise beside its award (A52).
    public var hasLetter = false

    public init(
        entry: DossierEntry, steps: [Step], papers: [Paper], defects: [String], regimeReason: String? = nil, given: Given?,
        maximumSupplements: Int, isAppraisersOwn: Bool, officer: ActingOfficer, isReached: Bool = true
    ) {
        self.isReached = isReached
        self.entry = entry
        self.steps = steps
        self.papers = papers
        self.defects = defects
        self.regimeReason = regimeReason
        self.given = given
        self.maximumSupplements = maximumSupplements
        self.isAppraisersOwn = isAppraisersOwn
        mayChangeRegime = officer.may(.appraiseAward) && entry.record.regime != nil && entry.record.standing.isRegimeOpen
        possible = isReached ? Self.steps(for: officer, entry.record, maximumSupplements, isAppraisersOwn) : []
        day = officer.today
    }

    public var record: DossierRecord { entry.record }

    private static func steps(
        for officer: ActingOfficer, _ record: DossierRecord, _ maximumSupplements: Int, _ isAppraisersOwn: Bool
    ) -> [AwardDossier.Step] {
        if let giver = record.dossier.giver { return ownSteps(for: officer, record, giver, maximumSupplements) }
        let isOfTheUnit = officer.home == record.dossier.proposer
        let amending: Set<AwardDossier.Step> = [.correct, .replace, .revoke]
        return record.standing.steps(for: officer.role, maximumSupplements: maximumSupplements, isAppraisersOwn: isAppraisersOwn)
            .filter { step in
                if amending.contains(step) { return false }
                // Nobody signs while the verdict waits for the motto (A53).
                if step == .decide, record.basis?.current == .pending { return false }
                guard let party = record.standing.party(of: step), let action = party.action, officer.may(action) else {
                    // Home Affairs' own dossier is appraised by another body, and a leader records it.
                    return step == .appraise && isAppraisersOwn && officer.may(.decideAward)
                }
                return party != .proposer || isOfTheUnit
            }
    }

    /// Of what a unit gives by its own authority. What the council of the unit found, its session says; that of a commune sits on paper.
    private static func ownSteps(
        for officer: ActingOfficer, _ record: DossierRecord, _ giver: SubUnit.ID, _ maximumSupplements: Int
    ) -> [AwardDossier.Step] {
        let parties = officer.ownParties(of: giver)
        let later: Set<AwardDossier.Step> = [.correct, .replace, .revoke, .issue]
        return AwardDossier.Step.allCases.filter { step in
            guard !later.contains(step), record.standing.refusal(of: step, maximumSupplements: maximumSupplements) == nil,
                let party = record.standing.party(of: step), parties.contains(party)
            else { return false }
            return party != .unitCouncil || giver.uuid != record.dossier.proposer.uuid
        }
    }
}

extension AwardParty {
    /// What a post must be allowed to act for it outside a council; nil: a council's word alone.
    public var action: Action? {
        switch self {
        case .proposer: .proposeAward
        case .appraiser, .clerk: .appraiseAward
        case .signer: .decideAward
        case .unitCouncil, .provincialCouncil: nil
        }
    }
}
