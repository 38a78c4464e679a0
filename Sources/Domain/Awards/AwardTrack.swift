/// The way a proposal goes, from the one who proposes to the one who signs (IV.2 of the plan; domain.md 1.4).
public enum AwardTrack: String, Sendable, Hashable, CaseIterable {
    /// Sơ kết, tổng kết: Bằng khen of the Chairman, by way of both councils (domain.md 1.4, 1.5).
    case provincialReview
    /// Khen thưởng đột xuất by the Chairman: simplified dossier, no council (domain.md 1.4, A68).
    case provincialAdHoc
    /// The unit's own sơ kết, tổng kết: Giấy khen of its head, by way of its own council (IV.2.1.b of the plan).
    case ownReview
    /// The unit's own khen thưởng đột xuất (IV.2.2.b of the plan).
    case ownAdHoc

    /// Goes by no council.
    public var isAdHoc: Bool { self == .provincialAdHoc || self == .ownAdHoc }

    /// Stays inside the unit and is signed by its own head.
    public var isOwnAuthority: Bool { self == .ownReview || self == .ownAdHoc }

    /// Where a dossier stands when nothing is wanting but that it is put to who signs.
    public var waitsForSigner: AwardDossier.State {
        switch self {
        case .provincialReview: .provincialCouncilReviewed
        case .ownReview: .councilReviewed
        case .provincialAdHoc, .ownAdHoc: .appraised
        }
    }

    public var vietnamese: String {
        switch self {
        case .provincialReview: "khen thưởng sơ kết, tổng kết của Chủ tịch UBND tỉnh"
        case .provincialAdHoc: "khen thưởng đột xuất của Chủ tịch UBND tỉnh"
        case .ownReview: "khen thưởng sơ kết, tổng kết theo thẩm quyền của đơn vị"
        case .ownAdHoc: "khen thưởng đột xuất theo thẩm quyền của đơn vị"
        }
    }
}
