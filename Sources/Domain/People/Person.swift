/// A person of the province's administration. Never deleted: leaving is a date.
public struct Person: Sendable, Hashable {
    public typealias ID = EntityID<Person>

    public let id: ID
    /// In NFC, as on his papers.
    public let fullName: String
    public let kind: Kind
    public let activeFrom: CivilDate
    public let endedOn: CivilDate?
    public let version: Int

    public init(id: ID, fullName: String, kind: Kind, activeFrom: CivilDate, endedOn: CivilDate?, version: Int) {
        self.id = id
        self.fullName = fullName
        self.kind = kind
        self.activeFrom = activeFrom
        self.endedOn = endedOn
        self.version = version
    }

    public enum Kind: String, Sendable, CaseIterable {
        case canBo = "can_bo", congChuc = "cong_chuc", vienChuc = "vien_chuc"

        public var vietnamese: String {
            switch self {
            case .canBo: "cán bộ"
            case .congChuc: "công chức"
            case .vienChuc: "viên chức"
            }
        }
    }
}

/// A post that a person holds at a unit for a time, with the role it carries.
public struct Post: Sendable, Hashable {
    public typealias ID = EntityID<Post>

    public let id: ID
    public let person: Person.ID
    public let unit: SubUnit.ID
    public let role: Role
    /// As on papers: Chủ tịch UBND huyện, Trưởng phòng Nội vụ.
    public let title: String
    public let leaderRank: LeaderRank
    public let validFrom: CivilDate
    /// Last day; nil while held.
    public let validTo: CivilDate?
    public let version: Int

    public init(
        id: ID, person: Person.ID, unit: SubUnit.ID, role: Role, title: String, leaderRank: LeaderRank, validFrom: CivilDate,
        validTo: CivilDate?, version: Int
    ) {
        self.id = id
        self.person = person
        self.unit = unit
        self.role = role
        self.title = title
        self.leaderRank = leaderRank
        self.validFrom = validFrom
        self.validTo = validTo
        self.version = version
    }

    /// The split of statistics 0603.N (TT 02/2023/TT-BNV).
    public enum LeaderRank: String, Sendable, CaseIterable {
        case provincial, department, deputyHeadOrAbove = "deputy_head_or_above", directWorker = "direct_worker"

        public var vietnamese: String {
            switch self {
            case .provincial: "lãnh đạo cấp tỉnh"
            case .department: "lãnh đạo cấp sở, cấp huyện"
            case .deputyHeadOrAbove: "từ phó trưởng phòng trở lên"
            case .directWorker: "người trực tiếp công tác"
            }
        }
    }
}
