/// A dossier with where it stands, as a list shows it.
public struct DossierRecord: Sendable, Hashable {
    public let dossier: AwardDossier
    /// Code of the campaign.
    public let campaignCode: String
    /// Of the unit that proposes.
    public let proposerSlug: Tenant.Slug
    public let proposerName: String
    /// Of the collective, or of the person; empty where the officer may not know it.
    public let nomineeName: String
    /// Of the nominee's unit, where it is another than the one that proposes; empty else.
    public let unitName: String
    /// What the award is for.
    public let achievement: String
    public let standing: DossierStanding
    /// How many steps were taken; the next takes the place after it.
    public let steps: Int
    public let draftedOn: CivilDate
    /// Nil until it is submitted.
    public let submittedOn: CivilDate?
    /// Submitted after the cut-off of its round.
    public let isLate: Bool
    /// Code of the regime to which it is pinned (A60); nil until it is received.
    public let regime: String?
    /// When the competent body had it complete.
    public let completeOn: CivilDate?
    /// Nil until it is submitted, and where it rests on no frozen figures.
    public let basis: DossierBasis?
    /// What the nominee's unit is; nil where it is not known.
    public let unitKind: SubUnit.Kind?

    public init(
        dossier: AwardDossier, campaignCode: String, proposerSlug: Tenant.Slug, proposerName: String, nomineeName: String, unitName: String,
        achievement: String, standing: DossierStanding, steps: Int, draftedOn: CivilDate, submittedOn: CivilDate?, isLate: Bool,
        regime: String?, completeOn: CivilDate?, basis: DossierBasis?, unitKind: SubUnit.Kind? = nil
    ) {
        self.dossier = dossier
        self.campaignCode = campaignCode
        self.proposerSlug = proposerSlug
        self.proposerName = proposerName
        self.nomineeName = nomineeName
        self.unitName = unitName
        self.achievement = achievement
        self.standing = standing
        self.steps = steps
        self.draftedOn = draftedOn
        self.submittedOn = submittedOn
        self.isLate = isLate
        self.regime = regime
        self.completeOn = completeOn
        self.basis = basis
        self.unitKind = unitKind
    }

    /// The nominee as papers and certificates name him: of a territory its people's committee, `Ủy ban nhân dân huyện U Minh`.
    public var nomineeInPapers: String {
        dossier.nominee.person == nil && unitKind?.hasCommittee == true && !nomineeName.isEmpty
            ? "Ủy ban nhân dân \(nomineeName.startingSmall)" : nomineeName
    }

    /// Whose move it is; nil where nothing is left to do. What a correction turned round waits for who appraises, whatever came of it since (A62).
    public var mover: AwardParty? { waitsForRuling ? .appraiser : standing.mover }

    /// Whose move it is, in words; `không còn việc` where nothing is left to do.
    public var moveWords: String {
        guard let mover else { return "không còn việc" }
        let party = mover.vietnamese(on: dossier.track, giving: dossier.form)
        return waitsForRuling ? "\(party) kết luận về kết quả xét đã thay đổi" : party
    }

    /// The verdict on which it rests was turned round, and nobody ruled on it in the last version of the figures.
    public var waitsForRuling: Bool { standing.state.restsOnVerdict && basis.map { $0.isFlipped && !$0.isRuled } ?? false }
}

/// On which verdict a dossier was submitted, and which the last frozen figures have: one that a correction turned round is flagged, and
/// nothing is done by itself (A62).
public struct DossierBasis: Sendable, Hashable {
    public let resting: UnitVerdict.Verdict
    /// Nil where the last figures judge the unit no longer.
    public let current: UnitVerdict.Verdict?
    /// What follows was ruled in the last version of the figures.
    public let isRuled: Bool

    public init(resting: UnitVerdict.Verdict, current: UnitVerdict.Verdict?, isRuled: Bool = false) {
        self.resting = resting
        self.current = current
        self.isRuled = isRuled
    }

    /// What waited for the motto and passed was put forward for that: nothing was turned round.
    public var isFlipped: Bool { current != resting && !(resting == .pending && current == .pass) }

    /// What waited for the motto and passed since stands as it is now; what was turned round, as it was put forward (``flag`` says the rest).
    public var stands: UnitVerdict.Verdict { isFlipped ? resting : current ?? resting }

    /// `Kết quả xét khi trình là “đạt”, nay là “không đạt” theo số liệu đã đính chính`; nil where nothing was turned round.
    public var flag: String? {
        guard isFlipped else { return nil }
        let now = current.map { "“\($0.vietnamese)”" } ?? "không còn kết quả"
        return "Kết quả xét khi trình là “\(resting.vietnamese)”, nay là \(now) theo số liệu đã đính chính."
    }
}
