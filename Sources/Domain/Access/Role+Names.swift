extension Role {
    /// Whether who keeps a tenant's directory may give it; the others are given by the operator alone (`core.role.grantable`).
    public var isGrantable: Bool { Self.grantable.contains(self) }

    /// In the order of ``Policy/table``.
    public static let grantable: [Role] = [
        .tenantAdmin, .unitHead, .unitCoordinator, .councilSecretary, .unitCouncilMember, .clerk, .subUnitHead, .subUnitOfficer,
        .individual,
    ]

    /// As officers read it; the same as `core.role.name`.
    public var vietnamese: String {
        switch self {
        case .chairman: "Chủ tịch UBND tỉnh"
        case .viceChairman: "Phó Chủ tịch UBND tỉnh"
        case .officeChief: "Lãnh đạo Văn phòng UBND tỉnh"
        case .officeMonitor: "Chuyên viên theo dõi, Văn phòng UBND tỉnh"
        case .homeAffairsOfficer: "Công chức thi đua - khen thưởng, Sở Nội vụ"
        case .councilMember: "Thành viên Hội đồng TĐKT tỉnh"
        case .auditor: "Kiểm tra, giám sát"
        case .mediaEditor: "Biên tập viên"
        case .systemAdmin: "Quản trị hệ thống"
        case .tenantAdmin: "Quản trị của đơn vị"
        case .unitHead: "Thủ trưởng đơn vị"
        case .unitCoordinator: "Đầu mối theo dõi của đơn vị"
        case .councilSecretary: "Thư ký Hội đồng TĐKT của đơn vị"
        case .unitCouncilMember: "Thành viên Hội đồng TĐKT của đơn vị"
        case .clerk: "Văn thư"
        case .subUnitHead: "Phụ trách phòng, ban, xã, phường, thị trấn"
        case .subUnitOfficer: "Công chức phòng, ban, xã, phường, thị trấn"
        case .individual: "Cá nhân"
        case .system: "Hệ thống"
        }
    }
}
