import Domain

/// What an officer does about one subject, step by step. Its words are in `Templates/guide-<name>.mustache`.
struct Guide: Sendable {
    /// As in its address.
    let name: String
    let title: String
    /// One line of the list.
    let about: String
    /// What somebody may do whom it is for, one of them; none: it is for everybody.
    let actions: Set<Action>
    /// Pages that it explains, by their paths without the unit and what is named in braces; what stands below one is explained with it.
    let pages: [String]

    var path: String { "/help/\(name)" }
    var template: String { "guide-\(name)" }

    func isFor(_ actions: [Action]) -> Bool {
        self.actions.isEmpty || !self.actions.isDisjoint(with: actions)
    }

    /// The guide of a page, the nearest above it; nil: of a guide itself, and of what is open to everybody.
    ///
    /// - Parameter route: its path, `/units/{tenant}/items/{item}`.
    static func of(page route: String) -> Guide? {
        let words = words(of: route)
        guard !words.isEmpty else { return byPage[""] }
        return (1...words.count).reversed().lazy.compactMap { byPage[words.prefix($0).joined(separator: "/")] }.first
    }

    /// What of a page's path says which page it is.
    private static func words(of route: String) -> [Substring] {
        let parts = route.split(separator: "/")
        return (parts.starts(with: ["units", "{tenant}"]) ? parts.dropFirst(2) : parts[...]).filter { !$0.hasPrefix("{") }
    }

    private static let byPage = Dictionary(uniqueKeysWithValues: all.flatMap { guide in guide.pages.map { ($0, guide) } })

    /// In the order of the list.
    static let all: [Guide] = [
        Guide(
            "start", "Bắt đầu: trang đầu, thực đơn, bảng tình hình", "Sau khi đăng nhập thấy gì, bấm vào đâu, đọc các bảng số thế nào.",
            pages: ["", "unit-table", "calendar", "access"]),
        Guide(
            "launch", "Phát động và triển khai", "Kế hoạch của tỉnh, chuyển đến cấp dưới, ghi nhận việc phát động, văn bản giấy đã ký.",
            for: [.launchCampaign, .importCampaign, .cascadeLaunch, .reportLaunch, .recordPaper],
            pages: ["campaigns", "launches", "papers"]),
        Guide(
            "tasks", "Thực hiện nhiệm vụ và báo cáo tiến độ",
            "Tiếp nhận, kiến nghị về việc giao, báo cáo, minh chứng, báo cáo kết quả, đề nghị gia hạn.",
            for: [.reportProgress], pages: ["items", "ledger", "drafts"]),
        Guide(
            "assigning", "Giao nhiệm vụ, xác nhận kết quả",
            "Soạn và giao nhiệm vụ, giao từ tệp, xác nhận, trả lại, quyết định gia hạn, không tính vào đánh giá.",
            for: [.assignItem, .ruleItem, .enterDirective],
            pages: ["directives", "item-drafts", "ledger/template", "disputes", "confirmations", "assignment-annex"]),
        Guide(
            "review", "Chấm và chốt số liệu",
            "Kết quả xét, phương châm “ba có, ba không”, đối chiếu, chốt số liệu, hội nghị sơ kết, tổng kết.",
            for: [.keepReview, .answerReview, .assessMotto, .commentMotto, .decideMotto, .tryParameters],
            pages: ["judgement", "motto", "mottos", "review", "review-events"]),
        Guide(
            "awards", "Hồ sơ đề nghị Bằng khen", "Đợt đề nghị, suất đề nghị, lập và trình hồ sơ, bổ sung, thẩm định, trình ký.",
            for: [.proposeAward, .appraiseAward, .decideAward],
            pages: [
                "nominations", "award-dossiers", "award-names", "award-files", "award-holds", "opinions", "award-history",
                "paper-templates",
            ]
        ),
        Guide(
            "council", "Hội đồng Thi đua - Khen thưởng",
            "Thành viên, phiên họp, bỏ phiếu kín, kiểm phiếu, biên bản, phân công theo dõi đơn vị.",
            for: [.keepCouncil, .decideMotto, .appraiseAward], pages: ["council", "followings"]),
        Guide(
            "own-awards", "Giấy khen của đơn vị", "Quy định của đơn vị, đợt xét, hồ sơ, quyết định của người đứng đầu, sổ vàng của đơn vị.",
            for: [.keepOwnAward, .giveAward, .proposeAward], pages: ["own-awards"]),
        Guide(
            "initiatives", "Giải pháp, sáng kiến và khen thưởng đột xuất",
            "Đăng ký, nhờ đơn vị khác xác nhận, Thư khen, Giấy khen, Bằng khen đột xuất.",
            for: [.registerInitiative, .confirmInitiative, .appraiseAward],
            pages: ["initiatives", "initiative-confirmations", "published-initiatives"]),
        Guide(
            "after-awards", "Sau quyết định khen thưởng", "Sổ vàng, trao tặng, đính chính, thay thế, hủy bỏ, thu hồi, thống kê 0601, 0603.",
            for: [.appraiseAward, .decideAward, .keepOwnAward],
            pages: [
                "awards", "award-dossiers/aftermath", "award-dossiers/revocation-decision", "presentations", "published-awards",
                "statistics",
            ]),
        Guide(
            "criticism", "Phê bình, nhắc nhở, kiểm tra và khắc phục",
            "Giải trình, xử lý việc chậm trong đơn vị, kiểm tra, yêu cầu khắc phục, kiến nghị, khiếu nại.",
            for: [.readProvince, .answerReview, .ruleItem, .proposeAward],
            pages: ["criticisms", "handlings", "inspections", "remedies", "petitions"]),
        Guide(
            "months", "Báo cáo tháng và đôn đốc", "Kỳ báo cáo, soạn, duyệt và gửi báo cáo, chốt số liệu tháng, công văn đôn đốc.",
            for: [.approveReturn, .reportProgress, .keepReview], pages: ["months", "urging"]),
        Guide(
            "difficulties", "Khó khăn, vướng mắc", "Nêu, tiếp nhận, chuyển cơ quan giải quyết, trả lời, xác nhận đã giải quyết.",
            for: [.reportProgress, .readProvince], pages: ["difficulties"]),
        Guide(
            "coverage", "Truyền thông và mô hình mới",
            "Kế hoạch tin, bài, tài liệu đã duyệt, kết quả đăng, phát; đăng ký và nhân rộng mô hình.",
            for: [.reportCoverage, .importCampaign, .registerInitiative, .appraiseAward],
            pages: ["coverage", "coverage-published", "good-models", "good-model-adoptions"]),
        Guide(
            "notices", "Nhắc việc, thư điện tử, webhook", "Được nhắc khi nào, nhận thư ở đâu, nối với phần mềm của đơn vị.",
            pages: ["notices", "reminder-rules"]),
        Guide(
            "organisation", "Tổ chức, nhân sự, phân quyền",
            "Đơn vị trực thuộc, người và chức vụ, chuyển công tác, cấp tài khoản, ký thay, thừa lệnh, thừa ủy quyền.",
            for: [.manageDirectory, .giveDelegation, .revokeDelegation], pages: ["people", "delegations"]),
        Guide(
            "account", "Tài khoản, tải danh sách, API token",
            "Mật khẩu, xác thực hai lớp, phiên làm việc, tải danh sách thành tệp, lệnh và API.",
            pages: ["acting", "sessions", "second-factor", "password"]),
        Guide("glossary", "Giải thích từ ngữ", "Các từ dùng trong phong trào và trong phần mềm.", pages: []),
    ]

    private init(_ name: String, _ title: String, _ about: String, for actions: Set<Action> = [], pages: [String]) {
        self.name = name
        self.title = title
        self.about = about
        self.actions = actions
        self.pages = pages
    }
}
