/// What a list of earlier awards says of each, by the headings it may have.
enum EarlierAwardColumn: SheetColumn {
    case unit, person, personID, name, form, issuer, number, signedOn, achievement

    var headings: [String] {
        switch self {
        case .unit: ["Đơn vị", "Tập thể"]
        case .person: ["Họ và tên", "Cá nhân", "Họ tên"]
        case .personID: ["Mã cá nhân"]
        case .name: ["Tên ghi trên bằng"]
        case .form: ["Hình thức khen thưởng", "Hình thức"]
        case .issuer: ["Cơ quan ban hành", "Người ký quyết định", "Cấp khen"]
        case .number: ["Số quyết định", "Số"]
        case .signedOn: ["Ngày quyết định", "Ngày ký", "Ngày"]
        case .achievement: ["Thành tích", "Nội dung khen thưởng"]
        }
    }

    var isRequired: Bool {
        switch self {
        case .unit, .person, .form, .issuer, .number, .signedOn: true
        case .personID, .name, .achievement: false
        }
    }

    static let marks: Set<EarlierAwardColumn> = [.unit, .form]
    static let remarks = PeopleColumn.remarks
    static let byHeading = headingKeys()
}
