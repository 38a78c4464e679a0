/// Whose move a dossier waits for; on paper, the body that acts.
public enum AwardParty: String, Sendable, Hashable, CaseIterable {
    /// Who proposes: the unit; inside a unit its phòng, commune or sub-unit.
    case proposer
    /// Hội đồng TĐKT of the unit, whose secretary records what it found.
    case unitCouncil
    /// Who receives and appraises: Home Affairs (domain.md 6, R2); inside a unit who does its awards (R3).
    case appraiser
    /// Hội đồng TĐKT tỉnh; Home Affairs keeps its file and its minutes (R2).
    case provincialCouncil
    /// Who signs: the Chairman, or a Vice-Chairman in his stead (A70); inside a unit its head.
    case signer
    /// Who records the number that văn thư gave inside a unit (domain.md 2.4); of the province that is ``appraiser``'s.
    case clerk

    /// - Parameter form: what is given; nil: whatever it is.
    public func vietnamese(on track: AwardTrack, giving form: AwardForm? = nil) -> String {
        switch self {
        case .proposer: track.isOwnAuthority ? "phòng, ban, xã, đơn vị đề nghị" : "đơn vị đề nghị"
        case .unitCouncil: "Hội đồng TĐKT của đơn vị"
        case .appraiser: track.isOwnAuthority ? "bộ phận thi đua - khen thưởng của đơn vị" : "Sở Nội vụ"
        case .provincialCouncil: "Hội đồng TĐKT tỉnh"
        case .signer: track.isOwnAuthority ? form?.ownSigner ?? "người có thẩm quyền ký của đơn vị" : "Chủ tịch UBND tỉnh"
        case .clerk: "văn thư"
        }
    }

    /// The roles that act for it (domain.md 6). Where a post may act is the policy's to say, not this table's.
    public func roles(on track: AwardTrack) -> Set<Role> {
        switch self {
        case .proposer:
            track.isOwnAuthority ? [.subUnitHead, .subUnitOfficer, .unitHead, .councilSecretary] : [.unitHead, .councilSecretary]
        case .unitCouncil: track.isOwnAuthority ? [.councilSecretary, .subUnitOfficer] : [.councilSecretary]
        case .appraiser: track.isOwnAuthority ? [.councilSecretary, .subUnitOfficer] : [.homeAffairsOfficer]
        case .provincialCouncil: [.homeAffairsOfficer]
        case .signer: track.isOwnAuthority ? [.unitHead, .subUnitHead] : [.chairman, .viceChairman]
        case .clerk: track.isOwnAuthority ? [.councilSecretary, .subUnitOfficer] : [.homeAffairsOfficer]
        }
    }
}

extension AwardForm {
    /// Who signs a Giấy khen (Luật 2022 Đ.80); nil of what the province gives.
    var ownSigner: String? {
        switch self {
        case .provincialCertificate: nil
        case .departmentCommendation: "Thủ trưởng cơ quan, đơn vị"
        case .districtCommendation: "Chủ tịch UBND huyện, thành phố"
        case .communeCommendation: "Chủ tịch UBND xã, phường, thị trấn"
        }
    }
}
