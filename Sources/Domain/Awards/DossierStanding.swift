/// Where a dossier stands, as the steps taken with it tell. Always derived, never typed in.
public struct DossierStanding: Sendable, Hashable {
    public let track: AwardTrack
    public private(set) var state: AwardDossier.State
    /// While held: the state to which it goes back.
    public private(set) var heldIn: AwardDossier.State?
    /// How often a supplement was asked for.
    public private(set) var supplementsAsked: Int
    /// Handed over, whatever was corrected since.
    public private(set) var isPresented: Bool

    /// A new draft.
    public init(_ track: AwardTrack) {
        self.track = track
        state = .drafted
        heldIn = nil
        supplementsAsked = 0
        isPresented = false
    }

    /// As it is recorded.
    ///
    /// - Parameter heldIn: where a hold goes back to; nil unless it is held.
    public init(_ track: AwardTrack, state: AwardDossier.State, heldIn: AwardDossier.State?, supplementsAsked: Int, isPresented: Bool) {
        self.track = track
        self.state = state
        self.heldIn = heldIn
        self.supplementsAsked = supplementsAsked
        self.isPresented = isPresented
    }

    /// Whose move it is; nil where nothing is left to do.
    public var mover: AwardParty? {
        guard let step = AwardDossier.forward(from: state, track), step != .present || !isPresented else { return nil }
        return party(of: step)
    }

    /// Whether it may be put under another regime: from its receipt until it is decided (A60).
    public var isRegimeOpen: Bool {
        switch state {
        case .received, .supplementAsked, .appraised, .provincialCouncilReviewed, .putToChairman, .held: true
        case .drafted, .councilReviewed, .submitted, .decided, .issued, .presented, .withdrawn, .refused, .corrected, .replaced, .revoked:
            false
        }
    }

    /// Whether the step is in order now. Nil: it is; otherwise why not.
    ///
    /// - Parameter maximumSupplements: parameter `maxReturns`, how often a supplement may be asked for.
    public func refusal(of step: AwardDossier.Step, maximumSupplements: Int) -> AwardRefusal? {
        if case .refused(let refusal) = AwardDossier.cell(state, step, track) { return refusal }
        if step == .askSupplement, supplementsAsked >= maximumSupplements { return .supplementsExhausted(maximum: maximumSupplements) }
        return nil
    }

    /// The same, and whether the step is the role's to take.
    public func refusal(of step: AwardDossier.Step, by role: Role, maximumSupplements: Int) -> AwardRefusal? {
        if let refusal = refusal(of: step, maximumSupplements: maximumSupplements) { return refusal }
        guard let party = party(of: step), !party.roles(on: track).contains(role) else { return nil }
        return .notYours(step, party, track)
    }

    /// What the role can do now.
    ///
    /// - Parameter isAppraisersOwn: the dossier of who appraises: who signs records what another body found (A66).
    public func steps(for role: Role, maximumSupplements: Int, isAppraisersOwn: Bool = false) -> [AwardDossier.Step] {
        AwardDossier.Step.allCases.filter { step in
            if step == .appraise, isAppraisersOwn {
                return refusal(of: step, maximumSupplements: maximumSupplements) == nil
                    && AwardParty.signer.roles(on: track).contains(role)
            }
            return refusal(of: step, by: role, maximumSupplements: maximumSupplements) == nil
        }
    }

    /// How it stands after the step.
    ///
    /// - Parameter reason: of the step; must say something where ``AwardDossier/Step/needsReason``.
    public func taking(_ step: AwardDossier.Step, reason: String, maximumSupplements: Int) throws(AwardRefusal) -> DossierStanding {
        if let refusal = refusal(of: step, maximumSupplements: maximumSupplements) { throw refusal }
        if step.needsReason, reason.allSatisfy(\.isWhitespace) { throw .reasonMissing(step) }
        var next = self
        switch AwardDossier.cell(state, step, track) {
        case .moves(let target, _):
            next.heldIn = step == .hold ? state : nil
            next.state = target
        case .goesOn:
            // Only a hold leads to where one goes on, and a hold keeps the state.
            next.state = heldIn ?? state
            next.heldIn = nil
        case .refused(let refusal): throw refusal
        }
        if step == .askSupplement { next.supplementsAsked += 1 }
        if step == .present { next.isPresented = true }
        return next
    }

    /// Whose step it is; nil where it is out of order.
    public func party(of step: AwardDossier.Step) -> AwardParty? {
        switch AwardDossier.cell(state, step, track) {
        case .moves(_, let party), .goesOn(let party): party
        case .refused: nil
        }
    }
}
