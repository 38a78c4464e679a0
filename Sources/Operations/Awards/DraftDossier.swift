public import Domain
public import Storage

/// A unit drafts the dossier of a nominee: of itself, of a sub-unit, or of one of its people; for a review, or for a deed (đột xuất). For the Chairman's
/// Bằng khen, or for the Giấy khen that the unit, a commune or a sub-unit with legal personality gives by its own authority.
public struct DraftDossier: Sendable {
    /// Code of the campaign.
    public var campaign: String
    /// Nil: khen thưởng đột xuất.
    public var review: Campaign.Review?
    /// The nominee, or of which he is. Nil: the unit itself; of a person in a review of the province where he served most days (A08).
    public var unit: SubUnit.ID?
    /// Of an individual.
    public var person: Person.ID?
    /// A round of own authority; nil: none, or of a deed.
    public var round: OwnRound.ID?
    /// Who gives by own authority for a deed; a round has its own. Nil: the province.
    public var giver: SubUnit.ID?
    /// What the award is for.
    public var achievement: String

    public init(
        campaign: String, review: Campaign.Review?, unit: SubUnit.ID? = nil, person: Person.ID? = nil, achievement: String,
        round: OwnRound.ID? = nil, giver: SubUnit.ID? = nil
    ) {
        self.campaign = campaign
        self.review = review
        self.unit = unit
        self.person = person
        self.achievement = achievement
        self.round = round
        self.giver = giver
    }

    public init(campaign: String, review: Campaign.Review?, nominee: Nominee, achievement: String) {
        self.init(campaign: campaign, review: review, unit: nominee.unit, person: nominee.person, achievement: achievement)
    }

    /// - Throws: `invalid-input`, `not-found`, `review-not-opened`, `own-rules-missing`, `giver-not-named`, `nomination-repeated`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> AwardDossier.ID {
        let officer = try await tx.officer()
        guard officer.may(.proposeAward), let tenant = tx.tenant else { throw Problem.notAllowed }
        guard let plan = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var held: HeldReview?
        if let review { held = try await HeldReview.opened(campaign, review, in: tx) }
        var check = InputCheck()
        let achievement = check.line(achievement, "$.achievement", atMost: 4_000)
        try check.finish()
        let serving = try await servingUnit(plan, held, in: tx)
        let unit = serving ?? SubUnit.ID(tenant.uuid)
        let nominee: Nominee = person.map { .individual($0, of: unit) } ?? .collective(unit)
        let id: AwardDossier.ID = ids.next()
        if round != nil || giver != nil {
            let giver = try await ownGiver(of: plan, reviewed: held != nil, in: tx)
            try await AwardDossier.draftOwn(
                id, of: nominee, by: tenant, in: plan.id, round: round, giver: giver, achievement: achievement, in: tx)
            return id
        }
        try await AwardDossier.draft(id, of: nominee, by: tenant, in: plan.id, review: held?.id, achievement: achievement, in: tx)
        return id
    }

    /// The unit that was said, or where the person served most days from the campaign's first day to the review's (A08). Nil: nowhere most; no
    /// person, no review.
    private func servingUnit(
        _ plan: CampaignSummary, _ held: HeldReview?, in tx: borrowing TenantTransaction
    ) async throws -> SubUnit.ID? {
        if let unit { return unit }
        guard let person, let held, plan.firstDay <= held.heldOn else { return nil }
        return ServingUnit.ofMostDays(try await ServingUnit.all(of: person, in: tx), in: plan.firstDay...held.heldOn)
    }

    /// Who gives: of the round, or of the deed.
    private func ownGiver(of plan: CampaignSummary, reviewed: Bool, in tx: borrowing TenantTransaction) async throws -> SubUnit.ID {
        if reviewed { throw Problem.invalid("$.review", "hồ sơ tặng Giấy khen theo đợt xét của đơn vị; bỏ trống kỳ xét của tỉnh") }
        if let round {
            guard let found = try await OwnRound.find(round, in: tx) else {
                throw Problem.invalid("$.round", "không có đợt xét này ở đơn vị; lấy mã định danh trong danh sách đợt xét")
            }
            guard found.campaign == plan.code else { throw Problem.invalid("$.campaign", "đợt xét thuộc phong trào \(found.campaign)") }
            if let giver, giver != found.giver { throw Problem.invalid("$.giver", "không phải nơi tặng của đợt xét; bỏ trống") }
            return found.giver
        }
        guard let giver, try await SubUnit.find(giver, in: tx) != nil else { throw Problem.invalid("$.giver", "không có đơn vị này") }
        return giver
    }
}
