/// A part of a dossier's way that has its own time limit (domain.md 1.6).
public enum DossierStage: String, Sendable, Hashable, CaseIterable {
    case unitCouncil, appraisal, provincialCouncil, signing
    /// The whole way of an ad-hoc award.
    case adHoc

    public var vietnamese: String {
        switch self {
        case .unitCouncil: "Hội đồng của đơn vị xét"
        case .appraisal: "thẩm định"
        case .provincialCouncil: "Hội đồng TĐKT tỉnh xét"
        case .signing: "ký quyết định"
        case .adHoc: "khen thưởng đột xuất"
        }
    }

    /// Whose limit runs in a state; nil: none. A limit runs from a complete dossier, so none does before it is received.
    init?(_ state: AwardDossier.State, _ track: AwardTrack) {
        switch state {
        case .drafted where track == .provincialReview: self = .unitCouncil
        case .submitted where track.isAdHoc: self = .adHoc
        case .received, .supplementAsked: self = track.isAdHoc ? .adHoc : .appraisal
        case .appraised:
            switch track {
            case .provincialReview: self = .provincialCouncil
            case .ownReview: self = .unitCouncil
            case .provincialAdHoc, .ownAdHoc: self = .adHoc
            }
        // Until it is handed on to who signs.
        case .councilReviewed where track == .ownReview: self = .unitCouncil
        case .provincialCouncilReviewed: self = .provincialCouncil
        case .putToChairman: self = track.isAdHoc ? .adHoc : .signing
        default: return nil
        }
    }
}
