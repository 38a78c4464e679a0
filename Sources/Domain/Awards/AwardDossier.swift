/// Hồ sơ đề nghị khen thưởng: one nominee proposed for one award, from the draft to what follows the decision (domain.md 1.5, 7.11).
public struct AwardDossier: Sendable, Hashable {
    public typealias ID = EntityID<AwardDossier>

    public let id: ID
    public let campaign: Campaign.ID
    public let track: AwardTrack
    /// Nil on the ad-hoc tracks.
    public let review: Campaign.Review?
    public let form: AwardForm
    public let nominee: Nominee
    /// The first-tier unit in whose tờ trình the nominee stands, also when that unit fails itself (A01, A02).
    public let proposer: Tenant.ID
    /// Who gives by its own authority: the unit itself (its root), a commune, a sub-unit with legal personality. Nil: the province.
    public let giver: SubUnit.ID?

    public init(
        id: ID, campaign: Campaign.ID, track: AwardTrack, review: Campaign.Review?, form: AwardForm, nominee: Nominee,
        proposer: Tenant.ID, giver: SubUnit.ID? = nil
    ) {
        self.id = id
        self.campaign = campaign
        self.track = track
        self.review = review
        self.form = form
        self.nominee = nominee
        self.proposer = proposer
        self.giver = giver
    }
}
