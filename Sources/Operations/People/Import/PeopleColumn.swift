/// What a list of people says of each, by the headings it may have.
enum PeopleColumn: SheetColumn {
    case fullName, kind, unit, title, role, leaderRank, from, username

    var headings: [String] {
        switch self {
        case .fullName: ["Họ và tên", "Họ tên"]
        case .kind: ["Loại", "Đối tượng"]
        case .unit: ["Đơn vị", "Bộ phận", "Phòng, ban"]
        case .title: ["Chức vụ"]
        case .role: ["Vai trò"]
        case .leaderRank: ["Cấp lãnh đạo"]
        case .from: ["Từ ngày", "Ngày bắt đầu"]
        case .username: ["Tên đăng nhập", "Tài khoản"]
        }
    }

    var isRequired: Bool {
        switch self {
        case .fullName, .kind, .unit, .title, .role: true
        case .leaderRank, .from, .username: false
        }
    }

    static let marks: Set<PeopleColumn> = [.fullName, .unit]
    static let remarks = Set(["TT", "STT", "Ghi chú"].map(NameKey.of))
    static let byHeading = headingKeys()
}
