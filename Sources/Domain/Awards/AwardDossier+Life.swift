extension AwardDossier {
    /// What a step does in a state on a track.
    public enum Cell: Sendable, Hashable {
        case moves(to: State, by: AwardParty)
        /// Back to the state in which it was held.
        case goesOn(by: AwardParty)
        case refused(AwardRefusal)
    }

    /// The life of a dossier: every state, step and track has its cell.
    ///
    /// Verdict, holds, slots and papers are asked besides by the database, whose constraints have the last word.
    public static func cell(_ state: State, _ step: Step, _ track: AwardTrack) -> Cell {
        guard state.exists(on: track) else { return .refused(.stateUnknown(state)) }
        return switch (step, state) {
        case (.passUnitCouncil, .drafted) where track == .provincialReview, (.passUnitCouncil, .appraised) where track == .ownReview:
            .moves(to: .councilReviewed, by: .unitCouncil)
        case (.submit, .councilReviewed) where track == .provincialReview, (.submit, .drafted) where track != .provincialReview:
            .moves(to: .submitted, by: .proposer)
        case (.receive, .submitted): .moves(to: .received, by: .appraiser)
        case (.askSupplement, .received): .moves(to: .supplementAsked, by: .appraiser)
        case (.supplement, .supplementAsked): .moves(to: .received, by: .proposer)
        case (.appraise, .received): .moves(to: .appraised, by: .appraiser)
        case (.passProvincialCouncil, .appraised) where track == .provincialReview:
            .moves(to: .provincialCouncilReviewed, by: .provincialCouncil)
        case (.putToChairman, .provincialCouncilReviewed) where track == .provincialReview,
            (.putToChairman, .councilReviewed) where track == .ownReview, (.putToChairman, .appraised) where track.isAdHoc:
            .moves(to: .putToChairman, by: .appraiser)
        case (.decide, .putToChairman): .moves(to: .decided, by: .signer)
        // The province's clerk gives the number; Home Affairs records it (domain.md 2.4).
        case (.issue, .decided): .moves(to: .issued, by: track.isOwnAuthority ? .clerk : .appraiser)
        case (.present, .issued), (.present, .corrected), (.present, .replaced): .moves(to: .presented, by: .appraiser)
        case (.withdraw, .drafted), (.withdraw, .councilReviewed), (.withdraw, .held): .moves(to: .withdrawn, by: .proposer)
        case (.withdraw, _) where state.isUnderReview(on: track): .moves(to: .withdrawn, by: .proposer)
        case (.refuse, _): refusing(state, track)
        case (.hold, _) where state.isUnderReview(on: track): .moves(to: .held, by: .appraiser)
        case (.release, .held): .goesOn(by: .appraiser)
        case (.correct, _) where state.isDecided && state != .decided: .moves(to: .corrected, by: .appraiser)
        case (.replace, _) where state.isDecided && state != .decided: .moves(to: .replaced, by: .signer)
        case (.revoke, _) where state.isDecided: .moves(to: .revoked, by: .signer)
        default: .refused(refusal(state, step, track))
        }
    }

    /// Refused by whom it lies with: a council that does not agree, who finds it incomplete or not up to the standard, who does not sign.
    private static func refusing(_ state: State, _ track: AwardTrack) -> Cell {
        switch state {
        case .drafted where track == .provincialReview, .appraised where track == .ownReview: .moves(to: .refused, by: .unitCouncil)
        case .submitted, .received, .supplementAsked: .moves(to: .refused, by: .appraiser)
        case .appraised: .moves(to: .refused, by: track.isAdHoc ? .appraiser : .provincialCouncil)
        case .putToChairman: .moves(to: .refused, by: .signer)
        default: .refused(refusal(state, .refuse, track))
        }
    }

    private static func refusal(_ state: State, _ step: Step, _ track: AwardTrack) -> AwardRefusal {
        switch step {
        case .passUnitCouncil where track.isAdHoc, .passProvincialCouncil where track.isAdHoc: .noCouncil(step)
        case .passProvincialCouncil where track.isOwnAuthority: .noProvincialCouncil
        default:
            if state.isClosed {
                .closed(step, state)
            } else if state == .held {
                .held(step)
            } else if state.isDecided, step == .withdraw || step == .refuse || step == .hold {
                .decided(step)
            } else {
                .outOfOrder(step, state, next: forward(from: state, track))
            }
        }
    }

    /// The step that brings a dossier nearer to its end; nil where nothing is left to do.
    public static func forward(from state: State, _ track: AwardTrack) -> Step? {
        switch state {
        case .drafted: track == .provincialReview ? .passUnitCouncil : .submit
        case .councilReviewed: track == .ownReview ? .putToChairman : .submit
        case .submitted: .receive
        case .received: .appraise
        case .supplementAsked: .supplement
        case .appraised:
            switch track {
            case .provincialReview: .passProvincialCouncil
            case .ownReview: .passUnitCouncil
            case .provincialAdHoc, .ownAdHoc: .putToChairman
            }
        case .provincialCouncilReviewed: .putToChairman
        case .putToChairman: .decide
        case .decided: .issue
        case .issued, .corrected, .replaced: .present
        case .held: .release
        case .presented, .withdrawn, .refused, .revoked: nil
        }
    }
}
