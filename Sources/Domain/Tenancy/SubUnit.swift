/// A unit inside a tenant, as in force on a day; the root of the tree is the tenant itself.
public struct SubUnit: Sendable, Hashable {
    public typealias ID = EntityID<SubUnit>

    public let id: ID
    public let parent: ID?
    public let code: String
    public let name: String
    public let fullName: String
    public let kind: Kind
    /// Whether it may sign a Giấy khen and submit by itself (A10, domain.md 1.4).
    public let legalPersonality: Bool
    public let position: Int
    public let openedOn: CivilDate
    public let closedOn: CivilDate?
    /// The day from which name, kind and parent are as given here.
    public let validFrom: CivilDate
    public let version: Int

    public init(
        id: ID, parent: ID?, code: String, name: String, fullName: String, kind: Kind, legalPersonality: Bool, position: Int,
        openedOn: CivilDate, closedOn: CivilDate?, validFrom: CivilDate, version: Int
    ) {
        self.id = id
        self.parent = parent
        self.code = code
        self.name = name
        self.fullName = fullName
        self.kind = kind
        self.legalPersonality = legalPersonality
        self.position = position
        self.openedOn = openedOn
        self.closedOn = closedOn
        self.validFrom = validFrom
        self.version = version
    }

    public enum Kind: String, Sendable, CaseIterable {
        case tinh, so, vanPhong = "van_phong", thanhTra = "thanh_tra", ban, banQuanLy = "ban_quan_ly", bao, dai, cong
        case thanhPho = "thanh_pho", huyen, thiXa = "thi_xa"
        case xa, phuong, thiTran = "thi_tran"
        case phong, chiCuc = "chi_cuc", trungTam = "trung_tam", truong, donVi = "don_vi"

        /// Whether only a tenant as a whole can be one, never a unit inside it.
        public var isTenantOnly: Bool {
            switch self {
            case .tinh, .so, .thanhPho, .huyen, .thiXa: true
            default: false
            }
        }

        /// Whether it is a xã, phường or thị trấn.
        public var isCommune: Bool { self == .xa || self == .phuong || self == .thiTran }

        /// Whether it is a territory, which acts by its people's committee (Luật Tổ chức chính quyền địa phương).
        public var hasCommittee: Bool {
            switch self {
            case .tinh, .thanhPho, .huyen, .thiXa, .xa, .phuong, .thiTran: true
            case .so, .vanPhong, .thanhTra, .ban, .banQuanLy, .bao, .dai, .cong, .phong, .chiCuc, .trungTam, .truong, .donVi: false
            }
        }

        /// As officers read it.
        public var vietnamese: String {
            switch self {
            case .tinh: "tỉnh"
            case .so: "sở"
            case .vanPhong: "văn phòng"
            case .thanhTra: "thanh tra"
            case .ban: "ban"
            case .banQuanLy: "ban quản lý"
            case .bao: "báo"
            case .dai: "đài"
            case .cong: "cổng thông tin"
            case .thanhPho: "thành phố"
            case .huyen: "huyện"
            case .thiXa: "thị xã"
            case .xa: "xã"
            case .phuong: "phường"
            case .thiTran: "thị trấn"
            case .phong: "phòng"
            case .chiCuc: "chi cục"
            case .trungTam: "trung tâm"
            case .truong: "trường"
            case .donVi: "đơn vị"
            }
        }
    }
}
