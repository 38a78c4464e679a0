/// A nomination round as it was opened for a review.
public struct HeldRound: Sendable, Hashable {
    public typealias ID = EntityID<HeldRound>

    public let id: ID
    public let review: HeldReview.ID
    /// Code of the campaign.
    public let campaign: String
    public let kind: Campaign.Review
    public let round: NominationRound
    /// Văn bản hướng dẫn.
    public let guidanceNumber: String
    public let guidanceOn: CivilDate
    /// The version of the frozen figures when it was opened.
    public let snapshotVersion: Int

    public init(
        id: ID, review: HeldReview.ID, campaign: String, kind: Campaign.Review, round: NominationRound, guidanceNumber: String,
        guidanceOn: CivilDate, snapshotVersion: Int
    ) {
        self.id = id
        self.review = review
        self.campaign = campaign
        self.kind = kind
        self.round = round
        self.guidanceNumber = guidanceNumber
        self.guidanceOn = guidanceOn
        self.snapshotVersion = snapshotVersion
    }
}
