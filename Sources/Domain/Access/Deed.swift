/// What a request asks for: one of the actions, or to read.
public enum Deed: Sendable, Hashable {
    case action(Action)
    case reading(Reading)
    /// One's own session, posts and tokens: everybody's who is signed in, and nobody else's.
    case selfService

    public static let all: [Deed] = Action.allCases.map(Deed.action) + Reading.allCases.map(Deed.reading) + [.selfService]

    /// `item.rule`, `item.read`: as commands and the API spell it.
    public var name: String {
        switch self {
        case .action(let action): action.rawValue
        case .reading(let reading): reading.rawValue
        case .selfService: "own.use"
        }
    }

    public init?(_ name: some StringProtocol) {
        let name = String(name)
        if let action = Action(rawValue: name) {
            self = .action(action)
        } else if let reading = Reading(rawValue: name) {
            self = .reading(reading)
        } else if name == Deed.selfService.name {
            self = .selfService
        } else {
            return nil
        }
    }

    public var vietnamese: String {
        switch self {
        case .action(let action): action.vietnamese
        case .reading(let reading): reading.vietnamese
        case .selfService: "dùng phiên làm việc của mình"
        }
    }
}

/// What may be read. No role has or lacks a reading by name: reach and relation decide (``Policy/decide(_:_:_:)``).
public enum Reading: String, Sendable, CaseIterable, Hashable {
    /// Which units, plans and sectors there are.
    case catalogue = "catalogue.read"
    /// Sub-units, persons and posts of a tenant.
    case directory = "directory.read"
    case launch = "launch.read"
    case item = "item.read"
    case directive = "directive.read"
    /// The council's decisions on the motto.
    case motto = "motto.read"

    public var vietnamese: String {
        switch self {
        case .catalogue: "xem danh mục chung"
        case .directory: "xem tổ chức, nhân sự"
        case .launch: "xem việc phát động"
        case .item: "xem nhiệm vụ, chỉ tiêu"
        case .directive: "xem văn bản giao nhiệm vụ"
        case .motto: "xem quyết định về phương châm"
        }
    }
}

extension Action {
    public var vietnamese: String {
        switch self {
        case .readProvince: "xem toàn tỉnh"
        case .readAudit: "xem nhật ký thay đổi"
        case .manageDirectory: "quản lý tổ chức, nhân sự"
        case .importCampaign: "nhập kế hoạch phong trào"
        case .launchCampaign: "phát động phong trào"
        case .receiveLaunch: "tiếp nhận phát động"
        case .cascadeLaunch: "chuyển phát động đến đơn vị trực thuộc"
        case .reportLaunch: "ghi nhận việc phát động"
        case .enterDirective: "nhập văn bản giao nhiệm vụ"
        case .assignItem: "giao nhiệm vụ, chỉ tiêu"
        case .ruleItem: "nghiệm thu, trả lại, hủy nhiệm vụ"
        case .reportProgress: "báo cáo tiến độ"
        case .decideMotto: "quyết định về phương châm"
        case .tryParameters: "xem thử kết quả xét theo tham số khác"
        }
    }
}
