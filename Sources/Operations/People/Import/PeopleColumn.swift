import Domain

/// What a list of people says of each, by the headings it may have.
enum PeopleColumn: String, CaseIterable {
    case fullName, kind, unit, title, role, leaderRank, from, username

    /// The first is the template's; the others are understood.
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

    static let byHeading: [String: PeopleColumn] = {
        let pairs = allCases.flatMap { column in column.headings.map { (key($0), column) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// Columns that say nothing of the person.
    static let remarks: Set<String> = [key("TT"), key("STT"), key("Ghi chú")]

    static func key(_ heading: String) -> String {
        VietnameseText(heading).folded.filter { $0.isLetter || $0.isNumber }
    }
}
