/// Which dossiers a list shows.
public struct DossierFilter: Sendable, Hashable {
    /// The unit that proposes.
    public var tenant: Tenant.Slug?
    public var state: AwardDossier.State?
    /// Code of the campaign.
    public var campaign: String?
    /// Nil: of all reviews, and ad-hoc.
    public var review: Campaign.Review?
    public var track: AwardTrack?
    /// Whose move it is.
    public var party: AwardParty?

    public init(
        tenant: Tenant.Slug? = nil, state: AwardDossier.State? = nil, campaign: String? = nil, review: Campaign.Review? = nil,
        track: AwardTrack? = nil, party: AwardParty? = nil
    ) {
        self.tenant = tenant
        self.state = state
        self.campaign = campaign
        self.review = review
        self.track = track
        self.party = party
    }
}

extension AwardParty {
    /// The states in which a dossier of a track waits for the party.
    public func states(on track: AwardTrack) -> [AwardDossier.State] {
        AwardDossier.State.allCases.filter { state in
            let heldIn: AwardDossier.State? = state == .held ? .submitted : nil
            return DossierStanding(track, state: state, heldIn: heldIn, supplementsAsked: 0, isPresented: false).mover == self
        }
    }

    /// Whom a role acts for, where a queue is shown to it first; nil: for nobody.
    public static func served(by role: Role) -> AwardParty? {
        allCases.first { $0.roles(on: .provincialReview).contains(role) }
    }
}
