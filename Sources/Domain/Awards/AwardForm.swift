/// Hình thức khen thưởng: what is given. A letter (thư khen) is none: it brings no money and has no dossier (A52).
public enum AwardForm: String, Sendable, Hashable, CaseIterable {
    /// Bằng khen của Chủ tịch UBND tỉnh.
    case provincialCertificate
    /// Giấy khen of the head of a provincial agency.
    case departmentCommendation
    /// Giấy khen of the chairman of a district; to 30/6/2025.
    case districtCommendation
    /// Giấy khen of the chairman of a commune.
    case communeCommendation

    public var vietnamese: String {
        switch self {
        case .provincialCertificate: "Bằng khen của Chủ tịch UBND tỉnh"
        case .departmentCommendation: "Giấy khen của Thủ trưởng sở, ban, ngành tỉnh"
        case .districtCommendation: "Giấy khen của Chủ tịch UBND huyện, thành phố"
        case .communeCommendation: "Giấy khen của Chủ tịch UBND xã, phường, thị trấn"
        }
    }

    /// Written out: papers abbreviate no body's name (NĐ 30/2020/NĐ-CP, Phụ lục I).
    public var inPapers: String { vietnamese.replacing("UBND", with: "Ủy ban nhân dân") }
}

/// Đối tượng: a collective is paid twice what an individual is, and is judged by its verdict.
public enum AwardSubject: String, Sendable, Hashable, CaseIterable {
    case collective, individual

    public var vietnamese: String {
        switch self {
        case .collective: "tập thể"
        case .individual: "cá nhân"
        }
    }
}
