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

    /// Whether it only looks: such deeds are called so, which `core.scopes_only_read` goes by.
    public var onlyReads: Bool { name.hasSuffix(".read") }

    /// What an API token of a post may do where its owner does not say: look at what the post may look at, the audit apart.
    public static func readOnlyScopes(of role: Role) -> [Deed] {
        Reading.allCases.map(Deed.reading) + (Policy.of(role).actions.contains(.readProvince) ? [.action(.readProvince)] : [])
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
    /// The files that reports on items rest on (A59).
    case evidence = "evidence.read"
    case directive = "directive.read"
    /// How units keep the motto: assessments, comments, decisions.
    case motto = "motto.read"
    /// Signed papers and their scans.
    case paper = "paper.read"
    /// Drafts of reports on their way up the unit's chain.
    case draft = "draft.read"
    /// How persons came to leave or change posts.
    case move = "move.read"
    /// Members and sessions of a council, what was voted on and what was counted; never how a secret vote was cast.
    case council = "council.read"
    /// Whom no award is considered for at present.
    case hold = "hold.read"
    /// A unit's own rules and rounds of Giấy khen.
    case ownAward = "own_award.read"
    /// Who was criticised or reminded, and what is held against results: not public.
    case criticism = "criticism.read"
    /// What a unit did itself about late work; it stays inside.
    case handling = "handling.read"
    /// What is planned for an outlet of the media, with its press kits, and what it published.
    case coverage = "coverage.read"

    public var vietnamese: String {
        switch self {
        case .catalogue: "xem danh mục chung"
        case .directory: "xem tổ chức, nhân sự"
        case .launch: "xem việc phát động"
        case .item: "xem nhiệm vụ, chỉ tiêu"
        case .evidence: "xem tệp minh chứng"
        case .directive: "xem văn bản giao nhiệm vụ"
        case .motto: "xem việc xét phương châm"
        case .paper: "xem văn bản giấy đã ký"
        case .draft: "xem dự thảo báo cáo trình lên"
        case .move: "xem việc thôi việc, chuyển công tác"
        case .council: "xem Hội đồng TĐKT, phiên họp, kết quả kiểm phiếu"
        case .hold: "xem việc tạm dừng xét khen thưởng"
        case .ownAward: "xem quy định, đợt xét tặng Giấy khen của đơn vị"
        case .criticism: "xem việc phê bình, nhắc nhở, kiến nghị, khiếu nại"
        case .handling: "xem việc đơn vị tự xử lý việc chậm"
        case .coverage: "xem kế hoạch truyền thông và kết quả đăng, phát"
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
        case .assessMotto: "tự đánh giá phương châm"
        case .commentMotto: "cho ý kiến về phương châm"
        case .decideMotto: "quyết định về phương châm"
        case .recordPaper: "ghi nhận văn bản giấy người khác đã ký"
        case .giveDelegation: "giao ký thay, thừa lệnh, thừa ủy quyền"
        case .revokeDelegation: "thu hồi việc giao ký thay, thừa lệnh, thừa ủy quyền"
        case .tryParameters: "xem thử kết quả xét theo tham số khác"
        case .keepReview: "mở đối chiếu, mở kỳ báo cáo tháng, chốt số liệu, đính chính"
        case .answerReview: "xác nhận, kiến nghị về số liệu của đơn vị"
        case .proposeAward: "lập, trình hồ sơ đề nghị khen thưởng"
        case .keepCouncil: "ghi thành viên, phiên họp của Hội đồng TĐKT của đơn vị"
        case .appraiseAward: "tiếp nhận, thẩm định hồ sơ khen thưởng, ghi kết quả Hội đồng TĐKT tỉnh"
        case .decideAward: "ký quyết định khen thưởng"
        case .keepOwnAward: "tổ chức xét tặng Giấy khen theo thẩm quyền của đơn vị"
        case .giveAward: "ký quyết định tặng Giấy khen"
        case .registerInitiative: "đăng ký giải pháp, sáng kiến"
        case .confirmInitiative: "xác nhận giải pháp, sáng kiến của đơn vị khác"
        case .approveReturn: "duyệt báo cáo tháng của đơn vị"
        case .reportCoverage: "báo cáo kết quả đăng, phát của cơ quan báo chí"
        }
    }
}
