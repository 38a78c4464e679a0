/// A dossier with where it stands, as a list shows it.
public struct DossierRecord: Sendable, Hashable {
    public let dossier: AwardDossier
    /// Of the unit that proposes.
    public let proposerSlug: Tenant.Slug
    public let proposerName: String
    /// What the award is for.
    public let achievement: String
    public let standing: DossierStanding
    /// How many steps were taken; the next takes the place after it.
    public let steps: Int
    /// Nil until it is submitted.
    public let submittedOn: CivilDate?
    /// Submitted after the cut-off of its round.
    public let isLate: Bool
    /// Code of the regime to which it is pinned (A60); nil until it is received.
    public let regime: String?
    /// When the competent body had it complete.
    public let completeOn: CivilDate?

    public init(
        dossier: AwardDossier, proposerSlug: Tenant.Slug, proposerName: String, achievement: String, standing: DossierStanding, steps: Int,
        submittedOn: CivilDate?, isLate: Bool, regime: String?, completeOn: CivilDate?
    ) {
        self.dossier = dossier
        self.proposerSlug = proposerSlug
        self.proposerName = proposerName
        self.achievement = achievement
        self.standing = standing
        self.steps = steps
        self.submittedOn = submittedOn
        self.isLate = isLate
        self.regime = regime
        self.completeOn = completeOn
    }
}
