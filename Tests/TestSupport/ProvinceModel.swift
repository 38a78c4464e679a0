public import Domain

/// What the template holds: a small province with every kind of unit and an officer for every role. No real place and no person: units are
/// numbered, officers are called by their posts.
enum ProvinceModel {
    struct Unit: Sendable {
        let code: String
        let name: String
        let kind: SubUnit.Kind
        var parent: String? = nil
        var legal = true
    }

    struct Body: Sendable {
        let slug: String
        let kind: Tenant.Kind
        let scope: Tenant.Scope
        let code: String
        let name: String
        let unitKind: SubUnit.Kind
        let units: [Unit]
        /// Roles at the root beside the usual ones.
        var special: [Role] = []
        var hasUsualOfficers = true
    }

    static let openedOn = CivilDate("2020-01-01")!
    static let businessDate = CivilDate("2023-06-20")!
    /// Of every account.
    static let password = "mat-khau-thu-nghiem"
    /// Argon2id of it with the smallest parameters, so that signing in costs a test nothing.
    static let passwordHash = "$argon2id$v=19$m=8,t=1,p=1$dGhpZHVhLWtpZW0tdGh1IQ$MlV7JTo+IHihGMQMwPhafrOZgTRTMfXGOoqctFBLmUQ"

    static let bodies: [Body] = [
        Body(
            slug: "province", kind: .province, scope: .authority, code: "01", name: "Tỉnh Mẫu", unitKind: .tinh, units: [],
            special: [.chairman, .viceChairman, .councilMember, .systemAdmin], hasUsualOfficers: false),
        Body(
            slug: "dept_vpub", kind: .department, scope: .awardSubject, code: "VPUB", name: "Văn phòng Ủy ban nhân dân tỉnh",
            unitKind: .vanPhong,
            units: [Unit(code: "PTH", name: "Phòng Tổng hợp", kind: .phong, legal: false)], special: [.officeChief, .officeMonitor]),
        Body(
            slug: "dept_snv", kind: .department, scope: .awardSubject, code: "SNV", name: "Sở Nội vụ", unitKind: .so,
            units: [
                Unit(code: "CCVTLT", name: "Chi cục Văn thư - Lưu trữ", kind: .chiCuc),
                Unit(code: "CCVTLT-P1", name: "Phòng Quản lý văn thư", kind: .phong, parent: "CCVTLT", legal: false),
            ], special: [.homeAffairsOfficer]),
        Body(
            slug: "dept_ttt", kind: .department, scope: .awardSubject, code: "TTT", name: "Thanh tra tỉnh", unitKind: .thanhTra,
            units: [Unit(code: "P1", name: "Phòng Nghiệp vụ 1", kind: .phong, legal: false)], special: [.auditor]),
        Body(
            slug: "dept_bao", kind: .department, scope: .media, code: "BAO", name: "Báo Mẫu", unitKind: .bao,
            units: [Unit(code: "BTK", name: "Ban Thư ký", kind: .ban, legal: false)], special: [.mediaEditor]),
        district("101", "Huyện Một", .huyen),
        district("102", "Thị xã Hai", .thiXa),
    ]

    /// Xã, phường, thị trấn, a phòng and, below one of them, a centre: three levels with the district itself.
    static func district(_ code: String, _ name: String, _ kind: SubUnit.Kind) -> Body {
        Body(
            slug: "district_\(code)", kind: .district, scope: .awardSubject, code: code, name: name, unitKind: kind,
            units: [
                Unit(code: "\(code)01", name: "Xã \(code) số 1", kind: .xa),
                Unit(code: "\(code)02", name: "Xã \(code) số 2", kind: .xa),
                Unit(code: "\(code)03", name: "Phường \(code) số 3", kind: .phuong),
                Unit(code: "\(code)04", name: "Thị trấn \(code) số 4", kind: .thiTran),
                Unit(code: "PNV", name: "Phòng Nội vụ", kind: .phong),
                Unit(code: "TT01", name: "Trung tâm Văn hóa xã", kind: .trungTam, parent: "\(code)01", legal: false),
            ])
    }

    static let usualOfficers: [Role] = [.unitHead, .unitCoordinator, .tenantAdmin, .councilSecretary, .unitCouncilMember, .clerk]
    static let unitOfficers: [Role] = [.subUnitHead, .subUnitOfficer, .individual]

    /// Where the one officer of a province-wide role sits.
    static func home(of role: Role) -> String? {
        bodies.first { $0.special.contains(role) }?.slug
    }
}

/// One officer of the fixture: his role, his tenant and his sub-unit's code, nil at the root. His token follows from these.
public struct Seat: Sendable, Hashable {
    public let role: Role
    public let tenant: String
    public let unit: String?

    public init(_ role: Role, in tenant: String, unit: String? = nil) {
        self.role = role
        self.tenant = tenant
        self.unit = unit
    }

    public var username: String {
        "\(role.rawValue).\(tenant)" + (unit.map { "." + $0.lowercased() } ?? "")
    }

    public var token: Token {
        var generator = NameGenerator(name: username)
        return Token.random(using: &generator)
    }
}

/// Numbers that follow from a name: the same officer has the same token in every database of the tests.
private struct NameGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(name: String) {
        // FNV-1a, then SplitMix64.
        state = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
