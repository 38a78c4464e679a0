/// The council's decision on how a first-tier unit keeps the motto (A53): software never makes it.
public struct MottoDecision: Sendable, Hashable {
    public let tenant: Tenant.ID
    public let review: Campaign.Review
    public let isAccepted: Bool
    public let reason: String
    public let decidedOn: CivilDate

    public init(tenant: Tenant.ID, review: Campaign.Review, isAccepted: Bool, reason: String, decidedOn: CivilDate) {
        self.tenant = tenant
        self.review = review
        self.isAccepted = isAccepted
        self.reason = reason
        self.decidedOn = decidedOn
    }
}
