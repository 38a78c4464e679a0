public import Domain
public import Storage

/// A unit drafts the dossier of a nominee: of itself, of a sub-unit, or of one of its people; for a review, or for a deed (đột xuất).
public struct DraftDossier: Sendable {
    /// Code of the campaign.
    public var campaign: String
    /// Nil: khen thưởng đột xuất.
    public var review: Campaign.Review?
    /// The nominee, or of which he is; nil: the unit itself.
    public var unit: SubUnit.ID?
    /// Of an individual.
    public var person: Person.ID?
    /// What the award is for.
    public var achievement: String

    public init(campaign: String, review: Campaign.Review?, unit: SubUnit.ID? = nil, person: Person.ID? = nil, achievement: String) {
        self.campaign = campaign
        self.review = review
        self.unit = unit
        self.person = person
        self.achievement = achievement
    }

    public init(campaign: String, review: Campaign.Review?, nominee: Nominee, achievement: String) {
        self.init(campaign: campaign, review: review, unit: nominee.unit, person: nominee.person, achievement: achievement)
    }

    /// - Throws: `invalid-input`, `not-found`, `review-not-opened`, `nomination-repeated`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> AwardDossier.ID {
        let officer = try await tx.officer()
        guard officer.may(.proposeAward), let tenant = tx.tenant else { throw Problem.notAllowed }
        guard let plan = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var held: HeldReview?
        if let review { held = try await HeldReview.opened(campaign, review, in: tx) }
        var check = InputCheck()
        let achievement = check.line(achievement, "$.achievement", atMost: 4_000)
        try check.finish()
        let unit = unit ?? SubUnit.ID(tenant.uuid)
        let nominee: Nominee = person.map { .individual($0, of: unit) } ?? .collective(unit)
        let id: AwardDossier.ID = ids.next()
        try await AwardDossier.draft(id, of: nominee, by: tenant, in: plan.id, review: held?.id, achievement: achievement, in: tx)
        return id
    }
}
